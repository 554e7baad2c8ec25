import { maxText, Refused, refused, type Entry, type Kind, type Leading, type Line } from '../api'
import { localNow } from '../ui/time'
import { newId } from './id'

/** Where lines are kept. Every method settles when it is on disk. */
export interface Store {
  /** Puts a new line on disk. */
  record(line: Line): Promise<Pick<Entry, 'recorded' | 'revision'>>
  amend(entry: string, revision: number, text: string): Promise<Pick<Entry, 'revision'>>
  /** The revision that the line is at. */
  revision(entry: string): Promise<number>
  amendKind(entry: string, kind: Kind): Promise<Pick<Entry, 'revision'>>
  amendMoment(entry: string, typed: string): Promise<Pick<Entry, 'revision'>>
  remove(entry: string): Promise<unknown>
  /** The time at the very start of a text. */
  leading?(text: string): Promise<Leading>
  /** Whether a line can be kept before it is finished. */
  early(): boolean
}

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
/** Resolves when that time is over. */
export const late = () => new Promise<void>((resolve) => setTimeout(resolve, flushWithin))
/** How long a pause in typing is: a pasted log is not sent again for every few letters after it. */
const pause = (text: string) => 800 + text.length / 1000
/** As much of a line can be the time at its start, in UTF-16 units. */
const leadWithin = 200

/** Whether a text is more than one line of a journal holds. */
function tooLong(text: string): boolean {
  // A unit of UTF-16 is one to three bytes of UTF-8: hardly any text has to be counted.
  if (text.length > maxText || text.length * 3 <= maxText) return text.length > maxText
  return new TextEncoder().encode(text).length > maxText
}

/** One line on its way to disk: what was typed of it, and what of that is kept. */
export class Slip {
  readonly id: string
  account = ''
  text = $state('')
  kind = $state<Kind>('')
  /** Whether a time at its start is a time. */
  timed = $state(true)
  /** What the time at its start was read as, RFC 3339. */
  at = $state('')
  /** Whether it is written to its end. */
  finished = $state(false)
  /** 0 while it is not on disk. */
  revision = $state(0)
  #kept = $state.raw<{ typed: string; text: string; kind: Kind; moment: string }>()

  constructor(of?: Entry, id = newId()) {
    this.id = of?.id ?? id
    if (!of) return
    this.account = of.account
    this.text = of.text
    this.kind = of.kind
    this.timed = false
    this.revision = of.revision
    this.#kept = { typed: of.text, text: of.text, kind: of.kind, moment: '' }
  }

  /** Whether what is typed is what is on disk. */
  readonly clean: boolean = $derived(
    this.#kept ? this.#kept.typed === this.text && this.#kept.kind === this.kind : !this.text.trim(),
  )

  /** The line that was being typed when the journal was locked, with the time at its start as it was typed. */
  static resume(of: Entry, timed: boolean): Slip {
    const slip = new Slip(of)
    if (!timed || !of.typed) return slip
    slip.timed = true
    slip.text = `${of.typed} ${of.text}`
    slip.at = of.at
    slip.#kept = { typed: slip.text, text: of.text, kind: of.kind, moment: of.typed }
    return slip
  }

  /** What was kept is to be looked at again, although nothing was typed. */
  touch(): void {
    if (this.#kept) this.#kept = { ...this.#kept, typed: '' }
  }

  /** Puts one difference on disk; returns when. */
  async put(store: Store): Promise<string> {
    const { text: typed, kind } = this
    const reading = this.#read(store)
    const [moment, text] = reading ? await reading : ['', typed]
    const was = this.#kept
    if (!was) {
      const { recorded, revision } = await store.record({ id: this.id, account: this.account, text, kind, moment })
      this.revision = revision
      this.#kept = { typed, text, kind, moment }
      return recorded
    }
    if (!typed.trim()) {
      await store.remove(this.id)
      this.#kept = { ...was, typed: this.text, text: '', kind: this.kind }
    } else if (text !== was.text) {
      await this.#amend(store, text)
      this.#kept = { ...was, text, typed: moment === was.moment ? typed : was.typed }
    } else if (moment !== was.moment) {
      // Without a time at its start it was when it was written.
      this.revision = (await store.amendMoment(this.id, moment)).revision
      this.#kept = { ...was, moment, typed }
    } else if (kind !== was.kind) {
      this.revision = (await store.amendKind(this.id, kind)).revision
      this.#kept = { ...was, typed, kind }
    } else {
      this.#kept = { ...was, typed }
    }
    return localNow()
  }

  /** Puts another text on disk. What was said of the line meanwhile, such as its kind, has made it another revision. */
  async #amend(store: Store, text: string): Promise<void> {
    for (let again = 3; ; again--) {
      try {
        this.revision = (await store.amend(this.id, this.revision, text)).revision
        return
      } catch (reason) {
        // Its text is this window's alone: there is no other wording that could be lost.
        if (!again || refused(reason).code !== 'stale') throw reason
        this.revision = await store.revision(this.id)
      }
    }
  }

