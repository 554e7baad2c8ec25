import type { Account, Checkup, Exported, Opened } from '../api'
import { Attempt } from './attempt.svelte'

/** What reading what is left of a damaged journal asks of Go. */
export interface RemainsApi {
  whatIsLeft(passphrase: string, recovery: string): Promise<Checkup>
  leftAccounts(): Promise<Account[]>
  leftAccount(account: string): Promise<Opened>
  exportLeft(title: string): Promise<Exported>
  readRecovery(title: string): Promise<string>
}

/** Whether what was typed is, or begins as, a recovery key: no passphrase does. */
export const isRecovery = (typed: string): boolean => /^\s*AGE-SECRET-KEY/i.test(typed)

/** What is left of a journal that does not open for damage: what that is, and its lines, to be read. */
export class Remains extends Attempt {
  /** The passphrase or the recovery key, as it is typed. */
  typed = $state('')
  is = $state.raw<Checkup>()
  /** What was written of it. */
  exported = $state.raw<Exported>()
  accounts = $state.raw<readonly Account[]>([])
  opened = $state.raw<Opened>()
  readonly #api: RemainsApi

  constructor(api: RemainsApi) {
    super()
    this.#api = api
  }

  /** Whether there is a line to read. */
  readonly some: boolean = $derived(!!this.is?.lines || !!this.is?.waiting)

  /** Opens what is left by what was typed. That goes, unless it is a recovery key to be corrected. */
  async open(): Promise<void> {
    const recovery = isRecovery(this.typed)
    await this.try(async () => {
      this.is = await this.#api.whatIsLeft(recovery ? '' : this.typed, recovery ? this.typed : '')
    })
    if (!recovery || this.is) this.typed = ''
  }

  /** Takes the recovery key out of the file that it was saved to. */
  async readKey(title: string): Promise<void> {
    const read = await this.try(() => this.#api.readRecovery(title))
    if (!read) return
    this.typed = read
    await this.open()
  }

  /** Shows the accounts, and one of them. */
  show = (account?: string) =>
    this.try(async () => {
      if (!this.accounts.length) this.accounts = await this.#api.leftAccounts()
      const id = account ?? this.opened?.account.id ?? this.accounts[0]?.id
      this.opened = id ? await this.#api.leftAccount(id) : undefined
    })

  /** Asks for a folder, and writes what is left into it in the clear. */
  export = (title: string) =>
    this.try(async () => {
      const exported = await this.#api.exportLeft(title)
      if (exported.folder) this.exported = exported
    })

  /** Nothing of a journal that was locked is shown. */
  forget(): void {
    this.typed = ''
    this.is = this.exported = this.opened = this.trouble = undefined
    this.accounts = []
  }
}
