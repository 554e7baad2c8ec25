// The words of the Learning screen.
import { languages, locale, type Language } from './index.svelte'
import { de } from './learning.de'
import { en, type LearningWords } from './learning.en'

const all = { en, de } satisfies Record<Language, LearningWords>

/** The words of what years add up to, in the window's language. */
export const learning = (): LearningWords => {
  const primary = locale().toLowerCase().split('-')[0] ?? ''
  return all[(primary in languages ? primary : 'en') as Language]
}
