import { refused, type Line, type Refused } from '../api'
import { newId } from './id'

/** What the quiet line below the field says. */
export type Status =
  | { readonly is: 'nothing' }
  | { readonly is: 'kept'; readonly at: string }
  | { readonly is: 'waiting' }
  | { readonly is: 'failed'; readonly why: Refused }

/** How long a save may take before the window says so, in milliseconds. */
const slowAfter = 3000
/** How long closing waits for the saves; Go waits a little longer for the answer. */
const flushWithin = 1500

/**
 * The writing field and the lines that are not kept yet. One save is in flight at a time, so that lines are kept in the
 * order in which they were written; a line stays here until Go has said that it is on disk.
 */
export class Writer {
  text = $state('')
  /** Oldest first; the first one is the one being saved. */
  pending = $state.raw<readonly Line[]>([])
  #kept = $state('')
  #failure = $state.raw<Refused>()
  #slow = $state(false)
  #running: Promise<void> | undefined
  readonly #save: (line: Line) => Promise<string>

  readonly status: Status = $derived.by(() => {
    if (this.#failure) return { is: 'failed', why: this.#failure }
    if (this.#slow) return { is: 'waiting' }
    // Beside words that are not kept yet, "Kept" would be a lie.
    if (this.text.trim() || this.pending.length || !this.#kept) return { is: 'nothing' }
    return { is: 'kept', at: this.#kept }
  })

  /** save puts one line on disk and returns when it was recorded, as RFC 3339. */
  constructor(save: (line: Line) => Promise<string>) {
    this.#save = save
  }

  /** Takes what is in the field as a line of the account. Blank text is no line, and stays. */
  keep(account: string): boolean {
    if (!this.text.trim()) return false
    this.pending = [...this.pending, { id: newId(), account, text: this.text, kind: '', moment: '' }]
    this.text = ''
    void this.again()
    return true
  }

  /** Saves what is pending, from the first line on; after a failure this is another try. Settles when it stops. */
  again(): Promise<void> {
    this.#running ??= this.#saveAll().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Resolves to whether everything is kept, within the time that closing allows. */
  async flush(account: string): Promise<boolean> {
    this.keep(account)
    const late = new Promise<void>((resolve) => setTimeout(resolve, flushWithin))
    await Promise.race([this.again(), late])
    return this.pending.length === 0
  }

  async #saveAll(): Promise<void> {
    this.#failure = undefined
    for (let line = this.pending[0]; line; line = this.pending[0]) {
      const slow = setTimeout(() => (this.#slow = true), slowAfter)
      try {
        this.#kept = await this.#save(line)
        this.pending = this.pending.slice(1)
      } catch (reason) {
        this.#failure = refused(reason)
        return
      } finally {
        clearTimeout(slow)
        this.#slow = false
      }
    }
  }
}
