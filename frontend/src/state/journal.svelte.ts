import type { Account, Entry, Kept, Kind, Leading, Line, Opened, Share } from '../api'

/** What the journal asks of Go. */
export interface JournalApi {
  accounts(): Promise<Account[]>
  open(account: string): Promise<Opened>
  record(line: Line): Promise<Kept>
  amend(entry: string, revision: number, text: string): Promise<Kept>
  amendKind(entry: string, kind: Kind): Promise<Kept>
  amendMoment(entry: string, typed: string): Promise<Kept>
  amendShare(entry: string, share: Share): Promise<Kept>
  remove(entry: string): Promise<Kept>
  restore(entry: string): Promise<Kept>
  removed(account: string): Promise<Entry[]>
  countFrom(account: string, entry: string): Promise<Opened>
  tell(account: string): Promise<Opened>
  leading(text: string): Promise<Leading>
  join(from: string, into: string): Promise<Opened>
  split(entry: string): Promise<Opened>
}

/** The unlocked journal as the window shows it: all accounts, and the lines of the open one. */
export class Journal {
  accounts = $state.raw<readonly Account[]>([])
  account = $state.raw<Account>()
  entries = $state.raw<readonly Entry[]>([])
  /** The lines that were taken out of the open account, while they are shown. */
  removed = $state.raw<readonly Entry[]>()
  /** Whether some of the open account cannot be read. */
  damaged = $state(false)
  /** Whether the person opened this account, rather than the window the newest: then new lines belong to it. */
  #chosen = $state(false)
  /** How many saves have been taken in. */
  #changes = 0
  readonly #api: JournalApi

  constructor(api: JournalApi) {
    this.#api = api
  }

