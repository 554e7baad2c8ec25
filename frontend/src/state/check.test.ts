import { expect, test } from 'vitest'
import { Check } from './check.svelte'
import { fakeApi } from './fake'

test('asks once, however often it is pressed', async () => {
  const api = fakeApi()
  let asked = 0
  const run = api.check
  api.check = () => (asked++, run())
  const check = new Check(api)
  await Promise.all([check.run(), check.run()])
  expect([asked, check.is?.damage]).toEqual([1, []])
  check.forget()
  expect([check.is, check.trouble]).toEqual([undefined, undefined])
})
