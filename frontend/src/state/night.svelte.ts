import type { Account, Preferences } from '../api'

/** Whether it is between 22:00 and 06:00 on a clock, by its hour. */
const nightly = (hour: number): boolean => hour >= 22 || hour < 6

/** The hour that a time was lived in. */
const hourOf = (at: string): number => Number(at.slice(11, 13))

/** How long after its end an account is last night's, in milliseconds. */
const morning = 18 * 3_600_000

/** What the night has to know of the rest of the window. */
export interface Around {
  /** Whether the lines of an open journal are on screen: elsewhere there is no night. */
  writing(): boolean
  /** The account that is open. */
  account(): Account | undefined
  newest(): Account | undefined
  setting(): Preferences['night']
}

/** The window's night, in which it shows little and asks nothing, and the morning after it. */
export class Night {
  /** The hour on the machine's clock. */
  hour = $state(new Date().getHours())
  /** Whether "enough for now" has been said and the screen is dimmed. */
  resting = $state(false)
  /** Whether last night is still offered to be read. */
  offered = $state(false)
  /** Whether somebody went into the night or out of it by hand; undefined where nobody did. */
  #said = $state<boolean>()
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  /** Whether it is night. By itself it is where an account that was begun at night is being written at night. */
  readonly is: boolean = $derived.by(() => {
    if (!this.#around.writing()) return false
    if (this.#said !== undefined) return this.#said
    const setting = this.#around.setting()
    if (setting !== 'auto') return setting === 'on'
    if (!nightly(this.hour)) return false
    const account = this.#around.account()
    return !account || (account.state === 'open' && nightly(hourOf(account.started)))
  })

  /** The account of the night before, while it is day and nobody has said whether to read it. */
  readonly last: Account | undefined = $derived.by(() => {
    const newest = this.#around.newest()
    return this.offered && !this.is && newest?.id === this.#around.account()?.id ? newest : undefined
  })

  /** Goes into the night, or out of it. */
  toggle(): void {
    this.#said = !this.is
  }

  /** From here on it is night by itself again. */
  byItself(): void {
    this.#said = undefined
  }

  /** Begins a sitting; one that was not left in the middle of something is offered the night before it. */
  begin(fresh: boolean): void {
    this.hour = new Date().getHours()
    this.byItself()
    const newest = this.#around.newest()
    const ago = newest ? Date.now() - Date.parse(newest.ended) : Infinity
    this.offered = fresh && !!newest && !nightly(this.hour) && nightly(hourOf(newest.started)) && ago > 0 && ago < morning
  }
}