  /** The account that a new line belongs to; empty leaves it to Go, which begins a new one after a long pause. */
  readonly target: string = $derived(this.#chosen ? (this.account?.id ?? '') : '')

  /** The account that came before the open one. */
  readonly before: Account | undefined = $derived.by(() => {
    const at = this.accounts.findIndex((each) => each.id === this.account?.id)
    return at < 0 ? undefined : this.accounts[at + 1]
  })

  /** Reads the accounts and shows the newest, or that one. */
  async load(account = ''): Promise<void> {
    this.accounts = await this.#api.accounts()
    const shown = this.accounts.find((each) => each.id === account) ?? this.accounts[0]
    if (shown) await this.open(shown.id)
  }

  /** Puts the lines of the open account into the one before it, and shows that one. */
  async join(): Promise<void> {
    if (this.account && this.before) await this.load((await this.#api.join(this.account.id, this.before.id)).account.id)
  }

  /** Begins an account of its own with this line, and shows it. */
  async split(entry: string): Promise<void> {
    await this.load((await this.#api.split(entry)).account.id)
  }

  /** Shows the account. Choosing the newest is the same as not choosing. */
  async open(id: string): Promise<void> {
    this.removed = undefined
    this.#shown(await this.#api.open(id))
    this.#chosen = id !== this.accounts[0]?.id
  }

  /** Reads the open account again, after something else has changed it. */
  async refresh(): Promise<void> {
    const id = this.account?.id
    if (!id) return
    const opened = await this.#settled(() => this.#api.open(id))
    if (this.account?.id !== id) return // somebody has gone on to another account meanwhile
    this.#shown(opened)
    if (this.removed) this.removed = await this.#api.removed(this.account.id)
  }

  /** Reads again what there is. The newest account shows itself only where nobody is in the middle of a line. */
  async arrive(idle: boolean): Promise<void> {
    this.accounts = await this.#settled(() => this.#api.accounts())
    const newest = this.accounts[0]
    if (newest && newest.id !== this.account?.id && !this.#chosen && idle) await this.open(newest.id)
    else await this.refresh()
  }

  /** Reads what no save has overtaken: an answer from before it would take the line off the screen again. */
  async #settled<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = this.#changes
      const answer = await read()
      if (before === this.#changes) return answer
    }
  }

  /** Forgets everything, as locking does. */
  clear(): void {
    this.accounts = []
    this.account = undefined
    this.entries = []
    this.removed = undefined
    this.#chosen = false
  }

  /** The line with this id. */
  entry(id: string | undefined): Entry | undefined {
    return this.entries.find((each) => each.id === id)
  }

  /** Keeps a line and shows it. */
  async record(line: Line): Promise<Entry> {
    const { account, entry } = await this.#api.record(line)
    this.#changes++
    this.#list(account)
    if (account.id === this.account?.id) {
      this.account = account
      this.#place(entry)
    } else if (!this.#chosen) {
      // Go began a new account; this is its first line.
      this.account = account
      this.entries = [entry]
      this.removed = undefined
    }
    return entry
  }

  amend = async (entry: string, revision: number, text: string) => this.#kept(await this.#api.amend(entry, revision, text))
  amendKind = async (entry: string, kind: Kind) => this.#kept(await this.#api.amendKind(entry, kind))
  amendMoment = async (entry: string, typed: string) => this.#kept(await this.#api.amendMoment(entry, typed))
  amendShare = async (entry: string, share: Share) => this.#kept(await this.#api.amendShare(entry, share))
  remove = async (entry: string) => this.#kept(await this.#api.remove(entry))
  restore = async (entry: string) => this.#kept(await this.#api.restore(entry))
  leading = (text: string) => this.#api.leading(text)

  /** Shows the lines that were taken out, or hides them again. */
  async toggleRemoved(): Promise<void> {
    this.removed = this.removed || !this.account ? undefined : await this.#api.removed(this.account.id)
  }

  /** Counts the times of a release from this line on. */
  async countFrom(entry: string): Promise<void> {
    if (this.account) this.#shown(await this.#api.countFrom(this.account.id, entry))
  }

  /** Says "enough for now" of the open account. */
  async tell(): Promise<void> {
    if (this.account) this.#shown(await this.#api.tell(this.account.id))
  }

  /** Takes in a line that was changed beside its text. */
  take = (kept: Kept): Entry => this.#kept(kept)

  /** Takes in an account that was changed; of another one than is shown only the list says so. */
  show(opened: Opened): void {
    this.#changes++
    if (opened.account.id === this.account?.id) this.#shown(opened)
    else this.#list(opened.account)
  }

  #shown({ account, entries, damaged }: Opened): void {
    this.damaged = damaged
    this.#list(account)
    this.account = account
    this.entries = entries
  }

  /** Takes in a line as it is now. */
  #kept({ account, entry }: Kept): Entry {
    this.#changes++
    this.#list(account)
    if (account.id !== this.account?.id) return entry
    this.account = account
    if (entry.removed) {
      this.entries = this.entries.filter((each) => each.id !== entry.id)
      if (this.removed) this.removed = [...this.removed.filter((each) => each.id !== entry.id), entry]
    } else {
      this.#place(entry)
      this.removed = this.removed?.filter((each) => each.id !== entry.id)
    }
    return entry
  }

  /** Puts a line where its time says; one without a time stays at the end. */
  #place(entry: Entry): void {
    const others = this.entries.filter((each) => each.id !== entry.id)
    const was = this.entries.findIndex((each) => each.id === entry.id)
    const at = this.entries[was]?.at
    if (was >= 0 && at === entry.at) {
      this.entries = this.entries.with(was, entry)
      return
    }
    const time = Date.parse(entry.at)
    const before = others.findLastIndex((each) => !(Date.parse(each.at) > time))
    this.entries = others.toSpliced(before + 1, 0, entry)
  }

  /** Puts an account in its place in the list: a new one is the newest. */
  #list(account: Account): void {
    const at = this.accounts.findIndex((each) => each.id === account.id)
    this.accounts = at < 0 ? [account, ...this.accounts] : this.accounts.with(at, account)
  }
}
