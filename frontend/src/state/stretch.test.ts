import { expect, test } from 'vitest'
import { Stretch, stride } from './stretch.svelte'

test('a short list is there as a whole; of a long one its end, which it follows', () => {
  const stretch = new Stretch()
  expect(stretch.of(0)).toEqual({ from: 0, to: 0 })
  expect(stretch.of(stride)).toEqual({ from: 0, to: stride })
  expect(stretch.of(10_000)).toEqual({ from: 10_000 - stride, to: 10_000 })
  expect(stretch.of(10_001)).toEqual({ from: 10_001 - stride, to: 10_001 })
})

test('more comes at either end, until all of it is there', () => {
  const stretch = new Stretch()
  stretch.earlier()
  expect(stretch.of(10_000)).toEqual({ from: 10_000 - 2 * stride, to: 10_000 })
  stretch.reach(5000, 10_000)
  const { from, to } = stretch.of(10_000)
  expect(from).toBeLessThan(5000)
  expect(to).toBeGreaterThan(5000)
  stretch.later()
  expect(stretch.of(10_000)).toEqual({ from, to: to + stride })
  for (let i = 0; i < 100; i++) stretch.later()
  expect(stretch.of(10_000)).toEqual({ from, to: 10_000 })
  stretch.end()
  expect(stretch.of(10_000)).toEqual({ from: 10_000 - stride, to: 10_000 })
})

test('every place can be reached, and what is on the page already moves nothing', () => {
  for (const at of [0, 1, 59, 4711, 9998, 9999]) {
    const stretch = new Stretch()
    stretch.reach(at, 10_000)
    const { from, to } = stretch.of(10_000)
    expect(at >= from && at < to).toBe(true)
    stretch.reach(from, 10_000)
    stretch.reach(-1, 10_000)
    expect(stretch.of(10_000)).toEqual({ from, to })
  }
})

test('one that is read from its beginning stays there, and grows towards the end', () => {
  const stretch = new Stretch('first')
  expect(stretch.of(0)).toEqual({ from: 0, to: 0 })
  expect(stretch.of(stride - 1)).toEqual({ from: 0, to: stride - 1 })
  expect(stretch.of(10_000)).toEqual({ from: 0, to: stride })
  stretch.later()
  expect(stretch.of(10_001)).toEqual({ from: 0, to: 2 * stride })
  for (const at of [0, 5000, 9999]) {
    stretch.reach(at, 10_000)
    const { from, to } = stretch.of(10_000)
    expect(at >= from && at < to).toBe(true)
  }
  const { from, to } = stretch.of(10_000)
  stretch.earlier()
  expect(stretch.of(10_000)).toEqual({ from: from - stride, to })
  stretch.end()
  expect(stretch.of(10_000)).toEqual({ from: 0, to: stride })
})
