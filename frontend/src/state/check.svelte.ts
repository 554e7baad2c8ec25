import { refused, type Checkup, type Exported, type Refused } from '../api'

/** What the check of the journal asks of Go. */
export interface CheckApi {
  check(): Promise<Checkup>
  whatIsLeft(passphrase: string): Promise<Checkup>
  exportLeft(passphrase: string, title: string): Promise<Exported>
}

/** What was found when all of the journal was read, or all that is left of one that does not open. */
export class Check {
  is = $state.raw<Checkup>()
  /** What was written of what is left. */
  exported = $state.raw<Exported>()
  busy = $state(false)
  trouble = $state.raw<Refused>()
  readonly #api: CheckApi

  constructor(api: CheckApi) {
    this.#api = api
  }

  /** Reads all of the open journal. It can be written in meanwhile. */
  run = () => this.#take(async () => void (this.is = await this.#api.check()))

  /** Reads what is left of a journal that did not open. */
  left = (passphrase: string) => this.#take(async () => void (this.is = await this.#api.whatIsLeft(passphrase)))

  /** Asks for a folder, and writes what is left into it in the clear. */
  export = (passphrase: string, title: string) =>
    this.#take(async () => {
      const exported = await this.#api.exportLeft(passphrase, title)
      if (exported.folder) this.exported = exported
    })

  /** Nothing of a journal that was locked is shown. */
  forget(): void {
    this.is = this.exported = this.trouble = undefined
  }

  async #take(ask: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.trouble = undefined
    try {
      await ask()
    } catch (reason) {
      this.trouble = refused(reason)
    }
    this.busy = false
  }
}
