import { tick } from 'svelte'
import type { Spot } from '../api'
import { focus, select, selection } from '../ui/focus'
import type { Desk } from './desk.svelte'

/** The screens that are gone back to; a key that was being changed is asked for anew. */
const screens = ['timeline', 'recall', 'closing', 'review', 'preview', 'releases', 'sheet', 'learning', 'settings'] as const

/** Where somebody is; nowhere in front of a sealed journal. */
export function spotOf(desk: Desk): Spot {
  const at = desk.open ? desk.screen : ''
  return {
    screen: at,
    part: at && (desk.focused ?? ''),
    account: (at && desk.journal.account?.id) || '',
    caseFile: at && desk.cases.at,
    entry: at && desk.line,
    draft: '',
    waits: '',
    timed: false,
    ...(at === 'journal' ? selection() : { from: 0, to: 0 }),
  }
}

/** Puts somebody back to where they were when the journal was locked. */
export async function resume(desk: Desk, spot: Spot): Promise<void> {
  const { journal, writer } = desk
  let draft = draftOf(desk, spot)
  // A line that waited in the inbox may have begun an account of its own.
  const newest = journal.accounts[0]?.id
  if (spot.draft && !draft && newest && newest !== journal.account?.id) {
    await journal.open(newest)
    draft = draftOf(desk, spot)
    if (!draft && spot.account) await journal.open(spot.account)
  }
  if (journal.entry(spot.entry)) desk.line = spot.entry
  if (draft && spot.part === 'lines') {
    desk.line = draft.entry.id
    desk.edit()
    if (draft.waited) writer.type(draft.waited.text)
  } else if (draft) writer.resume(draft.entry, spot.timed, draft.waited)
  if (draft?.waited) {
    await writer.settle()
    // The line has its newer wording now.
    if (writer.status.is !== 'failed') await journal.remove(draft.waited.id)
  }
  const went = screens.find((each) => each === spot.screen)
  if (spot.caseFile) desk.cases.at = spot.caseFile
  if (went) await desk.go(went)
  if (spot.screen !== 'journal' || (spot.part !== 'field' && spot.part !== 'lines')) return
  await tick()
  if (!desk.asking) focus(spot.part)
  select(spot)
}

/** The line that was being typed, as the journal has it, and what waited of it where that is newer. */
function draftOf({ journal }: Desk, { draft, waits }: Spot) {
  const [kept, waited] = [journal.entry(draft), journal.entry(waits)]
  return kept ? { entry: kept, waited } : waited && { entry: waited, waited: undefined }
}
