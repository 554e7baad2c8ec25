import { expect, test } from 'vitest'
import type { ReviewLine } from '../api'
import { fakeApi } from './fake'
import { entry, finding } from './fake.made'
import { blocks, pieces, Review } from './review.svelte'

const line = (id: string, text: string) => entry({ id, account: 'a1', text, kind: '', moment: '' })

async function opened(...texts: string[]) {
  const api = fakeApi()
  api.entries = texts.map((text, i) => line(`l${i}`, text))
  api.find(finding('db-3'), finding('Zurich', { kind: 'place' }))
  const review = new Review(api)
  await review.open('a1')
  return { api, review }
}

test('nothing is chosen at first, and nothing found', async () => {
  const { review } = await opened('one', 'two')
  expect(review.is?.chosen).toBe(0)
  expect(review.is?.findings).toEqual([])
  expect(review.ready).toBe(false)
})

test('a tick is there before the disk answers, and goes where it was refused', async () => {
  const { api, review } = await opened('one', 'two')
  api.refuse = 'full'
  const choosing = review.choose(['l0'], true)
  expect(review.is?.lines[0]?.chosen).toBe(true)
  await choosing
  expect(review.trouble?.code).toBe('full')
  expect(review.is?.lines[0]?.chosen).toBe(false)
})

test('the answer to one tick does not take back the next, and what follows waits for both', async () => {
  const { review } = await opened('one', 'two')
  const first = review.choose(['l0'], true)
  void review.choose(['l1'], true)
  void review.address('named', 'the team')
  await first
  expect(review.is?.lines.map(({ chosen }) => chosen)).toEqual([true, true])
  expect([review.is?.chosen, review.is?.profile, review.is?.audience]).toEqual([2, 'named', 'the team'])
  expect(review.looking).toBe(true)
  await review.settle()
  expect(review.looking).toBe(false)
  expect(review.is?.lines.map(({ chosen }) => chosen)).toEqual([true, true])
})

test('until the lines are looked through nothing is said to be decided', async () => {
  const { api, review } = await opened('no name', 'db-3')
  const choosing = review.chooseAll(true)
  expect([review.looking, review.ready]).toEqual([true, false])
  await choosing
  expect([review.looking, review.ready, review.is?.undecided]).toEqual([false, false, 2])
  api.refuse = 'full'
  await review.chooseAll(false)
  expect(review.looking).toBe(false)
})

test('background lines are not chosen with all', async () => {
  const { api, review } = await opened('one', 'two')
  api.entries = api.entries.map((each, i) => (i ? each : { ...each, share: 'background' }))
  await review.open('a1')
  await review.chooseAll(true)
  expect(review.is?.lines.map((each) => each.chosen)).toEqual([false, true])
  expect(review.all).toBe(true)
})

test('reactions and ideas are chosen one by one, not with all', async () => {
  const { api, review } = await opened('one', 'two', 'three')
  const kinds = ['reaction', 'idea', 'action'] as const
  api.entries = api.entries.map((each, i) => ({ ...each, kind: kinds[i] ?? '' }))
  await review.open('a1')
  await review.chooseAll(true)
  expect(review.is?.lines.map((each) => each.chosen)).toEqual([false, false, true])
  await review.choose(['l0'], true)
  expect(review.is?.lines[0]?.chosen).toBe(true)
  await review.chooseAll(false)
  expect(review.is?.chosen).toBe(0)
})

test('after a decision the next undecided finding is the current one', async () => {
  const { review } = await opened('db-3 in Zurich')
  await review.chooseAll(true)
  expect(review.undecided.map((each) => each.id)).toEqual(['db-3', 'Zurich'])
  await review.decide('hide')
  expect(review.at).toBe('Zurich')
  expect(review.ready).toBe(false)
  await review.decide('keep')
  expect(review.ready).toBe(true)
})

test('indirect questions come after the findings, and are answered one after the other', async () => {
  const { api, review } = await opened('the intern and our only DBA')
  const asked = (id: string, words: string) => ({ id, kind: 'role' as const, line: 'l0', from: 0, to: words.length, words, with: 'a colleague', joins: [] })
  api.ask(asked('q-1', 'the intern'), asked('q-2', 'our only DBA'))
  await review.chooseAll(true)
  for (const at of ['Zurich', 'q-1', 'q-2', 'q-2']) {
    review.step(1)
    expect(review.at).toBe(at)
  }
  expect(review.current).toBeUndefined()
  review.step(-1)
  expect(review.question?.words).toBe('the intern')
  await review.reword()
  expect(review.is?.findings.find((each) => each.name === 'the intern')?.label).toBe('a colleague')
  expect(review.at).toBe('q-2')
  await review.leave()
  expect(review.is?.questions).toEqual([])
  expect(review.is?.findings.map((each) => each.id)).toContain(review.at)
})

