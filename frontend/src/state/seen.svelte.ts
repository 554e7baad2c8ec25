import type { Kin } from '../api'

/** What "have I seen this before?" asks of Go. */
export interface SeenApi {
  similar(text: string, account: string): Promise<Kin[]>
}

/** How long nothing is typed before it is asked, in milliseconds: a pause between thoughts, not between words. */
const pause = 700
/** Fewer letters have no two words to share. */
const least = 8

/**
 * Earlier lines that are like the one being written. It never makes a key wait: it asks in a pause, and what it found
 * stays when the line is kept, until another line is like others.
 */
export class Seen {
  kin = $state.raw<readonly Kin[]>([])
  /** Nothing is shown for the line in the field: it was sent away. */
  #off = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What is asked about; an answer to anything before it does not count. */
  #text = ''
  /** Go is looking for what is like an earlier wording. */
  #asking = false
  readonly #api: SeenApi

  constructor(api: SeenApi) {
    this.#api = api
  }

  /** Hears what is in the field now; account is the one that it belongs to, once it is asked. */
  take(text: string, account: () => string): void {
    if (text.trim().length < least) {
      this.#off = false // another line
      return
    }
    if (this.#off || text === this.#text) return
    this.#text = text
    clearTimeout(this.#timer)
    // Whoever types on has the processor: another question ends the one before, and this one is of nothing.
    if (this.#asking) void this.#api.similar('', '').catch(() => undefined)
    this.#asking = false
    this.#timer = setTimeout(() => void this.#ask(text, account()), pause)
  }

  /** Not for this line. */
  dismiss(): void {
    this.clear()
    this.#off = true
  }

  /** Forgets everything, as locking does. */
  clear(): void {
    clearTimeout(this.#timer)
    this.kin = []
    this.#text = ''
    this.#asking = false
    this.#off = false
  }

  async #ask(text: string, account: string): Promise<void> {
    // What is only a help says nothing of its own troubles.
    this.#asking = true
    const kin = await this.#api.similar(text, account).catch(() => [])
    if (text === this.#text) this.#asking = false
    // The line itself may have been kept meanwhile.
    if (text === this.#text) this.kin = kin.filter((each) => each.entry.text !== text.trim())
  }
}
