import { expect, test } from 'vitest'
import { Refused } from '../api'
import { Desk } from './desk.svelte'
import { fakeApi, recovery } from './fake'

async function desk(vault: 'open' | 'locked' = 'open') {
  const api = fakeApi()
  api.vault = vault
  const at = new Desk(api)
  await at.start()
  return { at, api }
}

test('the newest backup that is whole is chosen; the key reads it, and a passphrase is made', async () => {
  const { at, api } = await desk()
  at.writer.text = 'being typed'
  await at.restoreFrom()
  expect([at.screen, at.restoring.path, api.kept.length]).toEqual(['restore', '/b/1.age', 1])
  at.restoring.typed = 'AGE-SECRET-KEY-1QQ'
  await at.restoring.look()
  expect([at.restoring.trouble?.code, at.restoring.typed.length], 'to be corrected').toEqual(['mistyped', 18])
  at.restoring.typed = recovery
  await at.restoring.look()
  expect([at.restoring.inside?.lines, at.restoring.inside?.newer]).toEqual([3, 2])
  await at.restoreNow()
  expect(at.screen, 'without a passphrase nothing is restored').toBe('restore')
  at.restoring.next.text = 'nine lanterns drift beneath'
  await at.restoreNow()
  expect(at.screen).toBe('journal')
  expect(at.restoring.typed + at.restoring.next.text + at.restoring.path).toBe('')
  expect(at.notice.text).toContain('set aside')
})

test('a key that is typed before the backups are found waits for them', async () => {
  const { at, api } = await desk()
  const find = api.restorable
  let found = () => {}
  api.restorable = () => new Promise((done) => (found = () => done(find())))
  const restoring = at.restoreFrom()
  await expect.poll(() => at.screen).toBe('restore')
  at.restoring.typed = recovery
  const looking = at.restoring.look()
  found()
  await Promise.all([restoring, looking])
  expect(at.restoring.inside?.lines).toBe(3)
})

test('a restore that is refused stays where it is, with what was chosen', async () => {
  const { at, api } = await desk()
  await at.restoreFrom()
  at.restoring.typed = recovery
  await at.restoring.look()
  at.restoring.next.text = 'nine lanterns drift beneath'
  api.refuse = 'full'
  await at.restoreNow()
  expect([at.screen, at.restoring.trouble?.code, at.restoring.inside?.lines]).toEqual(['restore', 'full', 3])
})

test('a file of the person’s choice', async () => {
  const { at } = await desk()
  await at.restoreFrom()
  await at.restoring.choose('Which')
  expect([at.restoring.path, at.restoring.other]).toEqual(['/media/stick/3.age', '/media/stick/3.age'])
  await at.leaveRestore()
  expect([at.screen, at.restoring.other]).toEqual(['settings', ''])
})

test('from a damaged journal and back to it', async () => {
  const { at, api } = await desk('locked')
  api.unlock = () => Promise.reject(new Refused('damaged', 'no'))
  await at.unlock('right')
  await at.restoreFrom()
  await at.leaveRestore()
  expect([at.screen, at.remains.is?.lines]).toEqual(['damaged', 40])
})

test('what was set aside is taken again, locked; or removed for ever', async () => {
  const { at, api } = await desk()
  api.aside = '2026-11-21T03:42:00+01:00'
  await at.go('settings')
  await at.restoring.load()
  await at.goBack()
  expect(at.screen).toBe('unlock')
  await at.unlock('right')
  await at.restoring.load()
  expect(at.restoring.is?.aside).not.toBe('')
  await at.restoring.confirm()
  expect(at.restoring.is?.aside).toBe('')
})

test('locking beside the backups keeps no key in the window', async () => {
  const { at } = await desk()
  await at.restoreFrom()
  at.restoring.typed = recovery
  expect(at.lockable).toBe(true)
  await at.lock()
  expect([at.screen, at.restoring.typed]).toEqual(['unlock', ''])
})
