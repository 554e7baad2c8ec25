/** How much of a long list comes onto the page at a time: more than fills a tall window twice. */
export const stride = 120

/** The stretch of a long list that is on the page. It follows the end, unless something before it was asked for. */
export class Stretch {
  /** How many lie behind it. */
  #behind = $state(0)
  #most = $state(stride)

  /** Where it begins and ends in a list of this length. */
  of(length: number): { from: number; to: number } {
    const to = Math.max(length - this.#behind, 0)
    return { from: Math.max(to - this.#most, 0), to }
  }

  /** Follows the end, and forgets what else was asked for. */
  end(): void {
    this.#behind = 0
    this.#most = stride
  }

  earlier(): void {
    this.#most += stride
  }

  later(): void {
    const by = Math.min(stride, this.#behind)
    this.#behind -= by
    this.#most += by
  }

  /** Goes to a place in a list of this length, unless that is on the page; -1 is no place. */
  reach(at: number, length: number): void {
    const { from, to } = this.of(length)
    if (at < 0 || (at >= from && at < to)) return
    this.#behind = Math.max(length - at - stride / 2, 0)
    this.#most = stride
  }
}
