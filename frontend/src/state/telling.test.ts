import { expect, test } from 'vitest'
import { Desk } from './desk.svelte'
import { fakeApi } from './fake'

/** A desk with one line in its journal, and what is asked about it. */
async function desk() {
  const api = fakeApi()
  const at = new Desk(api)
  await at.gate.start()
  at.writer.text = 'restarted it'
  at.keep()
  await at.writer.again()
  const [line] = at.journal.entries
  at.line = line!.id
  await at.telling.look(at.line)
  return { at, api, telling: at.telling, line: at.line }
}

test('one question after the other; none has to be answered', async () => {
  const { telling } = await desk()
  expect(telling.draft?.question.field).toBe('own')
  telling.choose('my call')
  await telling.keep()
  expect(telling.said.map(({ field }) => field)).toEqual(['own'])
  expect(telling.draft?.question.field).toBe('page')
  telling.putOff()
  expect(telling.draft, 'it is put off').toBeUndefined()
  telling.ask(telling.said[0]!)
  expect(telling.draft?.chosen).toEqual(['my call'])
})

test('of one choice there is one, and it can be taken back', async () => {
  const { telling } = await desk()
  telling.choose('my call')
  telling.choose('other')
  expect(telling.draft?.chosen).toEqual(['other'])
  telling.choose('other')
  expect(telling.draft?.chosen).toEqual([])
})

test('a question that was skipped is not asked again', async () => {
  const { telling, line } = await desk()
  await telling.skip()
  await telling.look('')
  await telling.look(line)
  expect(telling.draft?.question.field).toBe('page')
})

test('what was begun is kept by going to another line, by closing and by locking', async () => {
  for (const leave of [
    ({ telling }: { telling: Desk['telling'] }) => telling.look(''),
    ({ at }: { at: Desk }) => at.flush(),
    ({ at }: { at: Desk }) => at.go('review'),
  ]) {
    const all = await desk()
    all.telling.draft!.words = 'it was mine'
    await leave(all)
    const { questions } = await all.api.questions(all.line)
    expect(questions[0]?.words).toBe('it was mine')
  }
})

test('an answer that cannot be kept stays where it is typed, and says why', async () => {
  const { telling, api, line } = await desk()
  telling.draft!.words = 'it was mine'
  api.refuse = 'full'
  expect(await telling.keep()).toBe(false)
  expect(telling.trouble?.code).toBe('full')
  expect(telling.draft?.words).toBe('it was mine')
  api.refuse = undefined
  expect(await telling.settle()).toBe(true)
  expect((await api.questions(line)).questions[0]?.words).toBe('it was mine')
})

test('the closing page is kept by leaving it, and stays where it cannot be', async () => {
  const { at, api, telling } = await desk()
  telling.closing = { account: 'a1', page: { happened: 'the disk', specific: '', similar: '' } }
  api.refuse = 'full'
  expect(await telling.settle()).toBe(false)
  expect(telling.closing?.page.happened).toBe('the disk')
  api.refuse = undefined
  await at.go('settings')
  expect(telling.closing).toBeUndefined()
  expect(at.journal.account?.closing.happened).toBe('the disk')
})

test('locking leaves nothing of it in the window', async () => {
  const { at, telling } = await desk()
  await telling.lay('a1')
  await at.gate.lock()
  expect([telling.asked, telling.draft, telling.timeline, telling.closing]).toEqual([undefined, undefined, undefined, undefined])
})

test('times by three clocks, one after the other', async () => {
  const { at } = await desk()
  const seen = [at.clock]
  for (let i = 0; i < 3; i++) {
    at.nextClock()
    seen.push(at.clock)
  }
  expect(seen).toEqual(['local', 'utc', 'zero', 'local'])
})

test('what became of an expectation is said by two keys at once', async () => {
  const { at, telling, line } = await desk()
  await Promise.all([
    telling.conclude(line, () => ({ met: 'not met' })),
    telling.conclude(line, ({ effects }) => ({ effects: [...effects, 'e1'] })),
  ])
  expect(at.journal.entry(line)?.outcome).toMatchObject({ met: 'not met', effects: ['e1'] })
})
