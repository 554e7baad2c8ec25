import { expect, test } from 'vitest'
import type { Side } from '../api'
import { entry } from '../state/fake.made'
import { eventsOf, knownBy, lay, offsetOf, turns, type Event } from './axis'

/** A line at a minute of the night, known from another one on. */
function event(minute: number, side: Side = 'mine', known = minute, room = 0): Event {
  const at = (m: number) => new Date(Date.UTC(2026, 10, 21, 2, m)).toISOString().replace('.000Z', '+00:00')
  const line = entry({ id: `${minute} ${side}`, account: 'a', text: 'x', kind: 'action', moment: '' })
  return {
    entry: { ...line, at: at(minute) },
    side,
    earliest: at(minute - room),
    latest: at(minute + room),
    known: at(known),
    hindsight: known > minute,
    effects: [],
    backwards: false,
  }
}

test('a line that is certain and was known at once has one time; one that is gone is not on the timeline', () => {
  const [one, other] = [event(0).entry, event(10).entry]
  const plain = { side: 'mine' as const, earliest: '', latest: '', known: '', effects: [], backwards: false }
  const lines = [
    { ...plain, entry: one.id },
    { ...plain, entry: 'gone' },
    { ...plain, entry: other.id, earliest: one.at, latest: other.at, known: '2026-11-21T09:00:00+00:00' },
  ]
  expect(eventsOf({ lines, from: '', to: '', zero: '' }, [one, other])).toMatchObject([
    { entry: one, earliest: one.at, latest: one.at, known: one.at, hindsight: false },
    { entry: other, earliest: one.at, latest: other.at, known: '2026-11-21T09:00:00+00:00', hindsight: true },
  ])
})

test('distances are those of the moments', () => {
  const { placed } = lay([event(0), event(10), event(40)], { row: 20, least: 400 })
  expect(placed.map(({ at }) => at)).toEqual([10, 110, 410])
  expect(placed.map(({ top }) => top)).toEqual([0, 100, 400])
})

test('texts of one side never lie over each other, and sides do not push each other', () => {
  const events = [event(0), event(0, 'happened'), event(1), event(1, 'happened'), event(2), event(60)]
  const { placed, height } = lay(events, { row: 30, least: 300 })
  for (const side of ['mine', 'happened']) {
    const tops = placed.filter((each) => each.event.side === side).map(({ top }) => top)
    for (let i = 1; i < tops.length; i++) expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(30)
  }
  expect(placed[1]?.top).toBe(0)
  expect(Math.max(...placed.map(({ top }) => top)) + 30).toBeLessThanOrEqual(height)
})

test('an uncertain moment is a band around it', () => {
  const { placed } = lay([event(0), event(20, 'happened', 20, 5), event(40)], { row: 20, least: 400 })
  expect(placed[1]).toMatchObject({ from: 160, at: 210, to: 260 })
})

test('times beside the axis are round, and far enough apart', () => {
  const { ticks } = lay([event(3), event(57)], { row: 20, least: 600 })
  expect(ticks.map(({ time }) => new Date(time).getUTCMinutes())).toEqual([10, 20, 30, 40, 50])
  for (let i = 1; i < ticks.length; i++) expect(ticks[i]!.at - ticks[i - 1]!.at).toBeGreaterThanOrEqual(56)
})

test('a single line, and none', () => {
  expect(lay([event(5)], { row: 20, least: 300 }).placed).toHaveLength(1)
  expect(lay([], { row: 20, least: 300 }).placed).toEqual([])
})

test('what was known at a minute', () => {
  const line = [event(0), event(5, 'happened', 90), event(10)]
  expect(turns(line).map((at) => new Date(at).toISOString().slice(11, 16))).toEqual(['02:00', '02:10', '03:30'])
  expect(knownBy(line, Date.UTC(2026, 10, 21, 2, 30)).map((each) => each.entry.id)).toEqual(['0 mine', '10 mine'])
  expect(knownBy(line, undefined)).toHaveLength(3)
})

test('the offset of a clock', () => {
  expect(offsetOf('2026-11-21T03:42:00+05:30')).toBe(19_800_000)
  expect(offsetOf('2026-11-21T03:42:00-03:00')).toBe(-10_800_000)
  expect(offsetOf('2026-11-21T03:42:00Z')).toBe(0)
})
