import { expect, test } from 'vitest'
import { Refused } from '../api'
import { Desk } from './desk.svelte'
import { fakeApi } from './fake'
import { recovery } from './fake.gate'
import { account } from './fake.made'

const damaged = () => Promise.reject(new Refused('damaged', 'no'))

/** A desk before a sealed journal that does not open for damage. */
async function desk() {
  const api = fakeApi([account('new'), account('old')])
  api.vault = 'locked'
  api.unlock = damaged
  const at = new Desk(api)
  await at.gate.start()
  return { at, api }
}

test('what does not open for damage shows what is left, by what it was to be opened with', async () => {
  const { at } = await desk()
  await at.gate.unlock('right')
  expect([at.screen, at.gate.remains.is?.lines, at.gate.remains.typed]).toEqual(['damaged', 40, ''])
  await at.gate.readRemains()
  expect([at.screen, at.gate.remains.opened?.account.id]).toEqual(['remains', 'new'])
  await at.gate.remains.show('old')
  expect(at.gate.remains.opened?.account.id).toBe('old')
})

test('a journal that is damaged when the window opens asks, and takes either key', async () => {
  const { at, api } = await desk()
  api.start = damaged
  await at.gate.openUp()
  expect([at.screen, at.gate.remains.is, at.gate.remains.trouble]).toEqual(['damaged', undefined, undefined])
  at.gate.remains.typed = 'wrong'
  await at.gate.remains.open()
  expect([at.gate.remains.trouble?.code, at.gate.remains.typed]).toEqual(['passphrase', ''])
  at.gate.remains.typed = recovery.slice(0, 40)
  await at.gate.remains.open()
  expect([at.gate.remains.trouble?.code, at.gate.remains.typed.length], 'to be corrected').toEqual(['mistyped', 40])
  at.gate.remains.typed = ` ${recovery.toLowerCase()}`
  await at.gate.remains.open()
  expect([at.gate.remains.trouble, at.gate.remains.is?.lines, at.gate.remains.typed]).toEqual([undefined, 40, ''])
})

test('the recovery key of a forgotten passphrase opens what is left too', async () => {
  const { at, api } = await desk()
  at.gate.forgotten()
  api.checkRecovery = damaged
  at.gate.rescue.typed = recovery
  await at.gate.tryKey()
  expect([at.screen, at.gate.remains.is?.lines, at.gate.rescue.typed]).toEqual(['damaged', 40, ''])
})

test('a journal whose file is gone has no key asked for', async () => {
  const { at, api } = await desk()
  api.start = () => Promise.reject(new Refused('lost', 'no'))
  let asked = 0
  api.whatIsLeft = () => (asked++, damaged())
  await at.gate.openUp()
  expect([at.screen, at.trouble?.code, asked]).toEqual(['damaged', 'lost', 0])
})

test('what is left is written out; a dialog that was closed writes nothing', async () => {
  const { at, api } = await desk()
  await at.gate.unlock('right')
  await at.gate.remains.export('Where to')
  expect(at.gate.remains.exported?.folder).toBe('/home/me/out')
  api.exportLeft = async () => ({ folder: '', accounts: 0, files: 0, damaged: false })
  await at.gate.remains.export('Where to')
  expect(at.gate.remains.exported?.folder).toBe('/home/me/out')
  api.exportLeft = () => Promise.reject(new Refused('exists', 'no'))
  await at.gate.remains.export('Where to')
  expect([at.gate.remains.trouble?.code, at.gate.remains.is?.lines]).toEqual(['exists', 40])
})

test('locking forgets it', async () => {
  const { at, api } = await desk()
  expect(at.gate.lockable, 'nothing is open').toBe(false)
  await at.gate.unlock('right')
  await at.gate.readRemains()
  expect(at.gate.lockable).toBe(true)
  await at.gate.lock()
  expect([at.screen, at.gate.remains.is, at.gate.remains.opened, api.left.length]).toEqual(['unlock', undefined, undefined, 1])
})
