import { expect, test } from 'vitest'
import { command } from '../commands'
import { Desk } from './desk.svelte'
import { wholeJournal } from './erasing.svelte'
import { fakeApi } from './fake'
import { account } from './fake.made'

/** A desk at an open journal of two accounts. */
async function desk() {
  const api = fakeApi([account('new'), account('old')])
  const at = new Desk(api)
  await at.gate.start()
  return { at, api }
}

test('an account goes into the bin and comes back as it was', async () => {
  const { at } = await desk()
  await at.bin('new')
  expect([at.erasing.done, at.journal.account?.id]).toEqual(['binned', 'old'])
  expect(at.erasing.is?.accounts.map((each) => each.account.id)).toEqual(['new'])
  await at.takeBack('new')
  expect([at.erasing.done, at.erasing.is?.accounts]).toEqual(['back', []])
  expect(at.journal.accounts.map((each) => each.id).toSorted()).toEqual(['new', 'old'])
})

test('a line that is being typed is kept before its account goes', async () => {
  const { at, api } = await desk()
  at.writer.text = 'errors climb'
  await at.bin('new')
  expect(api.kept.map((line) => line.text)).toEqual(['errors climb'])
  expect(at.writer.text).toBe('')
})

test('the last account goes, and nothing is open', async () => {
  const { at } = await desk()
  await at.bin('new', 'old')
  expect([at.journal.account, at.journal.accounts.length]).toEqual([undefined, 0])
})

test('the command of the palette says how long it lies in the bin', async () => {
  const { at } = await desk()
  await command('account.bin').run(at)
  expect(at.notice.text).toContain('21')
  expect(at.journal.account?.id).toBe('old')
})

test('erased for ever is what was asked about, and what still holds it is named', async () => {
  const { at, api } = await desk()
  await at.bin('new')
  at.erasing.ask('new')
  at.erasing.typed = 'erase'
  api.refuse = 'full'
  await at.gate.erase()
  expect([at.erasing.trouble?.code, at.erasing.asking, at.erasing.typed]).toEqual(['full', '', ''])
  api.refuse = undefined
  at.erasing.ask('new')
  await at.gate.erase()
  expect([at.erasing.done, at.erasing.is?.accounts, at.erasing.is?.holding.length]).toEqual(['erased', [], 1])
})

test('the whole journal: nothing of it stays in the window, and a new one can be begun', async () => {
  const { at, api } = await desk()
  api.refuse = 'full'
  at.writer.text = 'never kept'
  at.erasing.ask(wholeJournal)
  await at.gate.erase()
  expect([at.screen, at.erasing.trouble?.code], 'refused: it is still there').toEqual(['journal', 'full'])
  api.refuse = undefined
  at.erasing.ask(wholeJournal)
  await at.gate.erase()
  expect([at.screen, at.writer.text, at.journal.accounts.length]).toEqual(['erased', '', 0])
  expect(at.erasing.erased?.elsewhere).toEqual(['/media/stick/1.age'])
  await at.write()
  expect([at.screen, at.erasing.erased]).toEqual(['first', undefined])
  expect(api.dropped).toEqual([])
})

test('locking forgets what was asked', async () => {
  const { at } = await desk()
  await at.bin('new')
  await at.gate.lock()
  await at.gate.unlock('right')
  expect([at.erasing.is, at.erasing.done]).toEqual([undefined, undefined])
})
