import { refused, type BackupFile, type Inside, type Restorable, type Start } from '../api'
import { Attempt } from './attempt.svelte'
import { NewPassphrase, type PassphraseApi } from './passphrase.svelte'

/** What restoring a backup asks of Go. */
export interface RestoreApi extends PassphraseApi {
  restorable(): Promise<Restorable>
  chooseBackup(title: string): Promise<string>
  readBackup(path: string, recovery: string): Promise<Inside>
  restoreBackup(path: string, recovery: string, next: string): Promise<Start>
  goBack(): Promise<Start>
  confirmRestore(): Promise<Restorable>
  readRecovery(title: string): Promise<string>
}

/** A backup is chosen, read by the recovery key, and the journal made again of it. */
export class Restoring extends Attempt {
  is = $state.raw<Restorable>()
  /** A file that the person chose, which is not among those that are known. */
  other = $state('')
  /** The path of the backup that is chosen. */
  path = $state('')
  /** The recovery key, as it is typed. */
  typed = $state('')
  /** What the chosen backup holds, once it was read. */
  inside = $state.raw<Inside>()
  /** Whether the journal is open behind it all. */
  behind = $state(false)
  readonly next: NewPassphrase
  #loading: Promise<void> | undefined
  readonly #api: RestoreApi

  constructor(api: RestoreApi) {
    super()
    this.#api = api
    this.next = new NewPassphrase(api)
  }

  readonly chosen: BackupFile | undefined = $derived(this.is?.backups.find((each) => each.path === this.path))

  /** Looks for backups; the newest that is whole is chosen. A key can be typed meanwhile. */
  load(): Promise<void> {
    return (this.#loading = this.#load())
  }

  async #load(): Promise<void> {
    try {
      this.is = await this.#api.restorable()
      this.path ||= this.is.backups.find((each) => !each.changed)?.path ?? ''
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Asks for a file that is not among them. */
  choose = (title: string) =>
    this.try(async () => {
      const path = await this.#api.chooseBackup(title)
      if (!path) return
      if (!this.is?.backups.some((each) => each.path === path)) this.other = path
      this.path = path
    })

  /** Takes the recovery key out of the file that it was saved to. */
  async readKey(title: string): Promise<void> {
    const read = await this.try(() => this.#api.readRecovery(title))
    if (!read) return
    this.typed = read
    await this.look()
  }

  /** Reads the chosen backup. What was typed stays, to be corrected. */
  async look(): Promise<void> {
    await this.#loading // else none is chosen yet
    if (!this.path || !this.typed.trim()) return
    await this.try(async () => void (this.inside = await this.#api.readBackup(this.path, this.typed)))
  }

  /** Makes the journal what the backup holds. */
  async run(): Promise<Start | undefined> {
    if (!this.inside || !this.next.text) return undefined
    return this.try(() => this.#api.restoreBackup(this.path, this.typed, this.next.text))
  }

  /** Takes the journal again that was set aside. */
  back = () => this.try(() => this.#api.goBack())

  /** Removes what was set aside, for ever. */
  confirm = () => this.try(async () => void (this.is = await this.#api.confirmRestore()))

  /** To another backup. */
  again(): void {
    this.inside = undefined
    this.next.clear()
    this.trouble = undefined
  }

  clear(): void {
    this.again()
    this.is = undefined
    this.other = this.path = this.typed = ''
    this.behind = false
  }
}
