import { refused, type Checkup, type Refused } from '../api'

/** What the check of the journal asks of Go. */
export interface CheckApi {
  check(): Promise<Checkup>
}

/** What was found when all of the journal was read. */
export class Check {
  is = $state.raw<Checkup>()
  busy = $state(false)
  trouble = $state.raw<Refused>()
  readonly #api: CheckApi

  constructor(api: CheckApi) {
    this.#api = api
  }

  /** Reads all of the open journal. It can be written in meanwhile. */
  run = () => this.#take(async () => void (this.is = await this.#api.check()))

  /** Nothing of a journal that was locked is shown. */
  forget(): void {
    this.is = this.trouble = undefined
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
