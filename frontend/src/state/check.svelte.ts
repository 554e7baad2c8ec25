import type { Checkup } from '../api'
import { Attempt } from './attempt.svelte'

/** What the check of the journal asks of Go. */
export interface CheckApi {
  check(): Promise<Checkup>
}

/** What was found when all of the journal was read. */
export class Check extends Attempt {
  is = $state.raw<Checkup>()
  readonly #api: CheckApi

  constructor(api: CheckApi) {
    super()
    this.#api = api
  }

  /** Reads all of the open journal. It can be written in meanwhile. */
  run = () => this.try(async () => void (this.is = await this.#api.check()))

  /** Nothing of a journal that was locked is shown. */
  forget(): void {
    this.is = this.trouble = undefined
  }
}
