import { expect, test } from 'vitest'
import { right } from '../../state/search.svelte'
import { begun, offers, taken } from './seek'

const filters = [
  { name: 'kind', values: ['action', 'effect'] },
  { name: 'condition', values: ['time pressure'] },
  { name: 'before', values: [] },
]

test('a filter is offered once two of its letters are typed, and put in the place of them', () => {
  expect(offers('k', filters, right)).toEqual([])
  const [kind] = offers('cache ki', filters, right)
  expect(kind?.name).toBe('kind:')
  expect(taken('cache ki', kind!)).toBe('cache kind:')
  const [not] = offers('cache -Be', filters, right)
  expect(taken('cache -Be', not!)).toBe('cache -before:')
  expect(offers('"ki', filters, right)).toEqual([])
})

test('the values that begin so are offered, in quotation marks where they have spaces', () => {
  const wrong = { filter: 'condition', at: { from: 16, to: 18 }, takes: ['time pressure'], unfinished: true }
  const [value] = offers('cache condition:ti', filters, wrong)
  expect(taken('cache condition:ti', value!)).toBe('cache condition:"time pressure" ')
})

test('what is wrong for good, or stands before the end, offers nothing', () => {
  expect(offers('kind:x cache', filters, { filter: 'kind', at: { from: 5, to: 6 }, takes: ['action'], unfinished: false })).toEqual([])
})

test('a filter is begun behind what is there', () => {
  expect(begun('', 'kind')).toBe('kind:')
  expect(begun('cache ', 'kind')).toBe('cache kind:')
})
