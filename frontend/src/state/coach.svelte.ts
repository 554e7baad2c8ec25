import type { Language, Remark, RemarkKind, ReviewLine, Spoken } from '../api'

/** What the coach asks of Go. */
export interface CoachApi {
  coach(lines: Spoken[], language: Language): Promise<Remark[][]>
  pass(entry: string, kind: RemarkKind, words: string): Promise<void>
}

/** A line in the words that are asked about. */
export type Worded = Pick<ReviewLine, 'entry' | 'read'>

/** How many lines are asked about at once: the review goes on between two calls. */
const batch = 25

/** A line longer than this is pasted; nobody words it for a review. In UTF-16 units. */
const longest = 20_000

/** The questions beside the lines that are ticked. They come after the text, and wait for nobody. */
export class Coach {
  /** By entry: what is asked about it, with the text that it is asked about. */
  #asked = $state.raw(new Map<string, { text: string; remarks: readonly Remark[] }>())
  #language: Language = 'en'
  /** Only the newest round goes on. */
  #round = 0
  readonly #api: CoachApi

  constructor(api: CoachApi) {
    this.#api = api
  }

  /** The question about a line as it reads now: one at a time. */
  of(line: Worded): Remark | undefined {
    const asked = this.#asked.get(line.entry.id)
    return asked?.text === line.read ? asked.remarks[0] : undefined
  }

  /** Asks about the lines that were not asked about yet, or read differently now. It never troubles anybody. */
  async read(lines: readonly Worded[], language: Language): Promise<void> {
    const round = ++this.#round
    if (language !== this.#language) this.#asked = new Map()
    this.#language = language
    const fresh = lines.filter(({ entry, read }) => this.#asked.get(entry.id)?.text !== read)
    for (let from = 0; from < fresh.length && round === this.#round; from += batch) {
      const some = fresh.slice(from, from + batch)
      const ask = some.filter(({ read }) => read.length <= longest)
      const answers = await this.#api
        .coach(ask.map(({ entry, read }) => ({ entry: entry.id, text: read })), language)
        .catch(() => undefined)
      if (!answers || round !== this.#round) return
      const asked = new Map(this.#asked)
      for (const { entry, read } of some) asked.set(entry.id, { text: read, remarks: [] })
      ask.forEach(({ entry, read }, i) => asked.set(entry.id, { text: read, remarks: answers[i] ?? [] }))
      this.#asked = asked
    }
  }

  /** Puts the question about a line aside, this one only. The next one about the line takes its place. */
  async pass(line: Worded): Promise<void> {
    const remark = this.of(line)
    if (!remark) return
    this.#drop((each, entry) => entry === line.entry.id && each === remark)
    await this.#api.pass(line.entry.id, remark.kind, line.read.slice(remark.from, remark.to)).catch(() => undefined)
  }

  /** Takes the questions of one kind off every line. */
  quiet(kind: RemarkKind): void {
    this.#drop((each) => each.kind === kind)
  }

  /** Forgets what was asked: another account, other settings. */
  clear(): void {
    this.#round++
    if (this.#asked.size) this.#asked = new Map()
  }

  #drop(which: (remark: Remark, entry: string) => boolean): void {
    this.#asked = new Map(
      [...this.#asked].map(([entry, { text, remarks }]) => [
        entry,
        { text, remarks: remarks.filter((each) => !which(each, entry)) },
      ]),
    )
  }
}
