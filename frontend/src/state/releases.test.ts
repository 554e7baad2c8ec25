import { expect, test } from 'vitest'
import { Refused } from '../api'
import { fakeApi } from './fake'
import { Releases } from './releases.svelte'

test('what left last is looked at first, with its pages', async () => {
  const releases = new Releases(fakeApi())
  await releases.open('a1')
  expect(releases.current?.id).toBe('r2')
  expect(new TextDecoder().decode(releases.pdf)).toBe('/preview/r2/account.pdf')
})

test('the one that is looked at last wins, whatever comes first', async () => {
  const api = fakeApi()
  const releases = new Releases(api)
  await releases.open('a1')
  let late = (): void => undefined
  const slow = new Promise<void>((resolve) => (late = resolve))
  const { showRelease } = api
  api.showRelease = async (id) => {
    if (id === 'r1') await slow
    return showRelease(id)
  }
  const first = releases.look('r1')
  await releases.look('r2')
  late()
  await first
  expect(releases.shown?.id).toBe('r2')
})

test('a step at the end of the list goes nowhere', async () => {
  const releases = new Releases(fakeApi())
  await releases.open('a1')
  releases.step(-1)
  expect(releases.at).toBe('r2')
  releases.step(1)
  expect(releases.at).toBe('r1')
  releases.step(1)
  expect(releases.at).toBe('r1')
})

test('what is refused is said, and nothing else changes', async () => {
  const api = fakeApi()
  const releases = new Releases(api)
  await releases.open('a1')
  api.refuse = 'audience'
  await releases.supersede('r1')
  expect(releases.trouble).toBeInstanceOf(Refused)
  expect(releases.current?.supersedes).toBe('')
})

test('a file that is known is looked at', async () => {
  const releases = new Releases(fakeApi())
  await releases.open('a1')
  await releases.recognise('Which one?')
  expect(releases.recognised?.name).toBe('got.pdf')
  expect(releases.at).toBe('r1')
})
