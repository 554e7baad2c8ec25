// The words of the meeting sheet; its screen brings them along.
import { languages, locale, type Language } from './index.svelte'
import { de } from './sheet.de'
import { en, type SheetWords } from './sheet.en'

export type { SheetWords } from './sheet.en'

const all = { en, de } satisfies Record<Language, SheetWords>

/** The words of the meeting sheet, in the window's language. */
export const sheet = (): SheetWords => {
  const primary = locale().toLowerCase().split('-')[0] ?? ''
  return all[(primary in languages ? primary : 'en') as Language]
}
