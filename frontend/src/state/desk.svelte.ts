import { refused, type Line, type Refused, type Start } from '../api'
import { focus, step, type Part } from '../ui/focus'
import { Journal, type JournalApi } from './journal.svelte'
import { Writer } from './writer.svelte'

/** What the desk asks of Go; api.ts has all of it. */
export interface DeskApi extends JournalApi {
  start(): Promise<Start>
  begin(): Promise<Start>
  unlock(passphrase: string): Promise<Start>
  drop(line: Line): Promise<string>
}

/** The screens. "locked" is the writing field in front of a sealed journal. */
export type Screen = 'starting' | 'unlock' | 'locked' | 'journal'

const parts: readonly Part[] = ['rail', 'lines', 'field']

/** All that is on screen and all that can be done with it: what commands act on. */
export class Desk {
  screen = $state<Screen>('starting')
  /** Whether a passphrase guards the journal. */
  secured = $state(true)
  /** The part of the window that has the keyboard. */
  focused = $state<Part>()
  /** Where the window is narrow the rail lies over the lines, and only when asked for. */
  rail = $state(false)
  /** Whether "enough for now" has been said and the screen is dimmed. */
  resting = $state(false)
  /** Why the journal could not be read, or the passphrase was not taken. */
  trouble = $state.raw<Refused>()
  /** Lines written in front of the sealed journal, in this sitting; the journal has them already. */
  dropped = $state.raw<readonly (Line & { at: string })[]>([])

  readonly journal: Journal
  readonly writer: Writer
  readonly #api: DeskApi

  constructor(api: DeskApi) {
    this.#api = api
    this.journal = new Journal(api)
    this.writer = new Writer((line) => this.#save(line))
  }

  /** Finds out how things stand and shows the first screen. */
  async start(): Promise<void> {
    try {
      let start = await this.#api.start()
      // Without a passphrase there is nothing to ask: the key lies on this computer, or is made now.
      if (start.vault === 'none' || (start.vault === 'locked' && !start.secured)) start = await this.#api.begin()
      await this.#enter(start)
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Opens the sealed journal. A wrong passphrase becomes trouble, nothing else changes. */
  async unlock(passphrase: string): Promise<void> {
    this.trouble = undefined
    try {
      await this.#enter(await this.#api.unlock(passphrase))
      this.dropped = []
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Goes from writing in front of the journal to opening it. The field keeps its text. */
  async openUp(): Promise<void> {
    this.screen = 'starting'
    await this.start()
  }

  /** Goes to the writing field, from wherever. */
  write(): void {
    this.resting = false
    // A journal that does not open, for whatever reason, still takes a line.
    if (this.screen !== 'journal') {
      this.trouble = undefined
      this.screen = 'locked'
    }
    focus('field')
  }

  /** Keeps the line in the field. */
  keep(): void {
    this.writer.keep(this.journal.target)
  }

  /** Keeps the line in the field, and tries again what was not kept. */
  async keepAll(): Promise<void> {
    this.keep()
    await this.writer.again()
  }

  /** Keeps the line in the field; where there is none, it is enough for now. */
  async enough(): Promise<void> {
    if (this.writer.keep(this.journal.target)) return
    await this.writer.again()
    if (this.screen !== 'journal' || this.writer.pending.length || !this.journal.entries.length) return
    try {
      await this.journal.tell()
      this.resting = true
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Comes back from resting. */
  resume(): void {
    this.resting = false
    focus('field')
  }

  /** Opens another account. */
  async open(id: string): Promise<void> {
    try {
      await this.journal.open(id)
      this.trouble = undefined
    } catch (reason) {
      this.trouble = refused(reason)
    }
    this.rail = false
    focus('field')
  }

  /** Moves through the lines: -1 is up. Below the last one is the field. */
  step(by: -1 | 1): void {
    step(by)
  }

  /** Moves to the next part of the window that there is. */
  nextPart(): void {
    const from = this.focused ? parts.indexOf(this.focused) : -1
    for (let i = 1; i <= parts.length; i++) {
      const part = parts[(from + i) % parts.length]
      if (part && focus(part)) return
    }
  }

  /** Shows or hides the rail where it does not always show. */
  toggleRail(): void {
    this.rail = !this.rail
    focus(this.rail ? 'rail' : 'field')
  }

  /** Before the window closes: resolves to whether all that was typed is kept. */
  flush(): Promise<boolean> {
    return this.writer.flush(this.journal.target)
  }

  async #enter(start: Start): Promise<void> {
    this.secured = start.secured
    if (start.vault !== 'open') {
      this.screen = 'unlock'
      return
    }
    this.trouble = undefined
    // The field comes first: what was written before can be a moment late, or unreadable, and it still takes a line.
    this.screen = 'journal'
    await this.journal.load()
  }

  async #save(line: Line): Promise<string> {
    if (this.screen === 'journal') return this.journal.record(line)
    const at = await this.#api.drop(line)
    this.dropped = [...this.dropped, { ...line, at }]
    return at
  }
}
