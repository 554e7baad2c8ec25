import { expect, test, vi } from 'vitest'
import { command, commands, press } from './commands'
import { keyOf, readable } from './keys'
import { Desk } from './state/desk.svelte'
import { fakeApi } from './state/fake'
import { de } from './strings/de'
import { en } from './strings/en'

const down = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, cancelable: true, ...more })

test('two commands never share a key', () => {
  const keys = commands.flatMap((each) => each.keys)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('every command has an id of its own, a key, and words in every language', () => {
  expect(new Set(commands.map((each) => each.id)).size).toBe(commands.length)
  for (const each of commands) {
    expect(each.keys.length, each.id).toBeGreaterThan(0)
    for (const words of [en, de]) expect(each.label(words), each.id).toBeTruthy()
  }
})

test('keys are written as events are read', () => {
  // A key with another spelling would never be pressed.
  for (const key of commands.flatMap((each) => each.keys)) {
    const parts = key.split('+')
    const name = parts.at(-1) ?? ''
    const event = down(name.length === 1 ? name.toLowerCase() : name, {
      ctrlKey: parts.includes('Mod'),
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
    })
    expect(keyOf(event)).toBe(key)
  }
  expect(readable('Mod+Shift+A')).toBe('Ctrl+Shift+A')
  expect(readable('Alt+ArrowUp')).toBe('Alt+↑')
})

test('a key runs its command and is spent', async () => {
  const desk = new Desk(fakeApi())
  await desk.start()
  desk.focused = 'field'
  desk.writer.text = 'restarted it'
  const enter = down('Enter')
  press(desk, enter)
  expect(enter.defaultPrevented).toBe(true)
  expect(desk.writer.text).toBe('')
})

test('a key whose command cannot be done is left to the page', async () => {
  const desk = new Desk(fakeApi())
  await desk.start()
  desk.focused = 'rail'
  const enter = down('Enter')
  press(desk, enter)
  expect(enter.defaultPrevented).toBe(false)
})

test('Shift+Enter breaks the line, and an input method keeps its keys', async () => {
  const desk = new Desk(fakeApi())
  await desk.start()
  desk.focused = 'field'
  const keep = vi.spyOn(desk, 'keep')
  press(desk, down('Enter', { shiftKey: true }))
  press(desk, down('Enter', { isComposing: true }))
  expect(keep).not.toHaveBeenCalled()
})

test('an unknown command is a mistake in the program', () => {
  expect(() => command('no.such')).toThrow()
})
