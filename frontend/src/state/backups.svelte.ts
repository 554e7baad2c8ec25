import { refused, type Backups as Standing, type Refused } from '../api'

/** What the backups ask of Go. */
export interface BackupsApi {
  backups(): Promise<Standing>
  backUp(): Promise<Standing>
  chooseBackups(title: string): Promise<Standing>
  ownBackups(): Promise<Standing>
}

/** The backups of the journal, as far as the window shows them. */
export class Backups {
  /** How they stood when they were last asked after. */
  is = $state.raw<Standing>()
  /** One is being made that the person asked for. */
  busy = $state(false)
  /** One was made that the person asked for. */
  done = $state(false)
  trouble = $state.raw<Refused>()
  readonly #api: BackupsApi

  constructor(api: BackupsApi) {
    this.#api = api
  }

  read = () => this.#take(() => this.#api.backups())
  choose = (title: string) => this.#take(() => this.#api.chooseBackups(title))
  own = () => this.#take(() => this.#api.ownBackups())

  /** Makes one. The journal can be written in meanwhile. */
  async now(): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.#take(() => this.#api.backUp())
    this.busy = false
    this.done = !this.trouble && !this.is?.trouble
  }

  /** Nothing of a journal that was locked is shown. */
  forget(): void {
    this.is = this.trouble = undefined
    this.done = false
  }

  async #take(ask: () => Promise<Standing>): Promise<void> {
    this.trouble = undefined
    this.done = false
    try {
      this.is = await ask()
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }
}
