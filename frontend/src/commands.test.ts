import { expect, test, vi } from 'vitest'
import { command, commands, press } from './commands'
import { keyOf, readable } from './keys'
import { Desk } from './state/desk.svelte'
import { fakeApi } from './state/fake'
import { finding } from './state/fake.made'
import { de } from './strings/de'
import { en } from './strings/en'

const down = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, cancelable: true, ...more })

test('two commands never share a key in one part of the window', () => {
  const taken = commands.flatMap(({ id, keys, part }) => keys.map((key) => ({ id, key, part })))
  const clashes = taken.filter((a) =>
    taken.some((b) => a !== b && a.key === b.key && (a.part === b.part || !a.part || !b.part)),
  )
  expect(clashes).toEqual([])
})

test('every command has an id of its own, and words in every language', () => {
  expect(new Set(commands.map((each) => each.id)).size).toBe(commands.length)
  for (const each of commands) {
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
  await desk.gate.start()
  desk.focused = 'field'
  desk.writer.text = 'restarted it'
  const enter = down('Enter')
  press(desk, enter)
  expect(enter.defaultPrevented).toBe(true)
  expect(desk.writer.text).toBe('')
})

test('a key whose command cannot be done is left to the page', async () => {
  const desk = new Desk(fakeApi())
  await desk.gate.start()
  desk.focused = 'rail'
  const enter = down('Enter')
  press(desk, enter)
  expect(enter.defaultPrevented).toBe(false)
})

test('Shift+Enter breaks the line, and an input method keeps its keys', async () => {
  const desk = new Desk(fakeApi())
  await desk.gate.start()
  desk.focused = 'field'
  const keep = vi.spyOn(desk, 'keep')
  press(desk, down('Enter', { shiftKey: true }))
  press(desk, down('Enter', { isComposing: true }))
  expect(keep).not.toHaveBeenCalled()
})

test('an unknown command is a mistake in the program', () => {
  expect(() => command('no.such')).toThrow()
})

test('the letters of the list of findings are keys there only, and can be switched off', async () => {
  const api = fakeApi()
  api.find(finding('db-3'), finding('db-4'))
  const desk = new Desk(api)
  await desk.gate.start()
  desk.writer.text = 'restarted db-3'
  desk.keep()
  await new Promise((resolve) => setTimeout(resolve))
  await desk.go('review')
  await desk.review.chooseAll(true)
  expect(desk.review.at).toBe('db-3')
  press(desk, down('j'))
  expect(desk.review.at, 'elsewhere').toBe('db-3')
  desk.focused = 'findings'
  desk.typing = true
  press(desk, down('j'))
  expect(desk.review.at, 'while typing').toBe('db-3')
  desk.typing = false
  press(desk, down('j'))
  expect(desk.review.at).toBe('db-4')
  await desk.settings.change({ letters: false })
  press(desk, down('k'))
  expect(desk.review.at, 'switched off').toBe('db-4')
  press(desk, down('ArrowUp'))
  expect(desk.review.at).toBe('db-3')
})

test('under a layer the screen takes no keys', async () => {
  const desk = new Desk(fakeApi())
  await desk.gate.start()
  press(desk, down('F1'))
  expect(desk.layer).toBe('help')
  press(desk, down('3', { ctrlKey: true }))
  expect(desk.screen).toBe('journal')
  press(desk, down('F1'))
  expect(desk.layer).toBeUndefined()
})

test('a sign is the same key on every keyboard', () => {
  expect(keyOf(down('/', { ctrlKey: true, shiftKey: true }))).toBe('Mod+/')
})
