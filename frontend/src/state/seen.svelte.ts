import type { Kin } from '../api'

/** What "have I seen this before?" asks of Go. */
export interface SeenApi {
  similar(text: string, account: string): Promise<Kin[]>
}

/** How long nothing is typed before it is asked, in milliseconds: a pause between thoughts, not between words. */
const pause = 700
/** Fewer letters have no two words to share. */
const least = 8

/** Earlier lines that are like the one being written. It never makes a key wait: it asks in a pause, and one thing at a time. */
export class Seen {
  kin = $state.raw<readonly Kin[]>([])
  /** What was said of a line that one does not want to be shown: not of this one. */
  #off = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What was typed last; an answer to anything before it does not count. */
  #text = ''
  readonly #api: SeenApi

  constructor(api: SeenApi) {
    this.#api = api
  }

  /** Hears what is in the field now, and of which account it is. */
  take(text: string, account: string): void {
    if (text === this.#text) return
    this.#text = text
    clearTimeout(this.#timer)
    if (text.trim().length < least) {
      this.kin = []
      this.#off = ''
      return
    }
    if (!this.#off) this.#timer = setTimeout(() => void this.#ask(text, account), pause)
  }

  /** Not of this line. */
  dismiss(): void {
    clearTimeout(this.#timer)
    this.#off = this.#text
    this.kin = []
  }

  /** Forgets everything, as locking does. */
  clear(): void {
    clearTimeout(this.#timer)
    this.kin = []
    this.#text = ''
    this.#off = ''
  }

  async #ask(text: string, account: string): Promise<void> {
    // What is only a help says nothing of its own troubles.
    const kin = await this.#api.similar(text, account).catch(() => [])
    if (text === this.#text && !this.#off) this.kin = kin
  }
}
