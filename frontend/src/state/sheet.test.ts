import { expect, test } from 'vitest'
import { fakeApi } from './fake'
import { Sheet } from './sheet.svelte'

test('what is typed is kept with the turning points, one change after the other', async () => {
  const sheet = new Sheet(fakeApi())
  await sheet.open('a1')
  sheet.ask = 'the graph '
  await Promise.all([sheet.turn('l1', true), sheet.turn('l2', true), sheet.settle()])
  expect(sheet.is?.turns).toEqual(['l1', 'l2'])
  expect(sheet.is?.ask).toBe('the graph')
  await sheet.turn('l1', false)
  expect(sheet.is?.turns).toEqual(['l2'])
})

test('a fourth turning point is refused, and the three stay', async () => {
  const sheet = new Sheet(fakeApi())
  await sheet.open('a1')
  for (const id of ['l1', 'l2', 'l3', 'l4']) await sheet.turn(id, true)
  expect(sheet.trouble?.code).toBe('turns')
  expect(sheet.is?.turns).toEqual(['l1', 'l2', 'l3'])
})

test('what stops it is said, and nothing is saved', async () => {
  const api = fakeApi()
  const sheet = new Sheet(api)
  await sheet.open('a1')
  await sheet.save('pdf', 'Save')
  expect(sheet.stopped?.stopped).toBe('nothing')
  expect(sheet.saved).toBe('')
  await sheet.turn('l1', true)
  expect(sheet.stopped).toBeUndefined()
  await sheet.save('pdf', 'Save')
  expect(sheet.saved).toBe('/home/me/incident.pdf')
})
