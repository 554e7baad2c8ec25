import type { Reviewed } from '../../api'
import { locale } from '../../strings/index.svelte'
import { shorten } from '../text'
import { shortDay } from '../time'

/** How an account is called whose lines are in a case file: for this screen alone, none of it leaves. */
export function accountOf({ accounts }: Reviewed, id: string): string {
  const of = accounts.find((each) => each.id === id)
  return of ? [shortDay(of.day, locale()), shorten(of.title || of.first, 60)].filter(Boolean).join(' · ') : ''
}
