/** How long a notice stays, in milliseconds. */
const stays = 8000

/** What was just done and can be taken back, or is just to be known: one at a time. */
export class Notice {
  text = $state('')
  /** Whether it offers to take back what it speaks of. */
  undoable = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Says it; what is longer or more than a word about what was just done stays several times as long. */
  say(text: string, undoable = false, times = 1): void {
    clearTimeout(this.#timer)
    this.text = text
    this.undoable = undoable
    this.#timer = setTimeout(() => this.clear(), times * stays)
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.text = ''
  }
}
