// The words of what has left; the screens that need them bring them along.
import { languages, locale, type Language } from './index.svelte'
import { de } from './releases.de'
import { en, type ReleaseWords } from './releases.en'

export type { ReleaseWords } from './releases.en'

const all = { en, de } satisfies Record<Language, ReleaseWords>

/** The words of what has left, in the window's language. */
export const releases = (): ReleaseWords => {
  const primary = locale().toLowerCase().split('-')[0] ?? ''
  return all[(primary in languages ? primary : 'en') as Language]
}
