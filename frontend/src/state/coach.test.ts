import { expect, test } from 'vitest'
import { fakeApi } from './fake'
import { entry } from './fake.made'
import { Coach } from './coach.svelte'
import { Desk } from './desk.svelte'
import { pieces, Review } from './review.svelte'

async function chosen(...texts: string[]) {
  const api = fakeApi()
  api.entries = texts.map((text, i) => entry({ id: `l${i}`, account: 'a1', text, kind: '', moment: '' }))
  const review = new Review(api)
  await review.open('a1')
  await review.chooseAll(true)
  const lines = review.is?.lines ?? []
  const coach = new Coach(api)
  await coach.read(lines, 'en')
  const [first] = lines
  if (!first) throw new Error('no line')
  return { api, lines, first, coach }
}

test('one question at a time; the next one of the line takes its place', async () => {
  const { coach, first, api } = await chosen('Obviously I should have looked', 'ran it')
  expect(coach.of(first)?.kind).toBe('hindsight')
  await coach.pass(first)
  expect(coach.of(first)?.kind).toBe('counterfactual')
  await coach.pass(first)
  expect(coach.of(first)).toBeUndefined()
  expect(api.passed).toEqual(['l0 hindsight', 'l0 counterfactual'])
  // It stays so when the lines are read again.
  coach.clear()
  await coach.read([first], 'en')
  expect(coach.of(first)).toBeUndefined()
})

test('a line that reads differently now is asked about anew, and not before', async () => {
  const { coach, first } = await chosen('I should have looked')
  const changed = { ...first, read: 'They should have looked' }
  expect(coach.of(changed)).toBeUndefined()
  await coach.read([changed], 'en')
  expect(coach.of(changed)?.from).toBe(5)
})

test('questions are put in the language of the window', async () => {
  const { coach, first } = await chosen('I should have looked')
  await coach.read([first], 'de')
  expect(coach.of(first)?.question).toBe('Was war da?')
})

test('a coach that cannot answer troubles nobody', async () => {
  const { api, first } = await chosen('I should have looked')
  api.coach = () => Promise.reject(new Error('gone'))
  const coach = new Coach(api)
  await coach.read([first], 'en')
  expect(coach.of(first)).toBeUndefined()
})

test('a kind that is put aside for good is kept in the settings, and gone from every line', async () => {
  const api = fakeApi()
  api.entries = ['I should have looked', 'we should have asked'].map((text, i) =>
    entry({ id: `l${i}`, account: 'a1', text, kind: '', moment: '' }),
  )
  const desk = new Desk(api)
  await desk.gate.start()
  await desk.review.open('a1')
  await desk.review.chooseAll(true)
  const lines = desk.review.is?.lines ?? []
  await desk.coach.read(lines, 'en')
  expect(lines.map((line) => desk.coach.of(line)?.kind)).toEqual(['counterfactual', 'counterfactual'])
  await desk.quiet('counterfactual')
  expect(lines.map((line) => desk.coach.of(line))).toEqual([undefined, undefined])
  expect(desk.settings.is.quiet).toEqual(['counterfactual'])
})

test('what is asked about is one piece of the line, and the pieces are still the whole', () => {
  const line = { ...({} as Parameters<typeof pieces>[0]), read: 'host 1 should have failed', marks: [{ from: 0, to: 6, entity: 'e', treatment: 'replace' as const, original: 'db' }] }
  const all = pieces(line, 0, line.read.length, { from: 7, to: 18 })
  expect(all.map(({ text }) => text).join('')).toBe(line.read)
  expect(all.find((each) => each.asked)?.text).toBe('should have')
  // Over a mark, the words around it are asked about.
  expect(pieces(line, 0, line.read.length, { from: 0, to: 13 }).map(({ text, asked }) => [text, !!asked])).toEqual([
    ['host 1', false],
    [' should', true],
    [' have failed', false],
  ])
})
