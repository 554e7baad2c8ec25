import { expect, test } from 'vitest'
import { fakeApi } from './fake'
import type { Years } from './fake.learning'
import { account, entry, lesson } from './fake.made'
import { isOpen, Learning } from './learning.svelte'

const line = (id: string, text: string) => entry({ id, account: 'a1', text, kind: '', moment: '' })
const memory = (of: string, time = 0) => ({
  account: of,
  entry: '',
  text: of,
  from: { account: of, title: '', words: '', at: '' },
  since: '',
  time,
  days: 7,
  months: 0,
})

async function opened(years: Partial<Years> = {}) {
  const api = fakeApi([account('a1')], undefined, { lessons: [], back: { on: false, memories: [] }, ...years })
  const learning = new Learning(api)
  await learning.open()
  return { api, learning }
}

test('the same key takes back that a learning holds', async () => {
  const { learning } = await opened({ lessons: [lesson('l1')] })
  await learning.mark('l1', 'partly')
  expect(learning.lessons?.all[0]?.holds).toBe('partly')
  await learning.mark('l1', 'no longer')
  expect(learning.lessons?.all[0]?.holds).toBe('no longer')
  await learning.mark('l1', 'no longer')
  expect(learning.lessons?.all[0]?.holds).toBe('')
})

test('what stands on no shelf comes last, and nothing is lost by ordering', async () => {
  const { api, learning } = await opened({ lessons: [lesson('l1'), lesson('l2'), lesson('l3')] })
  const { all, conditions } = await api.lessons()
  api.lessons = async () => ({ all, conditions, systems: [{ name: 'cache', lessons: ['l3', 'l1'] }], partly: false })
  await learning.open()
  learning.order = 'systems'
  expect(learning.groups.map(({ name, lessons }) => [name, lessons.map((each) => each.entry.id)])).toEqual([
    ['cache', ['l3', 'l1']],
    ['', ['l2']],
  ])
  learning.order = 'conditions'
  expect(learning.groups.flatMap(({ lessons }) => lessons)).toHaveLength(3)
})

test('a question is open until a line answers it, and again when that is taken back', async () => {
  const { api, learning } = await opened({ lessons: [lesson('l1', { sort: 'open question' })] })
  api.entries = [line('e1', 'the cache was cold')]
  learning.order = 'open'
  expect(learning.groups[0]?.lessons).toHaveLength(1)
  learning.asking = 'l1'
  expect((await learning.find('cache')).map((each) => each.id)).toEqual(['e1'])
  await learning.resolve('e1')
  expect(learning.asking).toBe('')
  expect(learning.groups[0]?.lessons).toHaveLength(0)
  await learning.reopen('l1', 'e1')
  expect(learning.lessons?.all.every(isOpen)).toBe(true)
})

test('a point shows the lines behind it; the same point again takes them away', async () => {
  const { api, learning } = await opened()
  api.entries = [line('e1', 'one'), line('e2', 'two')]
  await learning.show('months', '2026-11', 'November', ['e2', 'gone', 'e1'])
  expect(learning.behind?.lines.map((each) => each.id)).toEqual(['e2', 'e1'])
  await learning.show('months', '2026-11', 'November', ['e2'])
  expect(learning.behind).toBeUndefined()
})

test('what is put off comes up another day, what is not wanted never', async () => {
  const { learning } = await opened({ back: { on: true, memories: [memory('a1'), memory('a2')] } })
  const [first, second] = learning.back.memories
  expect(learning.memory).toBe(first)
  learning.later(first!)
  expect(learning.memory).toBe(second)
  await learning.looked(second!, true)
  expect(learning.memory).toBeUndefined()
  expect(learning.back.memories).toEqual([first])
})

test('locking forgets all of it', async () => {
  const { learning } = await opened({ lessons: [lesson('l1')], back: { on: true, memories: [memory('a1')] } })
  learning.search.query = 'cache'
  await learning.search.find()
  learning.clear()
  expect([learning.lessons, learning.patterns, learning.calibration, learning.memory, learning.behind]).toEqual(
    Array.from({ length: 5 }, () => undefined),
  )
  expect(learning.search.query).toBe('')
})
