import { expect, test } from 'vitest'
import { every, ticks } from './scale'

test('an axis begins at zero, goes by whole numbers and holds the largest count', () => {
  expect(ticks(0)).toEqual([0, 1])
  expect(ticks(1)).toEqual([0, 1])
  expect(ticks(5)).toEqual([0, 1, 2, 3, 4, 5])
  expect(ticks(6)).toEqual([0, 2, 4, 6])
  expect(ticks(7)).toEqual([0, 2, 4, 6, 8])
  expect(ticks(23)).toEqual([0, 5, 10, 15, 20, 25])
  for (let most = 0; most < 300; most++) {
    const all = ticks(most)
    expect(all[0]).toBe(0)
    expect(all.at(-1)).toBeGreaterThanOrEqual(most)
    expect(all.length).toBeLessThanOrEqual(6)
    expect(all.every(Number.isInteger)).toBe(true)
  }
})

test('names of columns keep clear of each other', () => {
  expect(every(12, 600, 40)).toBe(1)
  expect(every(24, 300, 25)).toBe(2)
  expect(every(60, 600, 40)).toBe(4)
  expect(every(7, 0, 40)).toBeGreaterThan(0)
})
