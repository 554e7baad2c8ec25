const two = (n: number) => String(n).padStart(2, '0')

/** The running clock beside the field: "03:42". It ticks with the machine's minutes. */
export class Clock {
  #now = $state(new Date())

  readonly text: string = $derived(`${two(this.#now.getHours())}:${two(this.#now.getMinutes())}`)

  /** Runs until the returned function is called. */
  run(): () => void {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const now = new Date()
      this.#now = now
      // At the next full minute, and not a moment before it.
      timer = setTimeout(tick, 60_050 - (now.getTime() % 60_000))
    }
    tick()
    return () => clearTimeout(timer)
  }
}