  /** All of it as a new line, for where it cannot be changed any more. */
  async line(store: Store, id: string): Promise<Line> {
    const { account, kind } = this
    const [moment, text] = (await this.#read(store)) ?? ['', this.text]
    return { id, account, text, kind, moment }
  }

  /** The time at its start, and the text without it; undefined where there is nothing to read. */
  #read(store: Store): Promise<[moment: string, text: string]> | undefined {
    const { text: typed } = this
    if (!this.timed || !typed.trim() || !store.leading) {
      this.at = ''
      return undefined
    }
    // Go sees the beginning only, cut between two characters.
    const cut = leadWithin + Number(/[\uD800-\uDBFF]/.test(typed[leadWithin - 1] ?? ''))
    return store.leading(typed.slice(0, cut)).then(
      (lead) => {
        this.at = lead.typed && lead.at
        const rest = lead.rest + typed.slice(cut)
        // A line that is nothing but a time is a line.
        return lead.typed && rest.trim() ? [lead.typed, rest] : ['', typed]
      },
      () => ['', typed],
    )
  }
}

/** What is not on disk as the journal locks, and the line that was being typed. */
export interface Leaving {
  readonly lines: readonly Line[]
  readonly draft: { readonly id: string; readonly waits: string; readonly timed: boolean }
}

/**
 * The writing field, the line that is edited in its place, and the lines that are not kept yet. One save is in flight at
 * a time, so that lines are kept in the order in which they were written; a line stays here until Go has said that it is
 * on disk. Lines are kept while they are typed, at every pause.
 */
export class Writer {
  /** The line in the field. */
  slip = $state.raw(new Slip())
  /** The line that is edited in its place. */
  editing = $state.raw<Slip>()
  /** Of what kind the next lines are, unless somebody says otherwise. */
  #usual = $state<Kind>('')
  /** What is to be kept, oldest first; the first one is the one being saved. */
  #queue = $state.raw<readonly Slip[]>([])
  #kept = $state('')
  #failure = $state.raw<Refused>()
  #slow = $state(false)
  #running: Promise<void> | undefined
  #pause: ReturnType<typeof setTimeout> | undefined
  readonly #store: Store

