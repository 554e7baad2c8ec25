import { expect, test } from 'vitest'
import type { Entry, Found } from '../api'
import { Desk } from './desk.svelte'
import { fakeApi } from './fake'
import { account, entry } from './fake.made'
import { kindsOf, right, Search } from './search.svelte'

const line = (id: string, text: string, more: Partial<Entry> = {}): Entry => ({
  ...entry({ id, account: 'a1', text, kind: '', moment: '' }),
  ...more,
})

async function desk() {
  const api = fakeApi([account('new'), account('old')])
  api.entries = [
    line('1', 'paged', { account: 'old' }),
    line('2', 'restarted the queue', { account: 'old', kind: 'action' }),
    line('3', 'the queue grows', { account: 'new', kind: 'effect' }),
  ]
  const at = new Desk(api)
  await at.gate.start()
  return { at, api }
}

test('lines are found by their words, and nothing asked finds nothing', async () => {
  const { at } = await desk()
  at.search.query = 'queue'
  await at.search.find()
  expect(at.search.found?.map(({ id }) => id)).toEqual(['2', '3'])
  at.search.query = '  '
  await at.search.find()
  expect(at.search.found).toBeUndefined()
})

test('an answer to what was typed before does not count', async () => {
  let answer: (found: Found) => void = () => undefined
  const slow = new Promise<Found>((done) => (answer = done))
  const search = new Search({
    search: (query) => (query === 'q' ? slow : Promise.resolve({ entries: [line('2', 'queue')], partly: true, wrong: right })),
    ofKind: async () => [],
  })
  search.query = 'q'
  const first = search.find()
  search.query = 'queue'
  await search.find()
  answer({ entries: [], partly: false, wrong: right })
  await first
  expect(search.found?.map(({ id }) => id)).toEqual(['2'])
  expect(search.partly).toBe(true)
})

test('a filter that does not take its value says so, and can be put right', async () => {
  const asked: string[] = []
  const wrong = { filter: 'kind', at: { from: 5, to: 9 }, takes: ['effect', 'expectation'], unfinished: false }
  const search = new Search({
    search: async (query) => (asked.push(query), { entries: [], partly: false, wrong: query.includes('oops') ? wrong : right }),
    ofKind: async () => [],
  })
  search.query = 'kind:oops queue'
  await search.find()
  expect(search.wrong).toEqual(wrong)
  await search.say('effect')
  expect(search.query).toBe('kind:effect queue')
  expect(search.wrong).toEqual(right)
  expect(asked).toEqual(['kind:oops queue', 'kind:effect queue'])
})

test('a kind is named by the beginning of its word', async () => {
  expect(kindsOf('eff')).toEqual(['effect'])
  expect(kindsOf('nothing')).toEqual([])
  const { at } = await desk()
  at.search.query = '#action'
  await at.search.find()
  expect(at.search.found?.map(({ id }) => id)).toEqual(['2'])
  at.search.query = '#action grows'
  await at.search.find()
  expect(at.search.found).toEqual([])
})

test('a found line is gone to, in its account', async () => {
  const { at } = await desk()
  at.search.query = 'paged'
  await at.search.find()
  await at.show(at.search.found![0]!)
  expect(at.journal.account?.id).toBe('old')
  expect(at.line).toBe('1')
})

test('a journal that is locked forgets what was sought', async () => {
  const { at } = await desk()
  at.search.query = 'paged'
  await at.search.find()
  await at.gate.lock()
  expect(at.search.query).toBe('')
  expect(at.search.found).toBeUndefined()
})

test('accounts are joined and split, and it can be taken back', async () => {
  const { at, api } = await desk()
  await at.openAccount('new')
  await at.lines.join()
  expect(at.journal.account?.id).toBe('old')
  expect(at.journal.entries.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(at.notice.undoable).toBe(true)
  at.line = '2'
  await at.lines.split()
  expect(at.journal.account?.id).not.toBe('old')
  expect(at.journal.entries.map(({ id }) => id)).toEqual(['2', '3'])
  api.undo = async () => {
    api.entries = api.entries.map((each) => ({ ...each, account: 'old' }))
    return { what: 'moved', account: 'old', entry: '', undo: 0, redo: 1 }
  }
  await at.lines.undo()
  expect(at.journal.account?.id, 'where the lines are now').toBe('old')
  expect(at.journal.entries).toHaveLength(3)
})

test('the first line of an account is no place to split it, and the oldest account joins no other', async () => {
  const { at } = await desk()
  await at.openAccount('old')
  expect(at.journal.before).toBeUndefined()
  at.line = '1'
  await at.lines.split()
  expect(at.journal.entries).toHaveLength(2)
})