test('words are marked where they stand, and nowhere else', async () => {
  const { review } = await opened('the blue room', 'again the blue room')
  await review.choose(['l1'], true)
  expect(review.mark('green room')).toBe(false)
  expect(review.mark('  blue room ')).toBe(true)
  await review.refresh()
  expect(review.is?.findings.map((each) => each.name)).toContain('blue room')
})

test('what stands between fences is a block of its own', () => {
  const read = 'looked\n\n```sh\n$ ls host 1\nx\n```\nthen left'
  const from = read.indexOf('host 1')
  const mark = { from, to: from + 6, entity: 'h', treatment: 'replace', original: 'db-3' } as const
  const found = blocks({ read, marks: [mark] } as unknown as ReviewLine)
  expect(found.map(({ code, pieces }) => [code, pieces.map((piece) => piece.text).join('')])).toEqual([
    [false, 'looked'],
    [true, '$ ls host 1\nx'],
    [false, 'then left'],
  ])
  expect(found[1]?.pieces.filter((piece) => piece.mark).map((piece) => piece.text)).toEqual(['host 1'])
  expect(blocks({ read: '```', marks: [] } as unknown as ReviewLine)).toEqual([])
})

test('the pieces of a line are the whole line', () => {
  const read = 'restarted host 1 with 🐶 Engineer A.'
  const mark = (of: string) => {
    const from = read.indexOf(of)
    return { from, to: from + of.length, entity: of, treatment: 'replace', original: 'x' } as const
  }
  const marks = [mark('host 1'), mark('Engineer A')]
  const all = pieces({ read, marks } as unknown as ReviewLine)
  expect(all.map((piece) => piece.text).join('')).toBe(read)
  expect(all.filter((piece) => piece.mark).map((piece) => piece.text)).toEqual(['host 1', 'Engineer A'])
})

test('what is one thing with another gives way to it, and can be parted again', async () => {
  const { review } = await opened('db-3 in Zurich')
  await review.chooseAll(true)
  expect(review.others.map((each) => each.id)).toEqual(['Zurich'])
  await review.merge('Zurich')
  expect(review.is?.findings.map((each) => each.id)).toEqual(['Zurich'])
  expect(review.at).toBe('Zurich')
  expect(review.others).toEqual([])
  await review.part('db-3')
  expect(review.is?.findings.length).toBe(2)
  expect(review.at).toBe('Zurich')
  await review.classify('place')
  expect(review.current?.class).toBe('place')
})

test('a secret or a time is one with nothing', async () => {
  const { api, review } = await opened('03:42 on db-3')
  api.find(finding('db-3'), finding('03:42', { kind: 'time', tied: false }))
  await review.chooseAll(true)
  expect(review.others).toEqual([])
  review.at = '03:42'
  expect(review.others).toEqual([])
})

test('what is asked about the last page comes after what is asked about the lines', async () => {
  const { api, review } = await opened('one', 'two')
  const asked = { kind: 'figure' as const, from: 0, to: 0, words: '412', with: 'hundreds', joins: [] }
  api.ask({ ...asked, id: 'q-page', line: '' }, { ...asked, id: 'q-1', line: 'l1' })
  await review.chooseAll(true)
  expect(review.asked.map((each) => each.id)).toEqual(['q-1', 'q-page'])
})

test('what is asked about wording and about what points at somebody is one list, in order of the lines', async () => {
  const api = fakeApi()
  for (const id of ['l1', 'l2']) await api.record({ id, account: 'a1', text: `line ${id}`, kind: '', moment: '' })
  api.ask({ id: 'q-1', kind: 'figure', line: 'l1', from: 0, to: 4, words: 'line', with: 'a line', joins: [] })
  const put = new Set<string>()
  const review = new Review(api, (line) =>
    put.has(line.entry.id) ? undefined : { from: 0, to: 4, kind: 'hindsight', question: 'Known since when?' },
  )
  await review.open('a1')
  await review.choose(['l1', 'l2'], true)
  expect(review.asked.map((each) => each.id)).toEqual(['coach l1', 'q-1', 'coach l2'])
  review.at = ''
  for (const id of ['coach l1', 'q-1', 'coach l2', 'coach l2']) {
    review.step(1)
    expect(review.at).toBe(id)
  }
  // What is put aside makes room for the next, and at the end for the one before.
  expect(review.remarked?.line.entry.id).toBe('l2')
  await review.past('coach l2', async () => void put.add('l2'))
  await review.choose(['l2'], false)
  expect(review.asked.map((each) => each.id)).toEqual(['coach l1', 'q-1'])
})
