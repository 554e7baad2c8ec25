import { refused, type Refused, type Saved, type Secured, type Start, type Strength } from '../api'

/** What the first run asks of Go. */
export interface FirstApi {
  strength(passphrase: string): Promise<Strength>
  phrase(): Promise<string>
  makeSecure(passphrase: string): Promise<Secured>
  saveRecovery(recovery: string, title: string): Promise<Saved>
}

/** The groups in which a recovery key is shown and asked back. The first one is the same in every key. */
export const groups = (recovery: string): string[] => recovery.match(/^AGE-SECRET-KEY-1|.{1,6}/g) ?? []

/** A journal's first passphrase and its recovery key. */
export class First {
  passphrase = $state('')
  strength = $state.raw<Strength>({ bits: 0, enough: false, level: 'none' })
  recovery = $state('')
  /** Which group of the recovery key is asked back, from 0. */
  asked = $state(0)
  answer = $state('')
  saved = $state('')
  busy = $state(false)
  trouble = $state.raw<Refused>()
  #start: Start | undefined
  readonly #api: FirstApi

  constructor(api: FirstApi) {
    this.#api = api
  }

  readonly groups: readonly string[] = $derived(groups(this.recovery))
  /** Whether the group that was asked for is the one that was typed. */
  readonly proven: boolean = $derived(
    this.answer.trim().toUpperCase() === this.groups[this.asked] && this.groups.length > 0,
  )

  /** Measures what is typed. An answer to what was typed before does not count. */
  async measure(): Promise<void> {
    const typed = this.passphrase
    try {
      const strength = await this.#api.strength(typed)
      if (typed === this.passphrase) this.strength = strength
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Six words drawn by lot. */
  async draw(): Promise<void> {
    try {
      this.passphrase = await this.#api.phrase()
      await this.measure()
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Gives the journal this passphrase, and shows the recovery key. */
  async secure(): Promise<void> {
    if (this.busy || !this.passphrase) return
    this.busy = true
    this.trouble = undefined
    try {
      const { start, recovery } = await this.#api.makeSecure(this.passphrase)
      this.#start = start
      this.recovery = recovery
      // One of those that differ, and whole.
      this.asked = 1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % Math.max(groups(recovery).length - 2, 1))
      this.passphrase = ''
    } catch (reason) {
      this.trouble = refused(reason)
    } finally {
      this.busy = false
    }
  }

  async save(title: string): Promise<void> {
    try {
      this.saved = (await this.#api.saveRecovery(this.recovery, title)).path || this.saved
      this.trouble = undefined
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Forgets all of it, and returns how things stand now. */
  finish(): Start | undefined {
    const start = this.#start
    this.passphrase = this.recovery = this.answer = this.saved = ''
    this.strength = { bits: 0, enough: false, level: 'none' }
    this.trouble = undefined
    this.#start = undefined
    return start
  }
}
