/** What happens where nobody has touched the window for as long as was set. */
export class Idle {
  /** When somebody was there last, in milliseconds; 0 for not since the journal was opened. */
  #last = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #minutes: () => number
  readonly #over: () => void

  /** Minutes is how long nobody may be there, 0 or less for as long as they like; over is called once it is longer. */
  constructor(minutes: () => number, over: () => void) {
    this.#minutes = minutes
    this.#over = over
  }

  /** Somebody is there. */
  stir(): void {
    this.pause()
    const most = this.#minutes() * 60_000
    if (most <= 0) return
    const now = Date.now()
    // A page's timers stand still while the computer sleeps; its clock does not.
    if (this.#last > 0 && now - this.#last >= most) return this.#over()
    this.#last = now
    this.#wait(most)
  }

  /** Does not look for a while; who was there last is known. */
  pause(): void {
    clearTimeout(this.#timer)
  }

  /** Nobody is expected to have been there yet. */
  forget(): void {
    this.#last = 0
  }

  #wait(time: number): void {
    this.#timer = setTimeout(() => {
      const left = this.#last + this.#minutes() * 60_000 - Date.now()
      if (left > 0) this.#wait(left)
      else this.#over()
    }, time)
  }
}
