import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Kin } from '../api'
import { entry } from './fake.made'
import { Seen } from './seen.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const kin = (text: string): Kin => ({
  entry: entry({ id: text, account: 'a2', text, kind: '', moment: '' }),
  words: [],
  from: { account: 'a2', title: '', words: '', at: '' },
})
const here = () => 'a1'

test('it is asked once in a pause, and not for every key', async () => {
  const asked: string[] = []
  const seen = new Seen({ similar: async (text, of) => (asked.push(`${of} ${text}`), [kin('the cache was cold')]) })
  for (const text of ['c', 'cold cach', 'cold cache', 'cold cache again']) seen.take(text, here)
  expect(asked).toEqual([])
  await vi.runAllTimersAsync()
  expect(asked).toEqual(['a1 cold cache again'])
  expect(seen.kin).toHaveLength(1)
  // Kept: the field is empty, and what was found can still be read.
  seen.take('', here)
  expect(seen.kin).toHaveLength(1)
})

test('an answer to what was typed before does not count', async () => {
  const answers: ((kin: Kin[]) => void)[] = []
  const seen = new Seen({ similar: (text) => (text ? new Promise((done) => void answers.push(done)) : Promise.resolve([])) })
  seen.take('cold cache', here)
  await vi.runAllTimersAsync()
  seen.take('warm cache', here)
  answers[0]?.([kin('old')])
  await vi.runAllTimersAsync()
  expect(seen.kin).toEqual([])
  answers[1]?.([kin('new')])
  await vi.runAllTimersAsync()
  expect(seen.kin.map((each) => each.entry.id)).toEqual(['new'])
})

test('who types on ends what is looked for, once', async () => {
  const asked: string[] = []
  const seen = new Seen({ similar: (text) => (asked.push(text), text ? new Promise(() => undefined) : Promise.resolve([])) })
  seen.take('cold cache', here)
  await vi.runAllTimersAsync()
  for (const text of ['cold cache i', 'cold cache is', 'cold cache is c']) seen.take(text, here)
  expect(asked).toEqual(['cold cache', ''])
  await vi.runAllTimersAsync()
  expect(asked).toEqual(['cold cache', '', 'cold cache is c'])
})

test('what was sent away stays away for that line, and a refusal says nothing', async () => {
  const similar = vi.fn(async () => [kin('old')])
  const seen = new Seen({ similar })
  seen.take('cold cache', here)
  await vi.runAllTimersAsync()
  seen.dismiss()
  seen.take('cold cache again', here)
  await vi.runAllTimersAsync()
  expect(similar).toHaveBeenCalledTimes(1)
  expect(seen.kin).toEqual([])
  seen.take('', here)
  similar.mockRejectedValueOnce(new Error('locked'))
  seen.take('another cache', here)
  await vi.runAllTimersAsync()
  expect(seen.kin).toEqual([])
})

test('the line itself is not like itself', async () => {
  const seen = new Seen({ similar: async () => [kin('cold cache')] })
  seen.take('cold cache ', here)
  await vi.runAllTimersAsync()
  expect(seen.kin).toEqual([])
})
