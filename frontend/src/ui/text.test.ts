import { expect, test } from 'vitest'
import { beginning, excerpt, inColumns, shorten, size } from './text'

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

test('of a long text the beginning is shown, of any other all of it', () => {
  expect(beginning('restarted it\ntwice')).toBe('restarted it\ntwice')
  expect(beginning('x'.repeat(2500))).toHaveLength(2500)
  expect(beginning('x'.repeat(2501))).toBe('x'.repeat(2000))
  expect(beginning('line\n'.repeat(100)).split('\n')).toHaveLength(24)
  expect(beginning('x' + '🐶'.repeat(5000)).at(-1)).toBe('🐶'.at(-1))
  expect(beginning('x' + '🐶'.repeat(5000)).isWellFormed()).toBe(true)
  expect(size('x'.repeat(5_120_000), 'en')).toBe('5.1 MB')
  expect(size('x'.repeat(30_000), 'en')).toBe('30 kB')
})
