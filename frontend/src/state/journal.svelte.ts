import type { Account, Entry, Kept, Line, Opened } from '../api'

/** What the journal asks of Go. */
export interface JournalApi {
  accounts(): Promise<Account[]>
  open(account: string): Promise<Opened>
  record(line: Line): Promise<Kept>
  tell(account: string): Promise<Opened>
}

/** The unlocked journal as the window shows it: all accounts, and the lines of the open one. */
export class Journal {
  accounts = $state.raw<readonly Account[]>([])
  account = $state.raw<Account>()
  entries = $state.raw<readonly Entry[]>([])
  /** Whether the person opened this account, rather than the window the newest: then new lines belong to it. */
  #chosen = $state(false)
  readonly #api: JournalApi

  constructor(api: JournalApi) {
    this.#api = api
  }

  /** The account that a new line belongs to; empty leaves it to Go, which begins a new one after a long pause. */
  readonly target: string = $derived(this.#chosen ? (this.account?.id ?? '') : '')

  /** Reads the accounts and shows the newest. */
  async load(): Promise<void> {
    this.accounts = await this.#api.accounts()
    const [newest] = this.accounts
    if (newest) await this.#show(newest.id)
  }

  /** Shows the account. Choosing the newest is the same as not choosing. */
  async open(id: string): Promise<void> {
    await this.#show(id)
    this.#chosen = id !== this.accounts[0]?.id
  }

  /** Keeps a line and shows it; returns when it was recorded. */
  async record(line: Line): Promise<string> {
    const { account, entry } = await this.#api.record(line)
    this.#list(account)
    if (account.id === this.account?.id) {
      this.account = account
      this.entries = [...this.entries, entry]
    } else if (!this.#chosen) {
      // Go began a new account; this is its first line.
      this.account = account
      this.entries = [entry]
    }
    return entry.recorded
  }

  /** Says "enough for now" of the open account. */
  async tell(): Promise<void> {
    if (!this.account) return
    const { account, entries } = await this.#api.tell(this.account.id)
    this.#list(account)
    this.account = account
    this.entries = entries
  }

  async #show(id: string): Promise<void> {
    const { account, entries } = await this.#api.open(id)
    this.account = account
    this.entries = entries
  }

  /** Puts an account in its place in the list: a new one is the newest. */
  #list(account: Account): void {
    const at = this.accounts.findIndex((each) => each.id === account.id)
    this.accounts = at < 0 ? [account, ...this.accounts] : this.accounts.with(at, account)
  }
}
