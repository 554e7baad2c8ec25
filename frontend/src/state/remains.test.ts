import { expect, test } from 'vitest'
import { Refused } from '../api'
import { Desk } from './desk.svelte'
import { account, fakeApi, recovery } from './fake'

const damaged = () => Promise.reject(new Refused('damaged', 'no'))

/** A desk before a sealed journal that does not open for damage. */
async function desk() {
  const api = fakeApi([account('new'), account('old')])
  api.vault = 'locked'
  api.unlock = damaged
  const at = new Desk(api)
  await at.start()
  return { at, api }
}

test('what does not open for damage shows what is left, by what it was to be opened with', async () => {
  const { at } = await desk()
  await at.unlock('right')
  expect([at.screen, at.remains.is?.lines, at.remains.typed]).toEqual(['damaged', 40, ''])
  await at.readRemains()
  expect([at.screen, at.remains.opened?.account.id]).toEqual(['remains', 'new'])
  await at.remains.show('old')
  expect(at.remains.opened?.account.id).toBe('old')
})

test('a journal that is damaged when the window opens asks, and takes either key', async () => {
  const { at, api } = await desk()
  api.start = damaged
  await at.openUp()
  expect([at.screen, at.remains.is, at.remains.trouble]).toEqual(['damaged', undefined, undefined])
  at.remains.typed = 'wrong'
  await at.remains.open()
  expect([at.remains.trouble?.code, at.remains.typed]).toEqual(['passphrase', ''])
  at.remains.typed = recovery.slice(0, 40)
  await at.remains.open()
  expect([at.remains.trouble?.code, at.remains.typed.length], 'to be corrected').toEqual(['mistyped', 40])
  at.remains.typed = ` ${recovery.toLowerCase()}`
  await at.remains.open()
  expect([at.remains.trouble, at.remains.is?.lines, at.remains.typed]).toEqual([undefined, 40, ''])
})

test('the recovery key of a forgotten passphrase opens what is left too', async () => {
  const { at, api } = await desk()
  at.forgotten()
  api.checkRecovery = damaged
  at.rescue.typed = recovery
  await at.tryKey()
  expect([at.screen, at.remains.is?.lines, at.rescue.typed]).toEqual(['damaged', 40, ''])
})

test('a journal whose file is gone has no key asked for', async () => {
  const { at, api } = await desk()
  api.start = () => Promise.reject(new Refused('lost', 'no'))
  let asked = 0
  api.whatIsLeft = () => (asked++, damaged())
  await at.openUp()
  expect([at.screen, at.trouble?.code, asked]).toEqual(['damaged', 'lost', 0])
})

test('what is left is written out; a dialog that was closed writes nothing', async () => {
  const { at, api } = await desk()
  await at.unlock('right')
  await at.remains.export('Where to')
  expect(at.remains.exported?.folder).toBe('/home/me/out')
  api.exportLeft = async () => ({ folder: '', accounts: 0, files: 0, damaged: false })
  await at.remains.export('Where to')
  expect(at.remains.exported?.folder).toBe('/home/me/out')
  api.exportLeft = () => Promise.reject(new Refused('exists', 'no'))
  await at.remains.export('Where to')
  expect([at.remains.trouble?.code, at.remains.is?.lines]).toEqual(['exists', 40])
})

test('locking forgets it', async () => {
  const { at, api } = await desk()
  expect(at.lockable, 'nothing is open').toBe(false)
  await at.unlock('right')
  await at.readRemains()
  expect(at.lockable).toBe(true)
  await at.lock()
  expect([at.screen, at.remains.is, at.remains.opened, api.left.length]).toEqual(['unlock', undefined, undefined, 1])
})
