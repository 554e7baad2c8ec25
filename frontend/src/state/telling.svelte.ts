import type {
  Asked,
  Closing,
  Described,
  Entry,
  Field,
  Kept,
  Later,
  Met,
  Opened,
  Outcome,
  Question,
  RecallMove,
  Refused,
  Relation,
  Timeline,
} from '../api'
import { attempt } from './attempt.svelte'

/** What telling an account asks of Go. */
export interface TellingApi {
  questions(entry: string): Promise<Asked>
  answer(entry: string, field: Field, choices: string[], words: string, skipped: boolean): Promise<Asked>
  link(from: string, to: string, as: Relation): Promise<Kept>
  unlink(from: string, to: string, as: Relation): Promise<Kept>
  conclude(expectation: string, effects: string[], met: Met): Promise<Kept>
  pivot(entry: string, is: boolean): Promise<Opened>
  describe(account: string, about: Described): Promise<Opened>
  recall(account: string, move: RecallMove): Promise<Opened>
  closeAccount(account: string, page: Closing): Promise<Opened>
  keepAccount(account: string): Promise<Opened>
  timeline(account: string): Promise<Timeline>
  since(account: string): Promise<Later[]>
}

/** What telling needs of the journal that is on screen. */
export interface Shown {
  /** The line with this id, as it is now. */
  entry(id: string): Entry | undefined
  /** Takes in a line that was changed. */
  take(kept: Kept): unknown
  /** Takes in an account that was changed. */
  show(opened: Opened): void
}

/** An answer that is being given, and not kept yet. */
interface Draft {
  readonly entry: string
  readonly question: Question
  chosen: readonly string[]
  words: string
}

/** What is said of one account and its lines beside the lines: one question at a time, and none that has to be answered. */
export class Telling {
  asked = $state.raw<Asked>()
  draft = $state<Draft>()
  /** What has become of the account since its first telling. */
  later = $state.raw<readonly Later[]>([])
  timeline = $state.raw<Timeline>()
  /** What is typed on the closing page, and on that about the account, while it is not kept. */
  closing = $state.raw<{ account: string; page: Closing }>()
  about = $state.raw<{ account: string; about: Described }>()
  trouble = $state.raw<Refused>()
  /** What was put off in this sitting: it is asked again in another one. */
  #off = $state.raw<ReadonlySet<string>>(new Set())
  #asking = ''
  /** The account that is laid on a line. */
  #laid = ''
  /** Settles once it is known what is asked about the line that was gone to last. */
  looked: Promise<unknown> = Promise.resolve()
  #last: Promise<unknown> = Promise.resolve()
  readonly #api: TellingApi
  readonly #shown: Shown

  constructor(api: TellingApi, shown: Shown) {
    this.#api = api
    this.#shown = shown
  }

  /** The question that is asked: the first that was neither answered, nor skipped, nor put off. */
  readonly next: Question | undefined = $derived(
    this.asked?.questions.find(
      (each) => !answered(each) && !each.skipped && !this.#off.has(`${this.asked?.entry.id} ${each.field}`),
    ),
  )

  /** What was taken out of the account since its first telling. */
  readonly gone: readonly Later[] = $derived(this.later.filter((each) => each.is === 'taken out'))

  /** Everything that was said of the line. */
  readonly said: readonly Question[] = $derived(this.asked?.questions.filter(answered) ?? [])

