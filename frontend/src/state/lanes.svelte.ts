import type {
  Compared,
  FindingKind,
  Format,
  LaneEntity,
  LaneLine,
  LaneMoment,
  LaneName,
  LanesSaved,
  Refused,
} from '../api'
import { attempt } from './attempt.svelte'

/** What the lanes ask of Go. Everything but the last answers with how they stand then. */
export interface LanesApi {
  lanes(): Promise<Compared>
  openLane(title: string): Promise<Compared>
  reopenLanes(id: string): Promise<Compared>
  putLanesAway(): Promise<Compared>
  eraseLanes(id: string): Promise<Compared>
  closeLane(lane: number): Promise<Compared>
  countLane(lane: number, minutes: number): Promise<Compared>
  nearness(minutes: number): Promise<Compared>
  callLabels(names: LaneName[], label: string): Promise<Compared>
  uncallLabels(n: number): Promise<Compared>
  sayMoment(moment: LaneMoment): Promise<Compared>
  unsayMoment(n: number): Promise<Compared>
  decideLane(kind: FindingKind, key: string, action: 'hide' | 'keep'): Promise<Compared>
  saveLanes(format: Format, title: string): Promise<LanesSaved>
}

/** Other people's released accounts beside one another, and what the reader says of them. */
export class Lanes {
  is = $state.raw<Compared>()
  /** The lines that the reader chose, at most one of each lane. */
  chosen = $state.raw<readonly LaneLine[]>([])
  /** What they type about them. */
  words = $state('')
  /** The label chosen in each lane, and what it is to be called. */
  names = $state<string[]>([])
  label = $state('')
  stopped = $state.raw<LanesSaved>()
  saved = $state('')
  busy = $state(false)
  trouble = $state.raw<Refused>()
  #asked: { format: Format; title: string } | undefined
  #shown: Promise<unknown> = Promise.resolve()
  readonly #api: LanesApi

  constructor(api: LanesApi) {
    this.#api = api
  }

  show = (): Promise<boolean> => (this.#shown = this.#change(() => this.#api.lanes()))

  /** Opens an account that is chosen now, in a lane of its own; once at a time. */
  open = async (title: string): Promise<boolean> => {
    await this.#shown
    return !this.busy && this.#change(() => this.#api.openLane(title))
  }

  /** Goes on with a comparison that is kept. */
  reopen = (id: string): Promise<boolean> => this.#change(() => this.#api.reopenLanes(id))
  erase = (id: string): Promise<boolean> => this.#change(() => this.#api.eraseLanes(id))
  move = (lane: number, by: number): Promise<boolean> => this.#change(() => this.#api.countLane(lane, -by))
  near = (minutes: number): Promise<boolean> => this.#change(() => this.#api.nearness(minutes))
  uncall = (n: number): Promise<boolean> => this.#change(() => this.#api.uncallLabels(n))
  unsay = (n: number): Promise<boolean> => this.#change(() => this.#api.unsayMoment(n))

  /** Closes what is open; it stays kept. */
  async putAway(): Promise<void> {
    this.#forget()
    await this.#change(() => this.#api.putLanesAway())
  }

  /** Takes a lane away, with what was said of it. */
  async close(lane: number): Promise<void> {
    this.chosen = []
    this.names = []
    await this.#change(() => this.#api.closeLane(lane))
  }

  isChosen(line: LaneLine): boolean {
    return this.chosen.some(({ number }) => number === line.number)
  }

  /** Chooses a line in the place of another of its lane, or takes the choice back. */
  choose(line: LaneLine): void {
    const others = this.chosen.filter(({ lane }) => lane !== line.lane)
    this.chosen = this.isChosen(line) ? others : [...others, line].sort((a, b) => a.lane - b.lane)
  }

  /** Whether there is something to save. */
  readonly savable: boolean = $derived(!this.busy && (this.is?.lanes.length ?? 0) > 1)

  /** Whether the common clock can be counted from what is chosen. */
  readonly countable: boolean = $derived(this.chosen.length === 1 && !!this.chosen[0]?.at)

  /** Makes the chosen line the moment T+00:00. */
  async count(): Promise<void> {
    const [line] = this.chosen
    if (!line || !this.countable) return
    this.chosen = []
    await this.#change(() => this.#api.countLane(line.lane, line.minutes))
  }

  /** Says that the chosen lines are the same moment, or that they differ. */
  async say(differ: boolean): Promise<void> {
    if (this.chosen.length < 2) return
    const places = this.chosen.map(({ lane, line }) => ({ lane, line }))
    if (await this.#change(() => this.#api.sayMoment({ places, differ, words: this.words }))) {
      this.chosen = []
      this.words = ''
    }
  }

  /** Says that the labels chosen are one. */
  async call(): Promise<void> {
    const names = this.names.flatMap((label, lane) => (label ? [{ lane, label }] : []))
    if (await this.#change(() => this.#api.callLabels(names, this.label))) {
      this.names = []
      this.label = ''
    }
  }

  /** Saves the comparison, or says what must be decided first. */
  async save(format: Format, title: string): Promise<void> {
    if (this.busy) return
    this.#asked = { format, title }
    await attempt(this, async () => {
      this.saved = ''
      this.stopped = undefined
      const is = await this.#api.saveLanes(format, title)
      if (is.stopped) this.stopped = is
      this.saved = is.path
    })
  }

  /** Decides about something that is no label; after the last one, what was asked for is saved. */
  async decide({ kind, key }: LaneEntity, action: 'hide' | 'keep'): Promise<void> {
    const { stopped } = this
    if (!stopped || !(await this.#change(() => this.#api.decideLane(kind, key, action)))) return
    const undecided = stopped.undecided.filter((each) => each.kind !== kind || each.key !== key)
    this.stopped = undecided.length ? { ...stopped, undecided } : undefined
    if (!undecided.length && this.#asked) await this.save(this.#asked.format, this.#asked.title)
  }

  /** Forgets what is on screen; Go has put it away already. */
  clear(): void {
    this.is = undefined
    this.#forget()
    this.saved = ''
    this.trouble = undefined
  }

  /** Forgets what is being said of the lanes. */
  #forget(): void {
    this.chosen = []
    this.names = []
    this.words = ''
    this.label = ''
    this.stopped = undefined
  }

  async #change(work: () => Promise<Compared>): Promise<boolean> {
    return attempt(this, async () => {
      this.is = await work()
      this.saved = ''
      const numbers = new Set([...this.is.rows.flatMap(({ lines }) => lines), ...this.is.loose].map(({ number }) => number))
      this.chosen = this.chosen.filter(({ number }) => numbers.has(number))
    })
  }
}
