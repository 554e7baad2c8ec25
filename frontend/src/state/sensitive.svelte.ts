import type { Entry, Sensitive as Stretch } from '../api'

/** What marking lines asks of Go. */
export interface SensitiveApi {
  sensitive(account: string, entries: string[]): Promise<Stretch[][]>
}

/** How long nothing may have changed before lines are looked through, in milliseconds: nobody waits for it. */
const pause = 700

/** What may identify somebody or something in the lines on screen, by day. It comes after the lines, and waits for nobody. */
export class Sensitive {
  /** By line, with the text that it was found in. */
  #found = $state.raw<ReadonlyMap<string, { text: string; stretches: readonly Stretch[] }>>(new Map())
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Only the newest look goes on. */
  #round = 0
  readonly #api: SensitiveApi

  constructor(api: SensitiveApi) {
    this.#api = api
  }

  /** What was found in a line as it reads now. */
  of({ id, text }: Entry): readonly Stretch[] {
    const found = this.#found.get(id)
    return found?.text === text ? found.stretches : []
  }

  /** Looks through the lines of an account that are new or read differently, once nothing changes any more. */
  look(account: string, entries: readonly Entry[]): void {
    clearTimeout(this.#timer)
    const round = ++this.#round
    this.#timer = setTimeout(() => void this.#look(account, entries, round), pause)
  }

  /** Forgets everything, as night and locking do. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#round++
    if (this.#found.size) this.#found = new Map()
  }

  async #look(account: string, entries: readonly Entry[], round: number): Promise<void> {
    const fresh = entries.filter(({ id, text }) => this.#found.get(id)?.text !== text)
    if (!fresh.length) return
    const answer = await this.#api.sensitive(account, fresh.map(({ id }) => id)).catch(() => undefined)
    if (!answer || round !== this.#round) return
    const found = new Map(this.#found)
    // A line that was reworded meanwhile has another text than was looked through: it is looked at again.
    fresh.forEach(({ id, text }, i) => found.set(id, { text, stretches: (answer[i] ?? []).filter(({ to }) => to <= text.length) }))
    this.#found = found
  }
}