  /** Finished lines that are not on disk as they were written. */
  readonly pending: readonly Slip[] = $derived(this.#queue.filter((slip) => slip.finished))

  /** Whether something that is typed is more than one line holds. It stays where it is typed. */
  readonly long: boolean = $derived(tooLong(this.slip.text) || tooLong(this.editing?.text ?? ''))

  readonly status: Status = $derived.by(() => {
    if (this.long) return { is: 'failed', why: new Refused('long', 'The text is too long.') }
    if (this.#failure) return { is: 'failed', why: this.#failure }
    if (this.#slow) return { is: 'waiting' }
    // Beside words that are not kept yet, "Kept" would be a lie.
    if (!this.slip.clean || this.editing?.clean === false || this.pending.length || !this.#kept) return { is: 'nothing' }
    return { is: 'kept', at: this.#kept }
  })

  constructor(store: Store) {
    this.#store = store
  }

  /** What is in the field. */
  get text(): string {
    return this.slip.text
  }
  set text(text: string) {
    this.take(this.slip, text)
  }

  /** Of what kind lines are from now on, unless somebody says otherwise. */
  set usual(kind: Kind) {
    if (!this.slip.revision && (!this.slip.kind || this.slip.kind === this.#usual)) this.slip.kind = kind
    this.#usual = kind
  }

  /** Takes what is typed into a line. One that has been finished meanwhile is kept as it is now. */
  take = (slip: Slip, text: string): void => {
    slip.text = text
    if (!slip.finished) return this.#later()
    this.#enqueue(slip)
    void this.again()
  }

  /** Takes what is typed into the line that is edited in its place. */
  type(text: string): void {
    if (this.editing) this.take(this.editing, text)
  }

  /** Says what sort of thing the line in the field is. */
  set kind(kind: Kind) {
    this.slip.kind = kind
    this.#later()
  }

  /** Leaves the time at the start of the line in the field where it is. */
  plain(): void {
    this.slip.timed = false
    this.slip.at = ''
    this.slip.touch()
    this.#later()
  }

  /** The account that the line in the field began in keeps it. */
  begin(account: string): void {
    if (!this.slip.revision) this.slip.account = account
  }

  /** Takes what is in the field as a line of the account. Blank text is no line, and stays; so does too long a text. */
  keep(account: string): boolean {
    const { slip } = this
    if (!slip.text.trim()) {
      // A line that was kept while it was typed, and then taken away again.
      if (slip.revision) this.#finish(slip)
      return false
    }
    if (tooLong(slip.text)) return false
    this.begin(account)
    this.#finish(slip)
    return true
  }

  /** Begins to edit a line in its place. */
  edit(entry: Entry): void {
    if (this.done()) this.editing = new Slip(entry)
  }

  /** Ends editing in place, unless the text is too long. Blank text leaves the line as it was kept last. */
  done(): boolean {
    const slip = this.editing
    if (slip && tooLong(slip.text)) return false
    this.editing = undefined
    if (!slip || slip.clean || !slip.text.trim()) return true
    slip.finished = true
    this.#enqueue(slip)
    void this.again()
    return true
  }

  /** Saves what is pending, from the first line on; after a failure this is another try. Settles when it stops. */
  again(): Promise<void> {
    this.#running ??= this.#saveAll().finally(() => (this.#running = undefined))
    return this.#running
  }

  /** Saves what is typed now, without finishing it. */
  async settle(): Promise<void> {
    this.#soon()
    await this.again()
  }

  /** Saves what is typed, without finishing it, for no longer than closing would wait. */
  async hold(): Promise<void> {
    this.#soon()
    await Promise.race([this.again(), late()])
  }

  /**
   * Takes everything out of the window that is not on disk. What the journal has in an older wording, or is perhaps just
   * getting, is a line with an id of its own: the inbox only adds.
   */
  async leave(): Promise<Leaving> {
    clearTimeout(this.#pause)
    const typing = this.editing ?? this.slip
    const saving = this.#running ? this.#queue[0] : undefined
    const all = new Set([...this.#queue, ...(this.editing ? [this.editing] : []), this.slip])
    this.#queue = []
    this.editing = undefined
    this.slip = new Slip()
    this.#failure = undefined
    const unkept = [...all].filter((slip) => !slip.clean && slip.text.trim())
    const id = (slip: Slip) => (slip.revision || (slip === saving && !slip.finished) ? newId() : slip.id)
    const lines = await Promise.all(unkept.map((slip) => slip.line(this.#store, id(slip))))
    const waits = lines[unkept.indexOf(typing)]?.id ?? ''
    return {
      lines,
      draft: { id: typing.text.trim() ? typing.id : '', waits: waits === typing.id ? '' : waits, timed: !!typing.at },
    }
  }

  /** Takes lines back that could not be left: they are still to be kept. */
  stay(lines: readonly Line[]): Promise<void> {
    this.#queue = [
      ...this.#queue,
      ...lines.flatMap((line) => {
        const slip = new Slip(undefined, line.id)
        slip.account = line.account
        slip.text = line.moment ? `${line.moment} ${line.text}` : line.text
        slip.kind = line.kind
        slip.timed = !!line.moment
        if (tooLong(slip.text) && !this.slip.text.trim()) {
          this.slip = slip
          return []
        }
        slip.finished = true
        return [slip]
      }),
    ]
    return this.again()
  }

  /** Goes on with the line that was being typed; what waited of it is the newer wording. */
  resume(entry: Entry, timed: boolean, waited?: Entry): void {
    if (!this.slip.clean || this.slip.revision) return // somebody has begun another one
    this.slip = Slip.resume(entry, timed)
    if (waited) this.slip.text = Slip.resume(waited, timed).text
  }

  /** Resolves to whether everything is kept, within the time that closing allows. */
  async flush(account: string): Promise<boolean> {
    this.done()
    this.keep(account)
    await Promise.race([this.again(), late()])
    if (this.#queue.length && !this.#failure) this.#slow = true
    return this.#queue.length === 0 && !this.long
  }

  #finish(slip: Slip): void {
    slip.finished = true
    this.#enqueue(slip)
    this.slip = new Slip()
    this.slip.kind = this.#usual
    void this.again()
  }

  #enqueue(slip: Slip): void {
    if (!this.#queue.includes(slip)) this.#queue = [...this.#queue, slip]
  }

  #later(): void {
    clearTimeout(this.#pause)
    if (!this.#store.early()) return
    this.#pause = setTimeout(() => void this.settle(), pause((this.editing ?? this.slip).text))
  }

  /** What is being typed is due, as it stands. */
  #soon(): void {
    clearTimeout(this.#pause)
    if (!this.#store.early()) return
    for (const slip of [this.editing, this.slip])
      if (slip && !slip.clean && slip.text.trim() && !tooLong(slip.text)) this.#enqueue(slip)
  }

  async #saveAll(): Promise<void> {
    for (let slip = this.#queue[0]; slip; slip = this.#queue[0]) {
      const slow = setTimeout(() => (this.#slow = true), slowAfter)
      try {
        this.#kept = await slip.put(this.#store)
        // What was typed meanwhile comes with the next pause, unless the line is finished.
        if (slip.clean || !slip.finished) this.#queue = this.#queue.slice(1)
        this.#failure = undefined
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
