import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refused, type Entry, type Line } from '../api'
import { Writer } from './writer.svelte'

const at = '2026-11-21T03:42:00+01:00'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A writer whose saves are settled by hand. */
function held() {
  const saves: { line: Line; done: (at: string) => void; fail: (why: unknown) => void }[] = []
  const changes: string[] = []
  let newest = 0
  const change = async (what: string) => {
    changes.push(what)
    return { revision: changes.length + 1 }
  }
  const writer = new Writer({
    record: (line) =>
      new Promise((done, fail) => saves.push({ line, done: (recorded) => done({ recorded, revision: 1 }), fail })),
    amend: async (_, revision, text) => {
      if (revision < newest) throw new Refused('stale', 'no')
      return change(`${revision} ${text}`)
    },
    revision: async () => newest,
    amendKind: (_, kind) => change(kind),
    amendMoment: (_, typed) => change(typed),
    remove: () => change('removed'),
    early: () => true,
  })
  const write = (text: string) => {
    writer.text = text
    return writer.keep('')
  }
  /** Something else is said of the line, and makes it another revision. */
  const say = (revision: number) => (newest = revision)
  return { writer, saves, changes, write, say }
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

test('more than one line holds stays where it is typed, and everything else is kept beside it', async () => {
  const { writer, saves, write } = held()
  expect(write('€'.repeat(2_800_000))).toBe(false)
  expect(writer.text).toHaveLength(2_800_000)
  expect(writer.status).toMatchObject({ is: 'failed', why: { code: 'long' } })
  expect(await writer.flush('')).toBe(false)
  expect(saves).toEqual([])
  expect(write('€'.repeat(2_700_000))).toBe(true)
  expect(writer.status).toEqual({ is: 'nothing' })
  saves[0]?.done(at)
  await settle()
  expect(writer.status).toEqual({ is: 'kept', at })
})

test('a line that is changed to more than one holds stays open', () => {
  const { writer } = held()
  const of = (id: string) => ({ id, account: 'a', text: 'short', kind: '', revision: 1 }) as Entry
  writer.edit(of('e1'))
  writer.type('x'.repeat(9_000_000))
  expect(writer.done()).toBe(false)
  writer.edit(of('e2'))
  expect(writer.editing?.text).toHaveLength(9_000_000)
})

test('a pasted log is kept once, and not again for every few letters after it', async () => {
  const { writer, saves, changes } = held()
  const log = 'x'.repeat(5_000_000)
  writer.text = log
  await vi.advanceTimersByTimeAsync(6000)
  saves[0]?.done(at)
  for (const letter of 'abc') {
    writer.text += letter
    await vi.advanceTimersByTimeAsync(1500)
  }
  expect(changes).toEqual([])
  await vi.advanceTimersByTimeAsync(6000)
  expect(changes).toEqual([`1 ${log}abc`])
})

test('only the beginning of a line is read for a time, cut between characters', async () => {
  const read: string[] = []
  const kept: Line[] = []
  const writer = new Writer({
    record: async (line) => (kept.push(line), { recorded: at, revision: 1 }),
    amend: async () => ({ revision: 2 }),
    revision: async () => 1,
    amendKind: async () => ({ revision: 2 }),
    amendMoment: async () => ({ revision: 2 }),
    remove: async () => undefined,
    leading: async (text) => (read.push(text), { typed: text.slice(0, 5), rest: text.slice(6), at }),
    early: () => true,
  })
  const rest = 'x' + '🐶'.repeat(1000)
  writer.text = '03:42 ' + rest
  writer.keep('')
  await settle()
  expect(read[0]?.isWellFormed()).toBe(true)
  expect(read[0]?.length).toBeLessThan(300)
  expect(kept).toMatchObject([{ moment: '03:42', text: rest }])
})

test('a time that is left in the text, or taken away again, is not the time of the line any more', async () => {
  const moments: string[] = []
  const texts: string[] = []
  const writer = new Writer({
    record: async (line) => (moments.push(line.moment), texts.push(line.text), { recorded: at, revision: 1 }),
    amend: async (_, __, text) => (texts.push(text), { revision: 2 }),
    revision: async () => 1,
    amendKind: async () => ({ revision: 2 }),
    amendMoment: async (_, typed) => (moments.push(typed), { revision: 3 }),
    remove: async () => undefined,
    leading: async (text) =>
      /^\d\d:\d\d /.test(text) ? { typed: text.slice(0, 5), rest: text.slice(6), at } : { typed: '', rest: text, at: '' },
    early: () => true,
  })
  writer.text = '03:42 is the build'
  await writer.settle()
  expect(writer.slip.at).toBe(at)
  writer.plain()
  await writer.settle()
  expect(writer.slip.at).toBe('')
  writer.keep('')
  await settle()
  writer.text = '03:43 restarted it'
  await writer.settle()
  writer.text = 'restarted it'
  await writer.settle()
  expect(texts).toEqual(['is the build', '03:42 is the build', 'restarted it'])
  expect(moments).toEqual(['03:42', '', '03:43', ''])
})

test('what failed is said until it is kept, however often it is tried', async () => {
  const { writer, saves, write } = held()
  write('one')
  saves[0]?.fail(new Refused('full', 'no'))
  await settle()
  const failed = { is: 'failed', why: { code: 'full' } }
  expect(writer.status).toMatchObject(failed)
  void writer.again()
  expect(writer.status).toMatchObject(failed)
  saves[1]?.done(at)
  await settle()
  expect(writer.status).toEqual({ is: 'kept', at })
})

test('closing in the middle of a save says that it is not kept yet', async () => {
  const { writer, saves, write } = held()
  write('one')
  const flushed = writer.flush('')
  await vi.advanceTimersByTimeAsync(1500)
  expect(await flushed).toBe(false)
  expect(writer.status).toEqual({ is: 'waiting' })
  saves[0]?.done(at)
  await settle()
  expect(writer.status).toEqual({ is: 'kept', at })
})

test('a text is kept although something else was said of its line meanwhile, and so is what follows', async () => {
  const { writer, changes, say, saves } = held()
  const of = { id: 'e1', account: 'a', text: 'one', kind: '', revision: 1 } as Entry
  writer.edit(of)
  writer.type('one more')
  say(4)
  writer.done()
  await settle()
  expect(changes).toEqual(['4 one more'])
  writer.text = 'the next'
  writer.keep('')
  await settle()
  expect(saves.map((save) => save.line.text)).toEqual(['the next'])
  saves[0]?.done(at)
  await settle()
  expect(writer.status.is).toBe('kept')
})
