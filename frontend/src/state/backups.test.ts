import { expect, test } from 'vitest'
import { Backups } from './backups.svelte'
import { fakeApi } from './fake'

test('says that a backup is under way, that it was made, and what stands in the way', async () => {
  const api = fakeApi()
  const backups = new Backups(api)
  await backups.read()
  expect(backups.is?.late).toBe(true)
  const made = backups.now()
  expect(backups.busy).toBe(true)
  await made
  expect([backups.busy, backups.done, backups.is?.count, backups.is?.late]).toEqual([false, true, 1, false])

  const standing = backups.is!
  api.backUp = async () => ({ ...standing, trouble: 'gone' })
  await backups.now()
  expect([backups.done, backups.is?.trouble]).toEqual([false, 'gone'])

  backups.forget()
  expect(backups.is).toBeUndefined()
})

test('asks once, however often it is pressed', async () => {
  const api = fakeApi()
  let asked = 0
  const backUp = api.backUp
  api.backUp = () => (asked++, backUp())
  const backups = new Backups(api)
  await Promise.all([backups.now(), backups.now()])
  expect(asked).toBe(1)
})
