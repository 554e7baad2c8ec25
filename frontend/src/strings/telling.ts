// The words of the screens by day that are loaded with them.
import { languages, locale, type Language } from './index.svelte'
import { de } from './telling.de'
import { en, type Telling } from './telling.en'

export type { Telling } from './telling.en'

const all = { en, de } satisfies Record<Language, Telling>

/** The words of telling an account, in the window's language. */
export const telling = (): Telling => {
  const primary = locale().toLowerCase().split('-')[0] ?? ''
  return all[(primary in languages ? primary : 'en') as Language]
}
