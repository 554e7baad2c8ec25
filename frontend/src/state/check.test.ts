import { expect, test } from 'vitest'
import { Refused } from '../api'
import { Check } from './check.svelte'
import { fakeApi } from './fake'

test('what is left is shown, written out, and forgotten', async () => {
  const api = fakeApi()
  const check = new Check(api)
  const reading = check.left('wrong')
  expect(check.busy).toBe(true)
  await reading
  expect([check.busy, check.is?.lost.length]).toEqual([false, 1])

  await check.export('wrong', 'Where to')
  expect(check.exported?.folder).toBe('/home/me/out')

  // A dialog that was closed writes nothing and takes nothing back.
  api.exportLeft = async () => ({ folder: '', accounts: 0, files: 0, damaged: false })
  await check.export('wrong', 'Where to')
  expect(check.exported?.folder).toBe('/home/me/out')

  api.exportLeft = () => Promise.reject(new Refused('exists', 'no'))
  await check.export('wrong', 'Where to')
  expect([check.trouble?.code, check.is?.lines]).toEqual(['exists', 40])

  check.forget()
  expect([check.is, check.exported, check.trouble]).toEqual([undefined, undefined, undefined])
})

test('asks once, however often it is pressed', async () => {
  const api = fakeApi()
  let asked = 0
  const run = api.check
  api.check = () => (asked++, run())
  const check = new Check(api)
  await Promise.all([check.run(), check.run()])
  expect([asked, check.is?.damage]).toEqual([1, []])
})
