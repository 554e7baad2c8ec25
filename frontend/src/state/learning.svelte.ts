import type {
  Calibration,
  Entry,
  ExportedLog,
  Filter,
  Holds,
  Lesson,
  Lessons,
  LookBack,
  Memory,
  Patterns,
  Refused,
} from '../api'
import { attempt } from './attempt.svelte'
import { Search, type SearchApi } from './search.svelte'

/** What the Learning screen asks of Go. */
export interface LearningApi extends SearchApi {
  filters(): Promise<Filter[]>
  lines(entries: string[]): Promise<Entry[]>
  lessons(): Promise<Lessons>
  markHolds(learning: string, holds: Holds): Promise<Lessons>
  resolve(question: string, by: string): Promise<Lessons>
  reopen(question: string, by: string): Promise<Lessons>
  patterns(): Promise<Patterns>
  calibration(): Promise<Calibration>
  exportLog(title: string): Promise<ExportedLog>
  lookBack(): Promise<LookBack>
  setLookBack(on: boolean): Promise<LookBack>
  lookedBack(account: string, entry: string, time: number, never: boolean): Promise<LookBack>
}

/** How learnings stand together. */
export const orders = ['latest', 'systems', 'conditions', 'open'] as const
export type Order = (typeof orders)[number]

/** The lines that one point of a chart leads to. */
export interface Behind {
  /** The chart, and which of its points. */
  readonly chart: string
  readonly name: string
  /** What the point says, in words. */
  readonly label: string
  readonly lines: readonly Entry[]
}

/** Learnings under one heading; none where they stand by their time. */
export interface Group {
  readonly name: string
  readonly lessons: readonly Lesson[]
}

/** What years of a journal add up to. What was asked and chosen here is there again on return, until the journal is locked. */
export class Learning {
  readonly search: Search
  filters = $state.raw<readonly Filter[]>([])
  lessons = $state.raw<Lessons>()
  patterns = $state.raw<Patterns>()
  calibration = $state.raw<Calibration>()
  back = $state.raw<LookBack>({ on: false, memories: [] })
  order = $state<Order>('latest')
  /** The learning that has the keyboard, or had it last. */
  at = $state('')
  /** The open question that an answer is sought for. */
  asking = $state('')
  behind = $state.raw<Behind>()
  /** Where the personal log was written to. */
  exported = $state.raw<ExportedLog>()
  trouble = $state.raw<Refused>()
  readonly #api: LearningApi

  constructor(api: LearningApi) {
    this.#api = api
    this.search = new Search(api)
  }

  /** The learnings as they stand together. */
  readonly groups: readonly Group[] = $derived.by(() => {
    const { all = [], systems = [], conditions = [] } = this.lessons ?? {}
    if (this.order === 'latest') return [{ name: '', lessons: all }]
    if (this.order === 'open') return [{ name: '', lessons: all.filter(isOpen) }]
    const byId = new Map(all.map((each) => [each.entry.id, each]))
    const shelves = this.order === 'systems' ? systems : conditions
    const shelved = new Set(shelves.flatMap((each) => each.lessons))
    const rest = all.filter((each) => !shelved.has(each.entry.id))
    return [
      ...shelves.map(({ name, lessons }) => ({ name, lessons: lessons.flatMap((id) => byId.get(id) ?? []) })),
      ...(rest.length ? [{ name: '', lessons: rest }] : []),
    ]
  })

  /** The learning that keys act on. */
  readonly current: Lesson | undefined = $derived(this.lessons?.all.find((each) => each.entry.id === this.at))

  /** The one thing that comes up now. What was put off comes up when the screen is opened again. */
  readonly memory: Memory | undefined = $derived(this.back.memories.find((each) => !this.#off.has(idOf(each))))
  #off = $state.raw<ReadonlySet<string>>(new Set())

  /** Reads everything anew: it may have changed since. */
  open = () =>
    attempt(this, async () => {
      this.behind = undefined
      this.exported = undefined
      const [filters, lessons, patterns, calibration, back] = await Promise.all([
        this.filters.length ? this.filters : this.#api.filters(),
        this.#api.lessons(),
        this.#api.patterns(),
        this.#api.calibration(),
        this.#api.lookBack(),
        this.search.query ? this.search.find() : undefined,
      ])
      Object.assign(this, { filters, lessons, patterns, calibration, back })
    })

  /** Says that the learning holds, or not; again takes it back. */
  mark = (learning: string, holds: Holds) =>
    attempt(this, async () => {
      const now = this.lessons?.all.find((each) => each.entry.id === learning)?.holds
      this.lessons = await this.#api.markHolds(learning, now === holds ? '' : holds)
    })

  /** Says that the line answers the question that was asked about. */
  resolve = (by: string) =>
    attempt(this, async () => {
      this.lessons = await this.#api.resolve(this.asking, by)
      this.asking = ''
    })

  /** Takes back that the line answers the question. */
  reopen = (question: string, by: string) =>
    attempt(this, async () => {
      this.lessons = await this.#api.reopen(question, by)
    })

  /** Lines that may answer a question. */
  find = async (query: string): Promise<readonly Entry[]> =>
    query.trim() ? (await this.#api.search(query)).entries.filter((each) => each.id !== this.asking) : []

  /** Those of these lines that are there. */
  lines = (entries: string[]): Promise<readonly Entry[]> => this.#api.lines(entries)

  /** Shows what a point leads to; the same point again takes it away. */
  show = (chart: string, name: string, label: string, entries: readonly string[]) =>
    attempt(this, async () => {
      const same = this.behind?.chart === chart && this.behind.name === name
      this.behind = same ? undefined : { chart, name, label, lines: await this.#api.lines([...entries]) }
    })

  /** Writes the personal log, in the clear. */
  export = (title: string) =>
    attempt(this, async () => {
      const exported = await this.#api.exportLog(title)
      if (exported.folder) this.exported = exported
    })

  /** Says whether what was told and learned comes up again. */
  lookBack = (on: boolean) =>
    attempt(this, async () => {
      this.back = await this.#api.setLookBack(on)
    })

  /** What came up was looked at; or it does not come up again, for ever. */
  looked = ({ account, entry, time }: Memory, never = false) =>
    attempt(this, async () => {
      this.back = await this.#api.lookedBack(account, entry, time, never)
    })

  /** Not now: another day. */
  later(memory: Memory): void {
    this.#off = new Set([...this.#off, idOf(memory)])
  }

  /** Forgets everything, as locking does. */
  clear(): void {
    this.search.clear()
    this.lessons = undefined
    this.patterns = undefined
    this.calibration = undefined
    this.back = { on: false, memories: [] }
    this.order = 'latest'
    this.at = ''
    this.asking = ''
    this.behind = undefined
    this.exported = undefined
    this.trouble = undefined
    this.#off = new Set()
  }
}

/** Whether a learning is a question that no line answers yet. */
export const isOpen = ({ sort, answers }: Lesson): boolean => sort === 'open question' && !answers.length

const idOf = ({ account, entry }: Memory): string => entry || account
