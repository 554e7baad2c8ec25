import { expect, test } from 'vitest'
import type { Stand } from '../api'
import { isClock, standing } from './stands'

const stands: Stand[] = [
  { text: 'host 1', kind: 'host' },
  { text: 'host 11', kind: 'host' },
  { text: '[withheld: place]', kind: 'place' },
  { text: 'Engineer A', kind: 'person' },
]
const found = (text: string) => standing(text, stands).flatMap(({ from, to, stand }) => (stand ? [text.slice(from, to)] : []))

test('what stands for something is found whole, the longer one first', () => {
  expect(found('Engineer A moved host 11 to [withheld: place], then host 1.')).toEqual(['Engineer A', 'host 11', '[withheld: place]', 'host 1'])
  expect(found("Engineer A's host\n1")).toEqual(['Engineer A', 'host\n1'])
})

test('no part of a word stands for anything', () => {
  expect(found('Engineer Amber on localhost 12')).toEqual([])
})

test('together the stretches are the text', () => {
  for (const text of ['', 'nobody', 'host 1', 'at host 1 and host 11'])
    expect(standing(text, stands).map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
  expect(standing('host 1', [])).toEqual([{ from: 0, to: 6 }])
})

test('the time beside a line stands for nothing', () => {
  expect(['T+00:14', 'about T-01:00', '3 · T+00:14'].map(isClock)).toEqual([true, true, true])
  expect(isClock('at T+00:14')).toBe(false)
})
