/** How much of a long list comes onto the page at a time: more than fills a tall window twice. */
export const stride = 120

/** Where a stretch begins and ends; the end is not in it. */
export interface Bounds {
  readonly from: number
  readonly to: number
}

/**
 * The stretch of a long list that is on the page: all of ten thousand lines would make each of them slow. It stays at one
 * end of the list, unless something away from that was asked for.
 */
export class Stretch {
  /** How many lie between it and its end of the list. */
  #off = $state(0)
  #most = $state(stride)
  readonly #end: 'first' | 'last'

  /** The end that it stays at: the last line is what is written at, the first is where reading begins. */
  constructor(end: 'first' | 'last' = 'last') {
    this.#end = end
  }

  /** Where it begins and ends in a list of this length. */
  of(length: number): Bounds {
    const near = Math.max(length - this.#off, 0)
    return this.#turned(length, { from: Math.max(near - this.#most, 0), to: near })
  }

  /** Goes back to its end, and forgets what else was asked for. */
  end(): void {
    this.#off = 0
    this.#most = stride
  }

  earlier = () => (this.#end === 'last' ? this.#away() : this.#back())
  later = () => (this.#end === 'last' ? this.#back() : this.#away())

  /** Goes to a place in a list of this length, unless that is on the page; -1 is no place. */
  reach(at: number, length: number): void {
    const { from, to } = this.of(length)
    if (at < 0 || (at >= from && at < to)) return
    const { to: near } = this.#turned(length, { from: at, to: at + 1 })
    this.#off = Math.max(length - near + 1 - stride / 2, 0)
    this.#most = stride
  }

  #away(): void {
    this.#most += stride
  }

  #back(): void {
    const by = Math.min(stride, this.#off)
    this.#off -= by
    this.#most += by
  }

  /** Counted from the last as from the first, where that is its end. */
  #turned(length: number, { from, to }: Bounds): Bounds {
    return this.#end === 'last' ? { from, to } : { from: length - to, to: length - from }
  }
}
