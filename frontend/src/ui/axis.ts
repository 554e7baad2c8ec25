// Where the lines of a timeline stand: true distances on the axis, and beside it texts that never lie over each other.
import type { Entry, Laid, Timeline } from '../api'

/** A line on a timeline, with all its times. */
export interface Event extends Omit<Laid, 'entry'> {
  readonly entry: Entry
  /** Whether it came to be known only later. */
  readonly hindsight: boolean
}

/** A line as it is drawn; lengths are in pixels from the top. */
export interface Placed {
  readonly event: Event
  /** Where its moment is on the axis. */
  readonly at: number
  /** Where its text begins: in the middle of it is its moment, unless the text before it is in the way. */
  readonly top: number
  /** The band of a moment that is not certain; both are `at` where it is. */
  readonly from: number
  readonly to: number
}

/** A time that is written beside the axis. */
export interface Tick {
  readonly at: number
  readonly time: number
}

export interface Axis {
  readonly placed: readonly Placed[]
  readonly ticks: readonly Tick[]
  readonly height: number
}

/** Steps between ticks that a person reads easily, in minutes. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 43200]

/** How far apart ticks are at least, in pixels. */
const apart = 56

/**
 * Lays lines on an axis. A text is `row` pixels high; the axis is at least `least` high, and as long as its fuller side
 * needs, so that a text seldom stands far from its moment. Two texts of one side never overlap.
 */
export function lay(events: readonly Event[], { row, least }: { row: number; least: number }): Axis {
  const timed = events.filter((each) => each.entry.at)
  if (!timed.length) return { placed: [], ticks: [], height: 0 }
  const instant = (at: string) => Date.parse(at)
  let [first, last] = [Infinity, -Infinity]
  const sides = { mine: 0, happened: 0 }
  for (const { entry, earliest, latest, side } of timed) {
    first = Math.min(first, instant(earliest), instant(entry.at))
    last = Math.max(last, instant(latest), instant(entry.at))
    sides[side]++
  }
  const span = Math.max(last - first, 60_000)
  const length = Math.max(least, Math.max(sides.mine, sides.happened) * row * 1.25)
  const y = (at: number) => row / 2 + ((at - first) / span) * length
  const free = { mine: 0, happened: 0 }
  const placed = timed.map((event) => {
    const at = y(instant(event.entry.at))
    const top = Math.max(at - row / 2, free[event.side])
    free[event.side] = top + row
    return { event, at, top, from: y(instant(event.earliest)), to: y(instant(event.latest)) }
  })
  const minutes = ((apart / length) * span) / 60_000
  const step = (steps.find((each) => each >= minutes) ?? steps.at(-1) ?? 1) * 60_000
  // Full hours and quarters on the clock of the first line, and not on that of the machine.
  const offset = offsetOf(timed[0]?.entry.at ?? '')
  const ticks: Tick[] = []
  for (let time = Math.ceil((first + offset) / step) * step - offset; time <= last; time += step) ticks.push({ at: y(time), time })
  return { placed, ticks, height: Math.max(length, free.mine, free.happened) + row }
}

/** How far the clock of a time is ahead of UTC, in milliseconds. */
export function offsetOf(at: string): number {
  const match = /([+-])(\d\d):(\d\d)$/.exec(at)
  if (!match) return 0
  const [, sign, hours = '0', minutes = '0'] = match
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** The lines of an account as they are laid on its timeline; what is taken out meanwhile is left out. */
export function eventsOf({ lines }: Timeline, entries: readonly Entry[]): readonly Event[] {
  const byID = new Map(entries.map((each) => [each.id, each]))
  return lines.flatMap((laid): Event[] => {
    const entry = byID.get(laid.entry)
    if (!entry) return []
    const { earliest, latest, known } = laid
    return [{ ...laid, entry, earliest: earliest || entry.at, latest: latest || entry.at, known: known || entry.at, hindsight: !!known }]
  })
}

/** Those that were known at an instant; undefined is today. */
export function knownBy(events: readonly Event[], at: number | undefined): readonly Event[] {
  return at === undefined ? events : events.filter((each) => each.known && Date.parse(each.known) <= at)
}

/** The instants at which something came to be known, in order and once each. */
export function turns(events: readonly Event[]): readonly number[] {
  return [...new Set(events.filter((each) => each.known).map((each) => Date.parse(each.known)))].toSorted((a, b) => a - b)
}
