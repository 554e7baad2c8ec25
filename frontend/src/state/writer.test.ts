import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refused, type Line } from '../api'
import { Writer } from './writer.svelte'

const at = '2026-11-21T03:42:00+01:00'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A writer whose saves are settled by hand. */
function held() {
  const saves: { line: Line; done: (at: string) => void; fail: (why: unknown) => void }[] = []
  const changes: string[] = []
  const change = async (what: string) => {
    changes.push(what)
    return { revision: changes.length + 1 }
  }
  const writer = new Writer({
    record: (line) =>
      new Promise((done, fail) => saves.push({ line, done: (recorded) => done({ recorded, revision: 1 }), fail })),
    amend: (_, revision, text) => change(`${revision} ${text}`),
    amendKind: (_, kind) => change(kind),
    amendMoment: (_, typed) => change(typed),
    remove: () => change('removed'),
    early: () => true,
  })
  const write = (text: string) => {
    writer.text = text
    return writer.keep('')
  }
  return { writer, saves, changes, write }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

test('one save is in flight at a time, and the order is kept', async () => {
  const { writer, saves, write } = held()
  for (const text of ['one', 'two', 'three']) write(text)
  await settle()
  expect(saves.map((save) => save.line.text)).toEqual(['one'])
  saves[0]?.done(at)
  await settle()
  expect(saves.map((save) => save.line.text)).toEqual(['one', 'two'])
  expect(writer.pending.map((line) => line.text)).toEqual(['two', 'three'])
})

test('what is kept is kept as it was typed; blank text is no line', () => {
  const { writer, saves, write } = held()
  expect(write(' \n ')).toBe(false)
  expect(writer.text).toBe(' \n ')
  expect(write('  indented\n\ttoo  ')).toBe(true)
  expect(saves[0]?.line.text).toBe('  indented\n\ttoo  ')
  expect(writer.text).toBe('')
})

test('the status is silent while typing, steady when kept', async () => {
  const { writer, saves, write } = held()
  expect(writer.status).toEqual({ is: 'nothing' })
  write('one')
  expect(writer.status).toEqual({ is: 'nothing' })
  saves[0]?.done(at)
  await settle()
  expect(writer.status).toEqual({ is: 'kept', at })
  writer.text = 'the next'
  expect(writer.status, 'beside words that are not kept').toEqual({ is: 'nothing' })
})

test('after three seconds without an answer it says so', async () => {
  const { writer, saves, write } = held()
  write('one')
  await vi.advanceTimersByTimeAsync(2999)
  expect(writer.status.is).toBe('nothing')
  await vi.advanceTimersByTimeAsync(1)
  expect(writer.status.is).toBe('waiting')
  saves[0]?.done(at)
  await settle()
  expect(writer.status.is).toBe('kept')
})

test('a refused line stays, with those after it, and is the same line at the next try', async () => {
  const { writer, saves, write } = held()
  write('one')
  write('two')
  saves[0]?.fail(new Refused('full', 'the disk is full'))
  await settle()
  expect(writer.status).toMatchObject({ is: 'failed', why: { code: 'full' } })
  expect(writer.pending.map((line) => line.text)).toEqual(['one', 'two'])
  expect(saves).toHaveLength(1)

  void writer.again()
  expect(saves[1]?.line).toEqual(saves[0]?.line)
  saves[1]?.done(at)
  await settle()
  saves[2]?.done(at)
  await settle()
  expect(writer.pending).toEqual([])
  expect(writer.status.is).toBe('kept')
})

test('closing keeps what is in the field, and waits for it', async () => {
  const { writer, saves } = held()
  writer.text = 'half a sent'
  const flushed = writer.flush('')
  await settle()
  saves[0]?.done(at)
  expect(await flushed).toBe(true)
  expect(saves[0]?.line.text).toBe('half a sent')
})

test('closing does not wait for ever, and says that it is not kept', async () => {
  const { writer } = held()
  writer.text = 'half a sent'
  const flushed = writer.flush('')
  await vi.advanceTimersByTimeAsync(1500)
  expect(await flushed).toBe(false)
  expect(writer.pending).toHaveLength(1)
})

test('with nothing to keep closing is at once', async () => {
  expect(await held().writer.flush('')).toBe(true)
})

test('a line is kept at every pause, as one line', async () => {
  const { writer, saves, changes } = held()
  writer.text = 'half'
  await vi.advanceTimersByTimeAsync(800)
  expect(saves.map((save) => save.line.text)).toEqual(['half'])
  writer.text = 'half a sentence'
  saves[0]?.done(at)
  await vi.advanceTimersByTimeAsync(800)
  expect(changes).toEqual(['1 half a sentence'])
  expect(writer.status.is).toBe('kept')
  expect(writer.text).toBe('half a sentence')
  writer.text = 'half a sentence, done'
  writer.keep('')
  await settle()
  expect(changes.at(-1)).toBe('2 half a sentence, done')
  expect(saves).toHaveLength(1)
  expect(writer.pending).toEqual([])
})

test('a line that is finished while it is being kept is kept to its end', async () => {
  const { writer, saves, changes, write } = held()
  writer.text = 'half'
  await vi.advanceTimersByTimeAsync(800)
  writer.text = 'half and half'
  writer.keep('')
  write('next')
  saves[0]?.done(at)
  await settle()
  expect(changes).toEqual(['1 half and half'])
  expect(saves.map((save) => save.line.text)).toEqual(['half', 'next'])
})

test('a line that was kept and then emptied is taken out', async () => {
  const { writer, saves, changes } = held()
  writer.text = 'no'
  await vi.advanceTimersByTimeAsync(800)
  saves[0]?.done(at)
  await settle()
  writer.text = ''
  writer.keep('')
  await settle()
  expect(changes).toEqual(['removed'])
  expect(writer.slip.revision).toBe(0)
})
