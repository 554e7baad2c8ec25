import {
  refused,
  type IndirectQuestion,
  type Deciding,
  type Finding,
  type FindingClass,
  type FindingKind,
  type Profile,
  type Refused,
  type Remark,
  type Reviewed,
  type ReviewLine,
  type ReviewText,
} from '../api'
import { shorten } from '../ui/text'

/** What a review asks of Go. */
export interface ReviewApi {
  review(account: string): Promise<Reviewed>
  choose(account: string, entries: string[], chosen: boolean): Promise<Reviewed>
  decide(account: string, finding: string, what: Deciding, label?: string): Promise<Reviewed>
  mark(account: string, entry: string, from: number, to: number, kind?: FindingKind): Promise<Reviewed>
  classify(account: string, finding: string, of: FindingClass): Promise<Reviewed>
  merge(account: string, finding: string, other: string): Promise<Reviewed>
  part(account: string, finding: string, form: string): Promise<Reviewed>
  partPlace(account: string, finding: string, place: number): Promise<Reviewed>
  settle(account: string, question: string, words?: string): Promise<Reviewed>
  leave(account: string, question: string): Promise<Reviewed>
  address(account: string, profile: Profile, audience: string): Promise<Reviewed>
  nameCase(id: string, name: string): Promise<Reviewed>
  leaveBeside(account: string, linesOnly: boolean, lastPage: boolean): Promise<Reviewed>
}

/** What is being asked about the current finding. */
export type Asking = 'alias' | 'keep' | 'same' | 'part' | 'class' | undefined

/** A stretch of a line as it will be read: words of the person's own, or what stands for something. */
export interface Piece {
  readonly text: string
  readonly mark?: ReviewLine['marks'][number]
  /** It is what the question beside the line is about. */
  readonly asked?: boolean
}

/** What a finding is called in a list. */
export const called = ({ name }: Finding): string => shorten(name, 60)

/** Prose, or what stands between fences: what a terminal wrote. */
export interface Block {
  readonly code: boolean
  readonly pieces: readonly Piece[]
}

