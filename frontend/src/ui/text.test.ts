import { expect, test } from 'vitest'
import { excerpt, inColumns, shorten } from './text'

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

test('an excerpt begins shortly before what was found, and says where it is', () => {
  const text = 'paged 🐶 at once'
  const at = text.indexOf('at')
  expect(excerpt(text, [{ from: at, to: at + 2 }])).toEqual([
    { text: 'paged 🐶 ', found: false },
    { text: 'at', found: true },
    { text: ' once', found: false },
  ])
  const long = `${'much before '.repeat(20)}the queue ${'and after '.repeat(40)}`
  const from = long.indexOf('queue')
  const pieces = excerpt(long, [{ from, to: from + 5 }])
  expect(pieces[0]?.text).toBe('… ')
  expect(pieces.find(({ found }) => found)?.text).toBe('queue')
  expect(pieces[1]?.text.length).toBeLessThan(30)
  expect(pieces.at(-1)?.text).toBe('…')
  expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(170)
})

test('an excerpt without marks is the beginning', () => {
  expect(excerpt('paged', [])).toEqual([{ text: 'paged', found: false }])
  expect(excerpt('x'.repeat(159) + '🐶'.repeat(9), []).map((piece) => piece.text).join('')).toMatch(/^x+…$/)
})
