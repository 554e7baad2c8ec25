import type { Refused } from '../api'
import { de } from './de'
import { en, type Strings } from './en'

export type { Strings } from './en'

/** The languages, by the first part of their tag. */
export const languages = { en, de } satisfies Record<string, Strings>
export type Language = keyof typeof languages

/** The first of the wanted language tags that there is, else English. */
export function choose(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [primary = ''] = tag.toLowerCase().split('-')
    if (primary in languages) return primary as Language
  }
  return 'en'
}

let language = $state<Language>(choose(navigator.languages))
const tag = $derived(navigator.languages.find((each) => each.toLowerCase().split('-')[0] === language) ?? language)

/** The words of the window in its language. */
export const words = (): Strings => languages[language]
/** The language tag for dates, and for the page: en-GB where the desktop says so, else en. */
export const locale = (): string => tag
/** The language itself, for what Go words. */
export const spoken = (): Language => language
/** Speaks another language from now on. */
export function speak(to: Language): void {
  language = to
}

/** What stands in the way, to follow a colon. */
export const reason = ({ code }: Refused): string => words().refusals[code]
/** The same as a sentence of its own. */
export function trouble(refusal: Refused): string {
  const text = reason(refusal)
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
