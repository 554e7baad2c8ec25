import { expect, test } from 'vitest'
import { Panel } from './panel.svelte'

test('in a wide window the panel is there until it is sent away; in a narrow one only when asked for', async () => {
  const room = { wide: true }
  const panel = new Panel(() => room.wide)
  expect(panel.shown).toBe(true)
  room.wide = false
  expect(panel.shown).toBe(false)
  await panel.toggle(() => Promise.resolve())
  expect(panel.shown).toBe(true)
  room.wide = true
  await panel.toggle(() => Promise.resolve())
  expect(panel.shown).toBe(false)
  await panel.answer(() => Promise.resolve())
  expect(panel.shown, 'a question is asked where it is').toBe(true)
})

test('what answered an expectation is asked beside its line, or on the timeline', async () => {
  const panel = new Panel(() => false)
  await panel.conclude(false)
  expect([panel.joining, panel.shown]).toEqual([true, false])
  panel.joined()
  expect(panel.joining).toBe(false)
  await panel.conclude(true)
  expect([panel.joining, panel.shown]).toEqual([true, true])
})
