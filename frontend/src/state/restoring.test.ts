import { expect, test } from 'vitest'
import { Refused } from '../api'
import { Desk } from './desk.svelte'
import { fakeApi } from './fake'
import { recovery } from './fake.gate'

async function desk(vault: 'open' | 'locked' = 'open') {
  const api = fakeApi()
  api.vault = vault
  const at = new Desk(api)
  await at.gate.start()
  return { at, api }
}

test('the newest backup that is whole is chosen; the key reads it, and a passphrase is made', async () => {
  const { at, api } = await desk()
  at.writer.text = 'being typed'
  await at.gate.restoreFrom()
  expect([at.screen, at.gate.restoring.path, api.kept.length]).toEqual(['restore', '/b/1.age', 1])
  at.gate.restoring.typed = 'AGE-SECRET-KEY-1QQ'
  await at.gate.restoring.look()
  expect([at.gate.restoring.trouble?.code, at.gate.restoring.typed.length], 'to be corrected').toEqual(['mistyped', 18])
  at.gate.restoring.typed = recovery
  await at.gate.restoring.look()
  expect([at.gate.restoring.inside?.lines, at.gate.restoring.inside?.newer]).toEqual([3, 2])
  await at.gate.restoreNow()
  expect(at.screen, 'without a passphrase nothing is restored').toBe('restore')
  at.gate.restoring.next.text = 'nine lanterns drift beneath'
  await at.gate.restoreNow()
  expect(at.screen).toBe('journal')
  expect(at.gate.restoring.typed + at.gate.restoring.next.text + at.gate.restoring.path).toBe('')
  expect(at.notice.text).toContain('set aside')
})

test('a key that is typed before the backups are found waits for them', async () => {
  const { at, api } = await desk()
  const find = api.restorable
  let found = () => {}
  api.restorable = () => new Promise((done) => (found = () => done(find())))
  const restoring = at.gate.restoreFrom()
  await expect.poll(() => at.screen).toBe('restore')
  at.gate.restoring.typed = recovery
  const looking = at.gate.restoring.look()
  found()
  await Promise.all([restoring, looking])
  expect(at.gate.restoring.inside?.lines).toBe(3)
})

test('a restore that is refused stays where it is, with what was chosen', async () => {
  const { at, api } = await desk()
  await at.gate.restoreFrom()
  at.gate.restoring.typed = recovery
  await at.gate.restoring.look()
  at.gate.restoring.next.text = 'nine lanterns drift beneath'
  api.refuse = 'full'
  await at.gate.restoreNow()
  expect([at.screen, at.gate.restoring.trouble?.code, at.gate.restoring.inside?.lines]).toEqual(['restore', 'full', 3])
})

test('a file of the person’s choice', async () => {
  const { at } = await desk()
  await at.gate.restoreFrom()
  await at.gate.restoring.choose('Which')
  expect([at.gate.restoring.path, at.gate.restoring.other]).toEqual(['/media/stick/3.age', '/media/stick/3.age'])
  await at.gate.leaveRestore()
  expect([at.screen, at.gate.restoring.other]).toEqual(['settings', ''])
})

test('from a damaged journal and back to it', async () => {
  const { at, api } = await desk('locked')
  api.unlock = () => Promise.reject(new Refused('damaged', 'no'))
  await at.gate.unlock('right')
  await at.gate.restoreFrom()
  await at.gate.leaveRestore()
  expect([at.screen, at.gate.remains.is?.lines]).toEqual(['damaged', 40])
})

test('what was set aside is taken again, locked; or removed for ever', async () => {
  const { at, api } = await desk()
  api.aside = '2026-11-21T03:42:00+01:00'
  await at.go('settings')
  await at.gate.restoring.load()
  await at.gate.goBack()
  expect(at.screen).toBe('unlock')
  await at.gate.unlock('right')
  await at.gate.restoring.load()
  expect(at.gate.restoring.is?.aside).not.toBe('')
  await at.gate.restoring.confirm()
  expect(at.gate.restoring.is?.aside).toBe('')
})

test('locking beside the backups keeps no key in the window', async () => {
  const { at } = await desk()
  await at.gate.restoreFrom()
  at.gate.restoring.typed = recovery
  expect(at.gate.lockable).toBe(true)
  await at.gate.lock()
  expect([at.screen, at.gate.restoring.typed]).toEqual(['unlock', ''])
})
