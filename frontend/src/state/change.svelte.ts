import type { Start } from '../api'
import { Attempt } from './attempt.svelte'
import { NewPassphrase, type PassphraseApi } from './passphrase.svelte'

/** What changing the passphrase asks of Go. */
export interface ChangeApi extends PassphraseApi {
  changePassphrase(present: string, next: string): Promise<Start>
  rekey(passphrase: string): Promise<Start>
}

/** The passphrase is changed; then everything can be sealed anew. */
export class Change extends Attempt {
  present = $state('')
  /** The passphrase is being asked for, is changed, or is changed and everything is sealed anew. */
  step = $state<'asking' | 'changed' | 'rekeyed'>('asking')
  readonly next: NewPassphrase
  readonly #api: ChangeApi

  constructor(api: ChangeApi) {
    super()
    this.#api = api
    this.next = new NewPassphrase(api)
  }

  /** Puts the new passphrase in the place of the present one. */
  async change(): Promise<void> {
    if (!this.present || !this.next.text) return
    if (await this.try(() => this.#api.changePassphrase(this.present, this.next.text))) this.step = 'changed'
    // Whether it was not it or is no longer it: nobody needs it here any more.
    this.present = ''
  }

  /** Seals everything anew, so that older copies hold nothing of what comes. */
  async rekey(): Promise<void> {
    if (!(await this.try(() => this.#api.rekey(this.next.text)))) return
    this.step = 'rekeyed'
    this.next.clear()
  }

  clear(): void {
    this.present = ''
    this.next.clear()
    this.step = 'asking'
    this.trouble = undefined
  }
}
