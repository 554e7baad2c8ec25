import type { Strength } from '../api'

/** What making a passphrase asks of Go. */
export interface PassphraseApi {
  strength(passphrase: string): Promise<Strength>
  phrase(): Promise<string>
}

const nothing: Strength = { bits: 0, enough: false, level: 'none' }

/** A passphrase that is being made. */
export class NewPassphrase {
  text = $state('')
  strength = $state.raw<Strength>(nothing)
  readonly #api: PassphraseApi

  constructor(api: PassphraseApi) {
    this.#api = api
  }

  /** Measures what is typed. An answer to what was typed before does not count. */
  async measure(): Promise<void> {
    const typed = this.text
    // What cannot be measured is not enough; setting it would be refused all the same.
    const strength = await this.#api.strength(typed).catch(() => nothing)
    if (typed === this.text) this.strength = strength
  }

  /** Six words drawn by lot. */
  async draw(): Promise<void> {
    this.text = await this.#api.phrase().catch(() => this.text)
    await this.measure()
  }

  clear(): void {
    this.text = ''
    this.strength = nothing
  }
}