/** Where a question is about, in UTF-16 units. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** The line in blocks. Their texts together are the whole but for the fences. */
export function blocks(line: ReviewText, asked?: Stretch): Block[] {
  const out: Block[] = []
  const add = (code: boolean, from: number, to: number) => {
    // The breaks beside a fence are its own.
    while (from < to && line.read[from] === '\n') from++
    while (from < to && line.read[to - 1] === '\n') to--
    if (from < to) out.push({ code, pieces: pieces(line, from, to, asked) })
  }
  let code = false
  let at = 0
  for (const { index, 0: fence } of line.read.matchAll(/^ {0,3}(?:```|~~~).*$/gm)) {
    add(code, at, index)
    code = !code
    at = index + fence.length
  }
  add(code, at, line.read.length)
  return out
}

/** A stretch of the line in pieces. Their texts together are the whole. */
export function pieces({ read, marks }: ReviewText, from = 0, to = read.length, asked?: Stretch): Piece[] {
  const out: Piece[] = []
  /** The person's own words, parted where the question begins and ends. */
  const own = (from: number, to: number) => {
    const [begin, end] = asked ? [Math.max(asked.from, from), Math.min(asked.to, to)] : [to, to]
    if (begin >= end) return void out.push({ text: read.slice(from, to) })
    if (from < begin) out.push({ text: read.slice(from, begin) })
    out.push({ text: read.slice(begin, end), asked: true })
    if (end < to) out.push({ text: read.slice(end, to) })
  }
  let at = from
  for (const mark of marks) {
    if (mark.to <= from || mark.from >= to) continue
    if (mark.from > at) own(at, mark.from)
    at = Math.min(mark.to, to)
    out.push({ text: read.slice(Math.max(mark.from, from), at), mark })
  }
  if (at < to) own(at, to)
  return out
}

/** What the coach asks about the wording of a chosen line. */
interface AboutWording {
  readonly id: string
  readonly line: ReviewLine
  readonly remark: Remark
  readonly question?: undefined
}

/** What is asked about words that point at somebody: in a chosen line, or on the last page. */
interface AboutSomebody {
  readonly id: string
  readonly line?: ReviewLine
  readonly question: IndirectQuestion
  readonly remark?: undefined
}

/** What is asked before it leaves. */
export type Asked = AboutWording | AboutSomebody

/** How it stands once a change is made, as far as that is known before Go says so. */
type Show = (is: Reviewed) => Reviewed

/** One account under review: what is chosen, how it reads, what was found. Go decides; changes go one after the other. */
export class Review {
  is = $state.raw<Reviewed>()
  /** The finding or question that the keys act on. */
  at = $state('')
  asking = $state<Asking>()
  /** Whether words are being marked by hand. */
  marking = $state(false)
  /** The words that the field for that begins with. */
  words = $state('')
  /** Whether originals are shown in place of what stands for them. */
  lifted = $state(false)
  /** For whom it is, while that is being typed. */
  whom = $state<string>()
  /** What a case file is called, while that is being typed. */
  name = $state<string>()
  trouble = $state.raw<Refused>()
  #last: Promise<unknown> = Promise.resolve()
  /** What the changes of what is chosen that are not answered yet show meanwhile, in their order. */
  #meanwhile = $state.raw<readonly Show[]>([])
  readonly #api: ReviewApi

  /** Remark is what the coach asks about a line. */
  constructor(api: ReviewApi, remark: (line: ReviewLine) => Remark | undefined = () => undefined) {
    this.#api = api
    this.#remark = remark
  }

  readonly #remark: (line: ReviewLine) => Remark | undefined

  /** All that is asked about the chosen lines, in their order, then about the last page. None of it has to be answered. */
  readonly asked: readonly Asked[] = $derived.by(() => {
    const { is } = this
    if (!is) return []
    const questions = new Map<string, IndirectQuestion[]>()
    for (const each of is.questions) questions.set(each.line, [...(questions.get(each.line) ?? []), each])
    const about = (line: string) => questions.get(line) ?? []
    const lines = is.lines
      .filter((line) => line.chosen)
      .flatMap((line): Asked[] => {
        const remark = this.#remark(line)
        return [
          ...(remark ? [{ id: `coach ${line.entry.id}`, line, remark }] : []),
          ...about(line.entry.id).map((question) => ({ id: question.id, line, question })),
        ]
      })
    return [...lines, ...about('').map((question) => ({ id: question.id, question }))]
  })

  readonly undecided: readonly Finding[] = $derived(
    this.is?.findings.filter((each) => each.treatment === 'undecided') ?? [],
  )
  readonly current: Finding | undefined = $derived(this.is?.findings.find((each) => each.id === this.at))
  /** The indirect question that the keys act on. */
  readonly question: IndirectQuestion | undefined = $derived(this.is?.questions.find((each) => each.id === this.at))
  /** What the coach asks that the keys act on. */
  readonly remarked: AboutWording | undefined = $derived(
    this.asked.find((each): each is AboutWording => each.id === this.at && !!each.remark),
  )
  /** What the current finding may be one thing with: those of its kind first. */
  readonly others: readonly Finding[] = $derived.by(() => {
    const { is, current } = this
    if (!is || !current?.tied) return []
    const other = is.findings.filter((each) => each.tied && each.id !== current.id)
    return other.toSorted((a, b) => Number(b.kind === current.kind) - Number(a.kind === current.kind))
  })
  /** Whether every line that is chosen with all is. */
  readonly all: boolean = $derived(
    !!this.is && this.is.chosen > 0 && this.is.lines.every((line) => line.chosen || !line.usual),
  )
  /** Whether what is chosen is still being looked through: until then nobody knows what stands in it. */
  readonly looking: boolean = $derived(this.#meanwhile.length > 0)
  readonly ready: boolean = $derived(!!this.is && this.is.chosen > 0 && this.is.undecided === 0 && !this.looking)

  /** Shows the review of an account. */
  open(account: string): Promise<void> {
    if (this.is?.account.id !== account) {
      this.is = undefined
      this.at = ''
      this.whom = undefined
      this.name = undefined
    }
    this.asking = undefined
    return this.#next(() => this.#api.review(account))
  }

  clear(): void {
    this.is = undefined
    this.at = ''
    this.asking = undefined
    this.whom = undefined
    this.name = undefined
    this.trouble = undefined
  }

  /** Chooses a line, or leaves it out. The tick is there before the disk answers. */
  choose(ids: readonly string[], chosen: boolean): Promise<void> {
    const { is } = this
    if (!is || !ids.length) return Promise.resolve()
    const set = new Set(ids)
    return this.#look(
      () => this.#api.choose(is.account.id, [...ids], chosen),
      (is) => {
        const lines = is.lines.map((line) => (set.has(line.entry.id) && line.free ? { ...line, chosen } : line))
        return { ...is, lines, chosen: lines.filter((line) => line.chosen).length }
      },
    )
  }

  /** Chooses every line but background, reactions and ideas, or leaves out every line. */
  chooseAll(chosen: boolean): Promise<void> {
    const lines = this.is?.lines.filter((line) => (chosen ? line.usual && !line.chosen : line.chosen)) ?? []
    return this.choose(
      lines.map((line) => line.entry.id),
      chosen,
    )
  }

  /** Says for whom it is and how much it shows. */
  address(profile: Profile, audience: string): Promise<void> {
    const { is } = this
    if (!is || (is.profile === profile && is.audience === audience)) return Promise.resolve()
    return this.#look(
      () => this.#api.address(is.account.id, profile, audience),
      (is) => ({ ...is, profile, audience }),
    )
  }

  /** Says what leaves beside the lines. */
  beside(linesOnly: boolean, lastPage: boolean): Promise<void> {
    const { is } = this
    if (!is) return Promise.resolve()
    return this.#look(
      () => this.#api.leaveBeside(is.account.id, linesOnly, lastPage),
      (is) => ({ ...is, linesOnly, lastPage: { ...is.lastPage, shared: lastPage } }),
    )
  }

  /** Keeps for whom it is, and what it is called, as it was typed, and waits until every change is made. */
  async settle(): Promise<void> {
    await Promise.all([this.#settleWhom(), this.#settleName()])
    await this.#last
  }

  async #settleName(): Promise<void> {
    const { is, name } = this
    if (!is || name === undefined) return
    await this.#next(() => this.#api.nameCase(is.account.id, name))
    if (this.name === name) this.name = undefined
  }

  async #settleWhom(): Promise<void> {
    const { is, whom } = this
    if (!is || whom === undefined) return
    await this.address(is.profile, whom)
    if (this.is?.audience === whom && this.whom === whom) this.whom = undefined
  }

  /** Moves through the findings, and on through what is asked. */
  step(by: number): void {
    const all = this.is ? [...this.is.findings, ...this.asked] : []
    if (!all.length) return
    const at = all.findIndex((each) => each.id === this.at)
    const next = Math.min(Math.max(at < 0 ? 0 : at + by, 0), all.length - 1)
    this.at = all[next]?.id ?? ''
    this.asking = undefined
  }

  /** Decides about the current finding. The next undecided one is then the current one. */
  decide(what: Deciding, label = ''): Promise<void> {
    const { is, current } = this
    if (!is || !current) return Promise.resolve()
    // To accept what stands there already decides nothing new, but it is an answer.
    const index = is.findings.indexOf(current)
    const open = current.treatment === 'undecided'
    this.asking = undefined
    return this.#next(
      () => this.#api.decide(is.account.id, current.id, what, label),
      (now) => {
        const next = open ? now.findings.find((each) => each.treatment === 'undecided') : undefined
        if (next) this.at = next.id
        else if (!now.findings.some((each) => each.id === this.at))
          this.at = now.findings[Math.min(index, now.findings.length - 1)]?.id ?? ''
      },
    )
  }

  /** Says that the current finding is one thing with another. What stands for both is then the current one. */
  merge(other: string): Promise<void> {
    const { is, current } = this
    if (!is || !current) return Promise.resolve()
    this.asking = undefined
    return this.#next(
      () => this.#api.merge(is.account.id, current.id, other),
      (now) => {
        if (!now.findings.some((each) => each.id === current.id)) this.at = other
      },
    )
  }

  /** Says that a form of the current finding is another thing's. */
  part(form: string): Promise<void> {
    const { is, current } = this
    if (!is || !current) return Promise.resolve()
    this.asking = undefined
    return this.#next(() => this.#api.part(is.account.id, current.id, form))
  }

  /** Says that what stands at one place of the current finding, counted from 0, is another thing. */
  partPlace(place: number): Promise<void> {
    const { is, current } = this
    if (!is || !current) return Promise.resolve()
    this.asking = undefined
    return this.#next(() => this.#api.partPlace(is.account.id, current.id, place))
  }

  /** Hides the current finding as something of another class. */
  classify(of: FindingClass): Promise<void> {
    const { is, current } = this
    if (!is || !current) return Promise.resolve()
    this.asking = undefined
    return this.#next(() => this.#api.classify(is.account.id, current.id, of))
  }

  /** Answers the current question: the suggested words stand there, or these. The next question is then the current one. */
  reword(words = ''): Promise<void> {
    return this.#answer((account, question) => this.#api.settle(account, question, words))
  }

  /** Answers the current question: its words stay. */
  leave(): Promise<void> {
    return this.#answer((account, question) => this.#api.leave(account, question))
  }

  /** Does what puts a question aside; the next one is then the current one. */
  async past(id: string, how: () => Promise<unknown>): Promise<void> {
    const index = this.asked.findIndex((each) => each.id === id)
    // At once: the keyboard would be nowhere while Go answers.
    const done = how()
    this.#after(id, index)
    await done
    this.#after(id, index)
  }

  /** Where the question that stood at the index is gone, the one that has its place is the current one. */
  #after(id: string, index: number): void {
    if (this.at !== id || this.asked.some((each) => each.id === id)) return
    this.at = this.asked[Math.min(index, this.asked.length - 1)]?.id ?? this.is?.findings.at(-1)?.id ?? ''
  }

  #answer(ask: (account: string, question: string) => Promise<Reviewed>): Promise<void> {
    const { is, question } = this
    if (!is || !question) return Promise.resolve()
    const index = this.asked.findIndex((each) => each.id === question.id)
    this.asking = undefined
    return this.#next(
      () => ask(is.account.id, question.id),
      () => this.#after(question.id, index),
    )
  }

  /** Asks which words are to be hidden by hand, beginning with these. */
  ask(words: string): void {
    this.words = words.trim()
    this.asking = undefined
    this.marking = true
  }

  /** Hides words that no rule found, wherever they stand in what is chosen. False if they stand nowhere. */
  mark(words: string): boolean {
    const { is } = this
    const text = words.trim()
    if (!is || !text) return false
    for (const line of is.lines) {
      const from = line.chosen ? line.read.indexOf(text) : -1
      if (from < 0) continue
      void this.#next(() => this.#api.mark(is.account.id, line.entry.id, from, from + text.length))
      return true
    }
    return false
  }

  /** Reads the review again, after something else has changed it. */
  refresh(): Promise<void> {
    const id = this.is?.account.id
    return id ? this.#next(() => this.#api.review(id)) : Promise.resolve()
  }

  /** Changes what leaves, and shows it at once. What was found before says nothing of it. */
  #look(change: () => Promise<Reviewed>, show: Show): Promise<void> {
    if (this.is) this.is = show(this.is)
    this.#meanwhile = [...this.#meanwhile, show]
    return this.#next(change, undefined, show)
  }

  /** One change after the other; what Go answers is how it stands, and show no longer waits for it. */
  #next(change: () => Promise<Reviewed>, then?: (now: Reviewed) => void, show?: Show): Promise<void> {
    const stands = (now?: Reviewed) => {
      this.#meanwhile = this.#meanwhile.filter((each) => each !== show)
      if (now) this.is = this.#meanwhile.reduce((is, show) => show(is), now)
    }
    const run = this.#last.then(async () => {
      try {
        const now = await change()
        stands(now)
        this.trouble = undefined
        then?.(now)
        if (!this.current && !this.question && !this.remarked) this.at = (now.findings[0] ?? now.questions[0])?.id ?? ''
      } catch (reason) {
        this.trouble = refused(reason)
        // What was shown before the disk answered is not so.
        const id = this.is?.account.id
        stands(id ? await this.#api.review(id).catch(() => undefined) : undefined)
      }
    })
    this.#last = run
    return run
  }
}
