import type { Secured, Start } from '../api'
import { Attempt } from './attempt.svelte'
import { NewPassphrase, type PassphraseApi } from './passphrase.svelte'
import { RecoveryKey, type RecoveryApi } from './recovery.svelte'

/** What the first run asks of Go. */
export interface FirstApi extends PassphraseApi, RecoveryApi {
  makeSecure(passphrase: string): Promise<Secured>
}

/** A journal's first passphrase and its recovery key. */
export class First extends Attempt {
  readonly next: NewPassphrase
  readonly recovery: RecoveryKey
  #start: Start | undefined
  readonly #api: FirstApi

  constructor(api: FirstApi) {
    super()
    this.#api = api
    this.next = new NewPassphrase(api)
    this.recovery = new RecoveryKey(api)
  }

  /** Gives the journal this passphrase, and shows the recovery key. */
  async secure(): Promise<void> {
    if (!this.next.text) return
    const made = await this.try(() => this.#api.makeSecure(this.next.text))
    if (!made) return
    this.#start = made.start
    this.recovery.show(made.recovery)
    this.next.clear()
  }

  /** Forgets all of it, and returns how things stand now. */
  finish(): Start | undefined {
    const start = this.#start
    this.next.clear()
    this.recovery.clear()
    this.trouble = undefined
    this.#start = undefined
    return start
  }
}
