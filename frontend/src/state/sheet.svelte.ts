import { refused, type Deciding, type Format, type Prepared, type Refused, type Saved, type SheetShown } from '../api'

/** What a meeting sheet asks of Go. */
export interface SheetApi {
  sheet(account: string): Promise<SheetShown>
  keepSheet(account: string, turns: string[], ask: string, rather: string): Promise<SheetShown>
  decideSheet(account: string, finding: string, what: Deciding): Promise<SheetShown>
  settleSheet(account: string, question: string, words?: string): Promise<SheetShown>
  leaveSheet(account: string, question: string): Promise<SheetShown>
  prepareSheet(account: string): Promise<Prepared>
  save(draft: string, format: Format, title: string): Promise<Saved>
}

/** How many turning points a sheet has at most. */
export const mostTurns = 3

/** One page to speak from: what was written for it, and how it will be read. Changes go one after the other. */
export class Sheet {
  is = $state.raw<SheetShown>()
  ask = $state('')
  rather = $state('')
  /** What keeps it from leaving. */
  stopped = $state.raw<Prepared>()
  saved = $state('')
  trouble = $state.raw<Refused>()
  #account = ''
  #last: Promise<unknown> = Promise.resolve()
  readonly #api: SheetApi

  constructor(api: SheetApi) {
    this.#api = api
  }

  readonly empty: boolean = $derived(!this.is || !(this.is.turns.length || this.is.ask || this.is.rather))

  async open(account: string): Promise<void> {
    if (account !== this.#account) this.clear()
    this.#account = account
    await this.#next(async () => {
      const is = await this.#api.sheet(account)
      // What is being typed is the person's, whatever else has changed meanwhile.
      const typed = this.#typed
      this.is = is
      if (typed) return
      this.ask = is.ask
      this.rather = is.rather
    })
  }

  clear(): void {
    this.#account = ''
    this.is = undefined
    this.ask = this.rather = this.saved = ''
    this.stopped = undefined
    this.trouble = undefined
  }

  /** Takes a line as a turning point, or leaves it out. */
  turn(entry: string, is: boolean): Promise<void> {
    return this.#next(() => {
      const rest = this.is?.turns.filter((each) => each !== entry) ?? []
      return this.#keep(is ? [...rest, entry] : rest)
    })
  }

  /** Whether something is typed that is not kept yet. */
  get #typed(): boolean {
    return !!this.is && (this.is.ask !== this.ask.trim() || this.is.rather !== this.rather.trim())
  }

  /** Keeps what was typed, and waits until every change is made. */
  async settle(): Promise<void> {
    if (this.#typed) await this.#next(() => this.#keep(this.is?.turns ?? []))
    await this.#last
  }

  decide(finding: string, what: Deciding): Promise<void> {
    return this.#next(async () => void (this.is = await this.#api.decideSheet(this.#account, finding, what)))
  }

  /** Answers an indirect question: the suggested words stand there. */
  reword(question: string): Promise<void> {
    return this.#next(async () => void (this.is = await this.#api.settleSheet(this.#account, question)))
  }

  /** Answers an indirect question: its words stay. */
  leave(question: string): Promise<void> {
    return this.#next(async () => void (this.is = await this.#api.leaveSheet(this.#account, question)))
  }

  /** Reads it again, after something else has changed it. */
  refresh(): Promise<void> {
    return this.#account ? this.open(this.#account) : Promise.resolve()
  }

  /** Saves it as one page, or as Markdown, where nothing stops that. */
  async save(format: Format, title: string): Promise<void> {
    await this.settle()
    await this.#next(async () => {
      const draft = await this.#draft(format)
      if (!draft) return
      const { path } = await this.#api.save(draft, format, title)
      if (path) this.saved = path
    })
  }

  async #keep(turns: string[]): Promise<void> {
    this.is = await this.#api.keepSheet(this.#account, turns, this.ask, this.rather)
  }

  async #draft(format: Format): Promise<string> {
    const prepared = await this.#api.prepareSheet(this.#account)
    const can = format === 'md' ? prepared.markdown : prepared.pdf
    this.stopped = can ? undefined : prepared
    return can ? prepared.draft : ''
  }

  #next(work: () => Promise<void>): Promise<void> {
    const run = this.#last.then(async () => {
      this.trouble = undefined
      this.stopped = undefined
      this.saved = ''
      try {
        await work()
      } catch (reason) {
        this.trouble = refused(reason)
      }
    })
    this.#last = run
    return run
  }
}
