import { expect, test } from 'vitest'
import { clock, dateOf, day, daysAgo, fullDate, offset } from './time'

test('a time is shown on the clock it was lived by, wherever the window is', () => {
  expect(clock('2026-11-21T03:42:10+01:00')).toBe('03:42')
  expect(dateOf('2026-11-21T00:10:00-08:00')).toBe('2026-11-21')
})

test('the offset is named', () => {
  expect(offset('2026-11-21T03:42:10+01:00')).toBe('UTC+1')
  expect(offset('2026-11-21T03:42:10-03:30')).toBe('UTC-3:30')
  expect(offset('2026-11-21T03:42:10Z')).toBe('UTC')
})

test('a day has its year where it is another', () => {
  const today = new Date(2026, 10, 21, 12)
  expect(day('2026-11-20', 'en-GB', today)).toBe('Friday 20 Nov')
  expect(day('2025-11-20', 'de', today)).toBe('Donnerstag, 20. Nov. 2025')
  expect(daysAgo('2026-11-20', today)).toBe(1)
})

test('a date is said in full', () => {
  expect(fullDate('2000-01-01', 'en-GB')).toBe('1 January 2000')
  expect(fullDate('2000-01-01', 'de')).toBe('1. Januar 2000')
})
