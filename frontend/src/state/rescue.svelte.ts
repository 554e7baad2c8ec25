import type { Start } from '../api'
import { Attempt } from './attempt.svelte'
import { NewPassphrase, type PassphraseApi } from './passphrase.svelte'

/** What opening a journal whose passphrase is forgotten asks of Go. */
export interface RescueApi extends PassphraseApi {
  readRecovery(title: string): Promise<string>
  checkRecovery(recovery: string): Promise<void>
  recover(recovery: string, next: string): Promise<Start>
}

/** The recovery key in the place of a forgotten passphrase, and a new passphrase. */
export class Rescue extends Attempt {
  typed = $state('')
  /** Whether the typed key opens the journal: then a new passphrase is asked for. */
  right = $state(false)
  readonly next: NewPassphrase
  readonly #api: RescueApi

  constructor(api: RescueApi) {
    super()
    this.#api = api
    this.next = new NewPassphrase(api)
  }

  /** How many characters of a key are typed. */
  readonly count: number = $derived(this.typed.replace(/\s/g, '').length)

  /** Takes the key out of the file that it was saved to. */
  async read(title: string): Promise<void> {
    const read = await this.try(() => this.#api.readRecovery(title))
    if (!read) return
    this.typed = read
    await this.check()
  }

  /** Tries the key. What was typed stays, to be corrected. */
  async check(): Promise<void> {
    if (!this.count) return
    await this.try(async () => {
      await this.#api.checkRecovery(this.typed)
      this.right = true
    })
  }

  /** Opens the journal with the new passphrase. */
  async recover(): Promise<Start | undefined> {
    if (!this.right || !this.next.text) return undefined
    return this.try(() => this.#api.recover(this.typed, this.next.text))
  }

  clear(): void {
    this.typed = ''
    this.right = false
    this.next.clear()
    this.trouble = undefined
  }
}
