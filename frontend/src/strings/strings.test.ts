import { expect, test } from 'vitest'
import { choose, languages } from './index.svelte'

test('the first wanted language that there is', () => {
  expect(choose(['fr-FR', 'de-CH', 'en'])).toBe('de')
  expect(choose(['fr', 'sv'])).toBe('en')
  expect(choose([])).toBe('en')
})

test('no language says nothing', () => {
  const blank = (at: string, value: unknown): string[] =>
    typeof value === 'string'
      ? value.trim()
        ? []
        : [at]
      : typeof value === 'object' && value
        ? Object.entries(value).flatMap(([key, inner]) => blank(`${at}.${key}`, inner))
        : []
  for (const [name, words] of Object.entries(languages)) expect(blank(name, words)).toEqual([])
})
