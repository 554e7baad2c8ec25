import { expect, test } from 'vitest'
import { Desk } from './desk.svelte'
import { fakeApi } from './fake'
import { recovery } from './fake.gate'

/** A desk at the open journal, or before the sealed one. */
async function desk(vault: 'open' | 'locked' = 'open') {
  const api = fakeApi()
  api.vault = vault
  const at = new Desk(api)
  await at.gate.start()
  return { at, api }
}

test('a change of the passphrase asks for the present one, and offers to seal everything anew', async () => {
  const { at, api } = await desk()
  await at.gate.keys('passphrase')
  at.gate.change.present = 'not this one'
  at.gate.change.next.text = 'nine lanterns drift beneath'
  await at.gate.change.change()
  expect(at.gate.change.trouble?.code).toBe('passphrase')
  expect(at.gate.change.step).toBe('asking')
  expect(at.gate.change.present, 'the next try starts over').toBe('')
  expect(at.gate.change.next.text, 'what was made stays').not.toBe('')
  at.gate.change.present = api.passphrase
  await at.gate.change.change()
  expect(at.gate.change.step).toBe('changed')
  await at.gate.change.rekey()
  expect(at.gate.change.step).toBe('rekeyed')
  expect(at.gate.change.next.text).toBe('')
})

test('a new recovery key counts once it is proven', async () => {
  const { at, api } = await desk()
  await at.gate.keys('recovery')
  at.gate.renewal.passphrase = 'not this one'
  await at.gate.renewal.draw()
  expect(at.gate.renewal.trouble?.code).toBe('passphrase')
  expect(at.gate.renewal.recovery.key).toBe('')
  at.gate.renewal.passphrase = api.passphrase
  await at.gate.renewal.draw()
  expect(at.gate.renewal.recovery.groups.join('')).toBe(recovery)
  await at.gate.renew()
  expect(at.screen, 'not proven').toBe('recovery')
  at.gate.renewal.recovery.answer = at.gate.renewal.recovery.groups[at.gate.renewal.recovery.asked] ?? ''
  await at.gate.renew()
  expect(at.screen).toBe('settings')
  expect(at.notice.text).toBeTruthy()
})

test('what opens the journal is forgotten by whatever leaves the screen', async () => {
  for (const leave of [
    (at: Desk) => at.go('journal'),
    (at: Desk) => at.write(),
    (at: Desk) => at.gate.lock(),
    (at: Desk) => at.gate.keys('recovery'),
  ]) {
    const { at } = await desk()
    await at.gate.keys('passphrase')
    at.gate.change.present = 'present'
    at.gate.change.next.text = 'next'
    await leave(at)
    expect(at.screen).not.toBe('passphrase')
    expect(at.gate.change.present + at.gate.change.next.text).toBe('')
  }
})

test('a forgotten passphrase: the recovery key, typed in whatever way, and a new passphrase', async () => {
  const { at } = await desk('locked')
  at.gate.forgotten()
  expect(at.screen).toBe('forgotten')
  at.gate.rescue.typed = recovery.slice(0, 40)
  await at.gate.rescue.check()
  expect(at.gate.rescue.trouble?.code).toBe('mistyped')
  expect(at.gate.rescue.typed, 'to be corrected').not.toBe('')
  await at.gate.recover()
  expect(at.screen, 'not yet').toBe('forgotten')
  at.gate.rescue.typed = recovery.toLowerCase().replace(/(.{6})/g, '$1\n ')
  expect(at.gate.rescue.count).toBe(74)
  await at.gate.rescue.check()
  expect(at.gate.rescue.right).toBe(true)
  at.gate.rescue.next.text = 'nine lanterns drift beneath'
  await at.gate.recover()
  expect(at.screen).toBe('journal')
  expect(at.gate.rescue.typed + at.gate.rescue.next.text).toBe('')
})

test('a recovery key is read from the file it was saved to', async () => {
  const { at } = await desk('locked')
  at.gate.forgotten()
  await at.gate.rescue.read('Open')
  expect(at.gate.rescue.right).toBe(true)
})

test('whoever remembers after all goes back, and nothing stays', async () => {
  const { at } = await desk('locked')
  at.gate.forgotten()
  at.gate.rescue.typed = 'AGE-SECRET'
  await at.gate.openUp()
  expect(at.screen).toBe('unlock')
  expect(at.gate.rescue.typed).toBe('')
})

test('a journal whose key is not on this computer says where it is looked for, and takes a line', async () => {
  const { at, api } = await desk('locked')
  api.secured = false
  const begin = api.begin
  api.begin = async () => {
    throw new Error(JSON.stringify({ code: 'nokey', message: '' }))
  }
  await at.gate.openUp()
  expect(at.screen).toBe('nokey')
  expect(at.gate.deviceKey).toMatch(/\.key$/)
  await at.write()
  expect(at.screen).toBe('locked')
  api.begin = begin
  await at.gate.openUp()
  expect(at.screen).toBe('journal')
})
