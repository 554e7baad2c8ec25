import { expect, test } from 'vitest'
import { inColumns, shorten } from './text'

test('a name is short, and no character of it is broken', () => {
  expect(shorten('paged')).toBe('paged')
  expect(shorten('x'.repeat(400))).toHaveLength(300)
  expect(shorten('x' + '🐶'.repeat(200))).toMatch(/^x(🐶)+…$/u)
})

test('what a terminal wrote keeps its columns', () => {
  expect(inColumns('NAME      READY\npod-1     0/1')).toBe(true)
  expect(inColumns('I ran it.\nThen it came back.')).toBe(false)
  expect(inColumns('one   gap only')).toBe(false)
})
