import type { Reviewed } from '../../api'
import { locale } from '../../strings/index.svelte'
import { shorten } from '../text'
import { dateOf, shortDay } from '../time'

/** How an account is called whose lines are in a case file: for this screen alone, none of it leaves. */
export function accountOf({ accounts }: Reviewed, id: string): string {
  const of = accounts.find((each) => each.account === id)
  return of ? [shortDay(dateOf(of.at), locale()), shorten(of.title || of.words, 60)].filter(Boolean).join(' · ') : ''
}
