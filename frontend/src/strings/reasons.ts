// Why something was found: with the screens that say so.
import type { Rule } from '../api'
import { spoken } from './index.svelte'
import { reasons } from './reasons.de'

/** Why the rule found it, in the window's language; Go says it in English. */
export const why = (rule: Rule, english: string): string => (spoken() === 'de' ? reasons[rule] : english)
