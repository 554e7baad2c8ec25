import { expect, test } from 'vitest'
import { choose, languages } from './index.svelte'

test('the first wanted language that there is', () => {
  expect(choose(['fr-FR', 'de-CH', 'en'])).toBe('de')
  expect(choose(['fr', 'sv'])).toBe('en')
  expect(choose([])).toBe('en')
})

test('one thing is said as one', () => {
  const { en, de } = languages
  const said = {
    en: (n: number) => [
      en.journal.count(n),
      en.enough.kept(n, '02:51'),
      en.review.places(n),
      en.review.more(n),
      en.preview.shared(n),
      en.preview.withheld(n),
      en.preview.kept(n),
      en.preview.searched(n),
      en.settings.minutes(n),
      en.settings.exported(n, '/x'),
    ],
    de: (n: number) => [
      de.journal.count(n),
      de.enough.kept(n, '02:51'),
      de.review.places(n),
      de.review.more(n),
      de.preview.shared(n),
      de.preview.withheld(n),
      de.preview.kept(n),
      de.preview.searched(n),
      de.settings.minutes(n),
      de.settings.exported(n, '/x'),
    ],
  }
  expect(said.en(1)).toEqual([
    '1 line',
    'Kept. 1 line since 02:51.',
    '1 place',
    'and 1 more',
    '1 line shared',
    '1 line stays with you',
    '1 kept on purpose',
    'Searched the finished files for 1 form of what is hidden: none found.',
    '1 minute',
    '1 account written to /x, in the clear.',
  ])
  expect(said.en(1200).slice(0, 6)).toEqual([
    '1,200 lines',
    'Kept. 1,200 lines since 02:51.',
    '1,200 places',
    'and 1200 more',
    '1,200 lines shared',
    '1,200 lines stay with you',
  ])
  expect(said.de(1)).toEqual([
    '1 Zeile',
    'Behalten. 1 Zeile seit 02:51.',
    '1 Stelle',
    'und 1 weiteres',
    '1 Zeile geteilt',
    '1 Zeile bleibt bei dir',
    '1 mit Absicht behalten',
    'In den fertigen Dateien nach 1 Form des Verborgenen gesucht: nicht gefunden.',
    '1 Minute',
    '1 Bericht unverschlüsselt nach /x geschrieben.',
  ])
  expect(said.de(2)[5]).toBe('2 Zeilen bleiben bei dir')
  expect([0, 1, 13, 14].map((n) => en.review.chosen(n, 14))).toEqual([
    '0 of 14 lines. All of them stay with you.',
    '1 of 14 lines. The others stay with you.',
    '13 of 14 lines. The other one stays with you.',
    '14 of 14 lines.',
  ])
  expect([0, 1].map((n) => de.review.chosen(n, 1))).toEqual(['0 von 1 Zeile. Sie bleibt bei dir.', '1 von 1 Zeile.'])
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
