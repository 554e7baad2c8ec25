import { tick } from 'svelte'
import { focus } from '../ui/focus'

/** The side panel, in which something is asked about the line that has the keyboard. */
export class Panel {
  /** Whether it was asked for, or sent away; undefined where nobody said, and the width of the window decides. */
  said = $state<boolean>()
  /** Whether it is being said what answered an expectation; on the timeline too. */
  joining = $state(false)
  readonly #wide: () => boolean

  /** Wide is a window with room for the panel beside the lines. */
  constructor(wide: () => boolean) {
    this.#wide = wide
  }

  /** Whether it is on screen, where it can be. In a narrow window it lies over the lines, and only when asked for. */
  get shown(): boolean {
    return this.said ?? this.#wide()
  }

  /** Shows or hides it. */
  async toggle(asked: () => Promise<unknown>): Promise<void> {
    if (!this.shown) return this.answer(asked)
    this.said = false
    await tick()
    focus('field')
  }

  /** Goes to the question about the line, once it is known what is asked. */
  async answer(asked: () => Promise<unknown>): Promise<void> {
    this.said = true
    await tick()
    await asked()
    await tick()
    focus('aside')
  }

  /** Goes to the lines that are like the one being written. */
  async seen(): Promise<void> {
    this.said = true
    await tick()
    focus('seen')
  }

  /** Asks what answered an expectation: beside its line, or on the timeline. */
  async conclude(beside: boolean): Promise<void> {
    if (beside) this.said = true
    this.joining = false
    await tick()
    this.joining = true
    await tick()
    if (beside) focus('aside')
  }

  /** What answered the expectation is said: back to the timeline. */
  joined(): void {
    this.joining = false
    focus('timeline')
  }
}
