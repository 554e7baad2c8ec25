import { expect, test } from 'vitest'
import { Desk } from './desk.svelte'
import { fakeApi, recovery } from './fake'

/** A desk at the open journal, or before the sealed one. */
async function desk(vault: 'open' | 'locked' = 'open') {
  const api = fakeApi()
  api.vault = vault
  const at = new Desk(api)
  await at.start()
  return { at, api }
}

test('a change of the passphrase asks for the present one, and offers to seal everything anew', async () => {
  const { at, api } = await desk()
  await at.keys('passphrase')
  at.change.present = 'not this one'
  at.change.next.text = 'nine lanterns drift beneath'
  await at.change.change()
  expect(at.change.trouble?.code).toBe('passphrase')
  expect(at.change.step).toBe('asking')
  expect(at.change.present, 'the next try starts over').toBe('')
  expect(at.change.next.text, 'what was made stays').not.toBe('')
  at.change.present = api.passphrase
  await at.change.change()
  expect(at.change.step).toBe('changed')
  await at.change.rekey()
  expect(at.change.step).toBe('rekeyed')
  expect(at.change.next.text).toBe('')
})

test('a new recovery key counts once it is proven', async () => {
  const { at, api } = await desk()
  await at.keys('recovery')
  at.renewal.passphrase = 'not this one'
  await at.renewal.draw()
  expect(at.renewal.trouble?.code).toBe('passphrase')
  expect(at.renewal.recovery.key).toBe('')
  at.renewal.passphrase = api.passphrase
  await at.renewal.draw()
  expect(at.renewal.recovery.groups.join('')).toBe(recovery)
  await at.renew()
  expect(at.screen, 'not proven').toBe('recovery')
  at.renewal.recovery.answer = at.renewal.recovery.groups[at.renewal.recovery.asked] ?? ''
  await at.renew()
  expect(at.screen).toBe('settings')
  expect(at.notice.text).toBeTruthy()
})

test('what opens the journal is forgotten by whatever leaves the screen', async () => {
  for (const leave of [
    (at: Desk) => at.go('journal'),
    (at: Desk) => at.write(),
    (at: Desk) => at.lock(),
    (at: Desk) => at.keys('recovery'),
  ]) {
    const { at } = await desk()
    await at.keys('passphrase')
    at.change.present = 'present'
    at.change.next.text = 'next'
    await leave(at)
    expect(at.screen).not.toBe('passphrase')
    expect(at.change.present + at.change.next.text).toBe('')
  }
})

test('a forgotten passphrase: the recovery key, typed in whatever way, and a new passphrase', async () => {
  const { at } = await desk('locked')
  at.forgotten()
  expect(at.screen).toBe('forgotten')
  at.rescue.typed = recovery.slice(0, 40)
  await at.rescue.check()
  expect(at.rescue.trouble?.code).toBe('mistyped')
  expect(at.rescue.typed, 'to be corrected').not.toBe('')
  await at.recover()
  expect(at.screen, 'not yet').toBe('forgotten')
  at.rescue.typed = recovery.toLowerCase().replace(/(.{6})/g, '$1\n ')
  expect(at.rescue.count).toBe(74)
  await at.rescue.check()
  expect(at.rescue.right).toBe(true)
  at.rescue.next.text = 'nine lanterns drift beneath'
  await at.recover()
  expect(at.screen).toBe('journal')
  expect(at.rescue.typed + at.rescue.next.text).toBe('')
})

test('a recovery key is read from the file it was saved to', async () => {
  const { at } = await desk('locked')
  at.forgotten()
  await at.rescue.read('Open')
  expect(at.rescue.right).toBe(true)
})

test('whoever remembers after all goes back, and nothing stays', async () => {
  const { at } = await desk('locked')
  at.forgotten()
  at.rescue.typed = 'AGE-SECRET'
  await at.openUp()
  expect(at.screen).toBe('unlock')
  expect(at.rescue.typed).toBe('')
})

test('a journal whose key is not on this computer says where it is looked for, and takes a line', async () => {
  const { at, api } = await desk('locked')
  api.secured = false
  const begin = api.begin
  api.begin = async () => {
    throw new Error(JSON.stringify({ code: 'nokey', message: '' }))
  }
  await at.openUp()
  expect(at.screen).toBe('nokey')
  expect(at.deviceKey).toMatch(/\.key$/)
  await at.write()
  expect(at.screen).toBe('locked')
  api.begin = begin
  await at.openUp()
  expect(at.screen).toBe('journal')
})
