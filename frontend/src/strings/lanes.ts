// The words of the lanes, loaded with their screen.
import { languages, locale, type Language } from './index.svelte'
import { de } from './lanes.de'
import { en, type Lanes } from './lanes.en'

const all = { en, de } satisfies Record<Language, Lanes>

/** The words of the lanes, in the window's language. */
export const lanes = (): Lanes => {
  const primary = locale().toLowerCase().split('-')[0] ?? ''
  return all[(primary in languages ? primary : 'en') as Language]
}
