import { refused, type Bin, type Erased, type Start } from '../api'
import { Attempt } from './attempt.svelte'

/** What erasing asks of Go. */
export interface EraseApi {
  bin(): Promise<Bin>
  putIntoBin(accounts: string[]): Promise<Bin>
  takeBack(accounts: string[]): Promise<Bin>
  eraseNow(account: string): Promise<Bin>
  eraseJournal(): Promise<Erased>
  anew(): Promise<Start>
}

/** What is asked about before it is erased for ever: an account, by its id, or the whole journal. */
export const wholeJournal = 'journal'

/** The bin, and what is erased for ever. */
export class Erasing extends Attempt {
  /** How the bin stood when it was last asked after. */
  is = $state.raw<Bin>()
  /** What a word has to be typed for; empty for nothing. */
  asking = $state('')
  typed = $state('')
  /** What was done last. */
  done = $state<'binned' | 'back' | 'erased'>()
  /** The backups that outlive the journal, once that is erased. */
  erased = $state.raw<Erased>()
  /** How many times something was done. */
  #changes = 0
  readonly #api: EraseApi

  constructor(api: EraseApi) {
    super()
    this.#api = api
  }

  /** Asks how the bin stands. What is done meanwhile does not wait for it, and knows better. */
  async read(): Promise<void> {
    const before = this.#changes
    try {
      const is = await this.#api.bin()
      if (before === this.#changes) this.is = is
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  put = (accounts: string[]) => this.#take(() => this.#api.putIntoBin(accounts), 'binned')
  takeBack = (accounts: string[]) => this.#take(() => this.#api.takeBack(accounts), 'back')
  now = (account: string) => this.#take(() => this.#api.eraseNow(account), 'erased')

  /** Erases the whole journal; false where it was refused. */
  async journal(): Promise<boolean> {
    this.erased = await this.try(() => this.#api.eraseJournal())
    this.ask('')
    return !!this.erased
  }

  /** Begins to ask whether something is to be erased for ever; nothing leaves it as it is. */
  ask(what: string): void {
    this.asking = what
    this.typed = ''
  }

  /** Nothing of a journal that was locked is shown. */
  forget(): void {
    this.is = this.done = this.erased = this.trouble = undefined
    this.ask('')
  }

  /** Whether it was done. */
  async #take(ask: () => Promise<Bin>, done: 'binned' | 'back' | 'erased'): Promise<boolean> {
    this.done = undefined
    this.#changes++
    const is = await this.try(ask)
    this.ask('')
    if (!is) return false
    this.is = is
    this.done = done
    return true
  }
}
