import { refused, type CaseFile, type Refused, type Reviewed } from '../api'

/** What the case files ask of Go. */
export interface CasesApi {
  cases(): Promise<CaseFile[]>
  beginCase(name: string, lines: string[], chosen: string[]): Promise<CaseFile>
  nameCase(id: string, name: string): Promise<Reviewed>
  putAside(id: string): Promise<CaseFile[]>
}

/** The case files, and the one that stands where an account stands else: in the review, the preview and the releases. */
export class Cases {
  /** That one; none where it is an account. */
  at = $state('')
  list = $state.raw<readonly CaseFile[]>([])
  trouble = $state.raw<Refused>()
  readonly #api: CasesApi

  constructor(api: CasesApi) {
    this.#api = api
  }

  /** Reads which there are. */
  open = () => this.#try(async () => void (this.list = await this.#api.cases()))

  /** Begins one of these lines, some of them chosen, or goes on with the one there is of the same lines. */
  begin = (lines: readonly string[], chosen: readonly string[] = []) =>
    this.#try(async () => void (this.at = (await this.#api.beginCase('', [...lines], [...chosen])).id))

  /** Takes one off the list. */
  putAside = (id: string) => this.#try(async () => void (this.list = await this.#api.putAside(id)))

  /** Forgets everything, as locking does. */
  clear(): void {
    this.at = ''
    this.list = []
    this.trouble = undefined
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      this.trouble = undefined
      return true
    } catch (reason) {
      this.trouble = refused(reason)
      return false
    }
  }
}