  /** Reads what can be asked about a line; an answer that was begun is kept first. */
  look(entry: string): Promise<unknown> {
    return (this.looked = this.#look(entry))
  }

  async #look(entry: string): Promise<void> {
    await this.settle()
    this.#asking = entry
    if (!entry) {
      this.asked = undefined
      this.draft = undefined
      return
    }
    await attempt(this, async () => this.#take(await this.#api.questions(entry), entry))
  }

  /** Reads again what is asked about the line, after something else has changed it. */
  async again(): Promise<void> {
    const entry = this.#asking
    if (!entry || (this.draft && this.#typed(this.draft))) return
    await attempt(this, async () => this.#take(await this.#api.questions(entry), entry))
  }

  /** Begins to change what was said. */
  ask(question: Question): void {
    if (this.asked) this.draft = { entry: this.asked.entry.id, question, chosen: question.chosen, words: question.words }
  }

  /** Takes a choice, or takes it back. */
  choose(choice: string): void {
    const { draft } = this
    if (!draft) return
    if (draft.chosen.includes(choice)) draft.chosen = draft.chosen.filter((each) => each !== choice)
    else draft.chosen = draft.question.shape === 'some' ? [...draft.chosen, choice] : [choice]
  }

  /** Keeps the answer, and goes on to the next question. */
  async keep(): Promise<boolean> {
    const { draft } = this
    if (!draft) return true
    return attempt(this, async () => {
      const { entry, question, chosen, words } = draft
      const asked = await this.#api.answer(entry, question.field, [...chosen], words, question.skipped && !chosen.length && !words)
      if (this.#asking === entry) this.#take(asked, entry)
    })
  }

  /** Goes on without an answer; it may be asked again another day. */
  putOff(): void {
    const { draft } = this
    if (!draft) return
    this.#off = new Set([...this.#off, `${draft.entry} ${draft.question.field}`])
    this.#begin()
  }

  /** The question is not asked of this line again. */
  async skip(): Promise<void> {
    const { draft } = this
    if (!draft) return
    await attempt(this, async () => {
      const { entry, question } = draft
      this.#take(await this.#api.answer(entry, question.field, question.chosen, question.words, true), entry)
    })
  }

  /** Says what became of the expectation, one change after the other: a second key must not take back the first. */
  conclude(expectation: string, change: (outcome: Outcome) => Partial<Outcome>): Promise<boolean> {
    const next = this.#last.then(() =>
      attempt(this, async () => {
        const entry = this.#shown.entry(expectation)
        if (!entry) return
        const { effects, met } = { ...entry.outcome, ...change(entry.outcome) }
        this.#shown.take(await this.#api.conclude(entry.id, [...effects], met))
        await this.again()
        if (this.timeline) await this.lay(entry.account)
      }),
    )
    this.#last = next
    return next
  }

  /** Joins the line to another, or takes that away. */
  link = (from: string, to: string, as: Relation) =>
    attempt(this, async () => this.#taken(await this.#api.link(from, to, as)))
  unlink = (from: string, to: string, as: Relation) =>
    attempt(this, async () => this.#taken(await this.#api.unlink(from, to, as)))

  /** Makes the line a turning point, or no longer one. */
  pivot = (entry: string, is: boolean) =>
    attempt(this, async () => {
      this.#shown.show(await this.#api.pivot(entry, is))
      await this.again()
    })

  /** Makes a move in the guided recall. */
  recall = (account: string, move: RecallMove) =>
    attempt(this, async () => this.#shown.show(await this.#api.recall(account, move)))

  /** Lays the account on a line. That of another is not shown until then. */
  lay = (account: string) =>
    attempt(this, async () => {
      if (account !== this.#laid) this.timeline = undefined
      this.#laid = account
      this.timeline = await this.#api.timeline(account)
    })

  /** Reads what has become of the account since its first telling. */
  compare = (account: string, told: boolean) =>
    attempt(this, async () => {
      this.later = told ? await this.#api.since(account) : []
    })

  /** Says that the account is over. What is typed on its closing page is kept first. */
  async over(account: string): Promise<boolean> {
    return (await this.settle()) && attempt(this, async () => this.#shown.show(await this.#api.keepAccount(account)))
  }

  /** Keeps everything that is typed and not kept. */
  async settle(): Promise<boolean> {
    let kept = true
    const { draft } = this
    if (draft && this.#typed(draft)) kept = await this.keep()
    const { closing, about } = this
    if (closing)
      kept =
        (await attempt(this, async () => {
          this.#shown.show(await this.#api.closeAccount(closing.account, closing.page))
          if (this.closing === closing) this.closing = undefined
        })) && kept
    if (about)
      kept =
        (await attempt(this, async () => {
          this.#shown.show(await this.#api.describe(about.account, about.about))
          if (this.about === about) this.about = undefined
        })) && kept
    return kept
  }

  /** Forgets everything, as locking does. */
  clear(): void {
    this.asked = undefined
    this.draft = undefined
    this.later = []
    this.timeline = undefined
    this.closing = undefined
    this.about = undefined
    this.trouble = undefined
    this.#asking = ''
    this.#off = new Set()
  }

  /** Whether an answer says something that is not kept. */
  #typed({ question, chosen, words }: Draft): boolean {
    return words.trim() !== question.words || chosen.join('\n') !== question.chosen.join('\n')
  }

  async #taken(kept: Kept): Promise<void> {
    this.#shown.take(kept)
    await this.again()
  }

  #take(asked: Asked, entry: string): void {
    if (this.#asking !== entry) return // somebody has gone on to another line meanwhile
    this.asked = asked
    this.#begin()
  }

  #begin(): void {
    const { next, asked } = this
    this.draft = next && asked ? { entry: asked.entry.id, question: next, chosen: next.chosen, words: next.words } : undefined
  }
}

/** Whether something was said. */
const answered = ({ chosen, words }: Question): boolean => chosen.length > 0 || words !== ''
