import type { Kind, Refused, Undone } from '../api'
import { words } from '../strings/index.svelte'
import { focus, type Part } from '../ui/focus'
import { attempt } from './attempt.svelte'
import type { Journal } from './journal.svelte'
import type { Notice } from './notice.svelte'
import type { Releases } from './releases.svelte'
import type { Review } from './review.svelte'
import type { Screen } from './screen'
import type { Sheet } from './sheet.svelte'
import type { Telling } from './telling.svelte'
import type { Writer } from './writer.svelte'

/** What taking back asks of Go. */
export interface UndoApi {
  undo(): Promise<Undone>
  redo(): Promise<Undone>
}

/** What is done with lines has to know where the keyboard is, and shows itself on these screens. */
interface Around {
  line: string
  asking: 'text' | 'time' | undefined
  trouble: Refused | undefined
  readonly focused: Part | undefined
  readonly screen: Screen
  readonly journal: Journal
  readonly writer: Writer
  readonly telling: Telling
  readonly review: Review
  readonly releases: Releases
  readonly sheet: Sheet
  readonly notice: Notice
  /** Keeps the line in the field. */
  keep(): void
}

/** What is done with the lines of the account that is open, most of it with the one that has the keyboard. */
export class Lines {
  readonly #api: UndoApi
  readonly #desk: Around

  constructor(api: UndoApi, desk: Around) {
    this.#api = api
    this.#desk = desk
  }

  /** Says what sort of thing a line is: the one that has the keyboard, or the one in the field. Again takes it back. */
  async kind(kind: Kind): Promise<void> {
    if (this.#desk.focused !== 'lines') {
      this.#desk.writer.kind = this.#desk.writer.slip.kind === kind ? '' : kind
      return
    }
    // A line that is just being kept is one as soon as it is.
    await this.#desk.writer.again()
    const entry = this.#desk.journal.entry(this.#desk.line)
    if (!entry) return
    // What was only guessed is said by the same key.
    await attempt(this.#desk, () => this.#desk.journal.amendKind(entry.id, entry.kind === kind && !entry.guessed ? '' : kind))
  }

  /** Begins to change the line that has the keyboard, or its time, in its place. */
  edit(what: 'text' | 'time' = 'text'): void {
    const entry = this.#desk.journal.entry(this.#desk.line)
    if (!entry) return
    this.#desk.asking = what
    if (what === 'text') this.#desk.writer.edit(entry)
  }

  /** Ends changing a line in its place; what was typed is kept. */
  endEdit(): void {
    if (this.#desk.asking && this.#desk.writer.done()) this.#desk.asking = undefined
  }

  /** Says when the line was, as typed. It stays open if that cannot be read. */
  async time(typed: string): Promise<void> {
    const entry = this.#desk.journal.entry(this.#desk.line)
    if (!entry || !typed.trim()) this.#desk.asking = undefined
    else if (await attempt(this.#desk, () => this.#desk.journal.amendMoment(entry.id, typed))) this.#desk.asking = undefined
  }

  /** Says when another line was, as typed. */
  timeOf = (entry: string, typed: string): Promise<boolean> =>
    typed.trim() ? attempt(this.#desk, () => this.#desk.journal.amendMoment(entry, typed)) : Promise.resolve(true)

  /** Makes the line a turning point of its account, or no longer one. */
  pivot = () => this.#desk.telling.pivot(this.#desk.line, !this.#desk.journal.account?.pivots.includes(this.#desk.line))

  /** Takes the line out. A notice offers it back. */
  async remove(): Promise<void> {
    const id = this.#desk.line
    const at = this.#desk.journal.entries.findIndex((each) => each.id === id)
    if (at < 0) return
    this.#desk.asking = undefined
    this.#desk.writer.editing = undefined
    await this.#desk.writer.again()
    if (!(await attempt(this.#desk, () => this.#desk.journal.remove(id)))) return
    this.#desk.notice.say(words().notices.removed, true)
    this.#desk.line = (this.#desk.journal.entries[at] ?? this.#desk.journal.entries[at - 1])?.id ?? ''
    focus(this.#desk.line ? 'lines' : 'field')
  }

  /** Puts a line back. */
  async restore(id: string): Promise<void> {
    if (!(await attempt(this.#desk, () => this.#desk.journal.restore(id)))) return
    this.#desk.notice.say(words().notices.restored)
    await this.#retell()
  }

  /** Counts the times of a release from the line. */
  countFrom = () => attempt(this.#desk, () => this.#desk.journal.countFrom(this.#desk.line))

  /** Makes the line background, that is spoken of and never quoted; or private again. */
  background = () =>
    attempt(this.#desk, async () => {
      const entry = this.#desk.journal.entry(this.#desk.line)
      if (entry) await this.#desk.journal.amendShare(entry.id, entry.share === 'background' ? 'private' : 'background')
    })

  /** Shows the lines that were taken out, or hides them. */
  toggleRemoved = () => attempt(this.#desk, () => this.#desk.journal.toggleRemoved())

  /** Takes back the latest change, or makes it again. */
  async undo(again = false): Promise<void> {
    await attempt(this.#desk, async () => {
      const { what, account } = await (again ? this.#api.redo() : this.#api.undo())
      this.#desk.notice.say(what ? (again ? words().notices.redone : words().notices.undone) : words().notices.nothing)
      if (what === 'moved') await this.#desk.journal.load(account)
      else await this.#desk.journal.refresh()
      await this.#desk.review.refresh()
      await this.#retell()
      if (this.#desk.screen === 'releases') await this.#desk.releases.refresh()
      if (this.#desk.screen === 'sheet') await this.#desk.sheet.refresh()
    })
  }

  /** Shows what lines have become beside the lines: on the timeline, and against the first telling. */
  async #retell(): Promise<void> {
    const { account } = this.#desk.journal
    if (!account) return
    if (this.#desk.screen === 'timeline') await this.#desk.telling.lay(account.id)
    else await this.#desk.telling.compare(account.id, account.told)
  }

  /** Joins the open account with the one before it, where a pause was no end. A notice offers it back. */
  async join(): Promise<void> {
    this.endEdit()
    this.#desk.keep()
    await this.#desk.writer.again()
    if (!this.#desk.journal.before) return
    if (await attempt(this.#desk, () => this.#desk.journal.join())) this.#desk.notice.say(words().notices.joined, true)
    focus('field')
  }

  /** Lets the line begin an account of its own. A notice offers it back. */
  async split(): Promise<void> {
    const id = this.#desk.line
    if (!this.#desk.journal.entry(id) || this.#desk.journal.entries[0]?.id === id) return
    this.endEdit()
    await this.#desk.writer.again()
    if (await attempt(this.#desk, () => this.#desk.journal.split(id))) this.#desk.notice.say(words().notices.split, true)
    focus('lines')
  }
}
