import { tick } from 'svelte'
import type { Spot } from '../api'
import { focus, select, selection, type Part } from '../ui/focus'
import type { Cases } from './cases.svelte'
import type { Journal } from './journal.svelte'
import type { Lines } from './lines.svelte'
import type { Screen } from './screen'
import type { Writer } from './writer.svelte'

/** The screens that are gone back to; a key that was being changed is asked for anew. */
const screens = ['timeline', 'recall', 'closing', 'review', 'preview', 'releases', 'sheet', 'learning', 'settings'] as const

/** What says where somebody is, and takes them back there. */
interface Place {
  line: string
  readonly asking: 'text' | 'time' | undefined
  readonly open: boolean
  readonly screen: Screen
  readonly focused: Part | undefined
  readonly journal: Journal
  readonly cases: Cases
  readonly lines: Lines
  readonly writer: Writer
  go(screen: (typeof screens)[number]): Promise<void>
}

/** Where somebody is; nowhere in front of a sealed journal. */
export function spotOf(place: Place): Spot {
  const at = place.open ? place.screen : ''
  return {
    screen: at,
    part: at && (place.focused ?? ''),
    account: (at && place.journal.account?.id) || '',
    caseFile: at && place.cases.at,
    entry: at && place.line,
    draft: '',
    waits: '',
    timed: false,
    ...(at === 'journal' ? selection() : { from: 0, to: 0 }),
  }
}

/** Puts somebody back to where they were when the journal was locked. */
export async function resume(place: Place, spot: Spot): Promise<void> {
  const { journal, writer } = place
  let draft = draftOf(place, spot)
  // A line that waited in the inbox may have begun an account of its own.
  const newest = journal.accounts[0]?.id
  if (spot.draft && !draft && newest && newest !== journal.account?.id) {
    await journal.open(newest)
    draft = draftOf(place, spot)
    if (!draft && spot.account) await journal.open(spot.account)
  }
  if (journal.entry(spot.entry)) place.line = spot.entry
  if (draft && spot.part === 'lines') {
    place.line = draft.entry.id
    place.lines.edit()
    if (draft.waited) writer.type(draft.waited.text)
  } else if (draft) writer.resume(draft.entry, spot.timed, draft.waited)
  if (draft?.waited) {
    await writer.settle()
    // The line has its newer wording now.
    if (writer.status.is !== 'failed') await journal.remove(draft.waited.id)
  }
  const went = screens.find((each) => each === spot.screen)
  if (spot.caseFile) place.cases.at = spot.caseFile
  if (went) await place.go(went)
  if (spot.screen !== 'journal' || (spot.part !== 'field' && spot.part !== 'lines')) return
  await tick()
  if (!place.asking) focus(spot.part)
  select(spot)
}

/** The line that was being typed, as the journal has it, and what waited of it where that is newer. */
function draftOf({ journal }: Place, { draft, waits }: Spot) {
  const [kept, waited] = [journal.entry(draft), journal.entry(waits)]
  return kept ? { entry: kept, waited } : waited && { entry: waited, waited: undefined }
}
