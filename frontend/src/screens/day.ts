// What the first paint does not need: no window opens on one of these.
import type { Component } from 'svelte'
import type { Desk } from '../state/desk.svelte'
import { Learning as Years, type LearningApi } from '../state/learning.svelte'
import type { Layer, Screen } from '../state/screen'
import { Seen, type SeenApi } from '../state/seen.svelte'
import Help from '../ui/Help.svelte'
import Aside from '../ui/telling/Aside.svelte'
import Palette from '../ui/Palette.svelte'
import Damaged from './Damaged.svelte'
import Erased from './Erased.svelte'
import Closing from './Closing.svelte'
import Lanes from './Lanes.svelte'
import Forgotten from './Forgotten.svelte'
import Learning from './Learning.svelte'
import Passphrase from './Passphrase.svelte'
import Preview from './Preview.svelte'
import Recall from './Recall.svelte'
import Releases from './Releases.svelte'
import Recovery from './Recovery.svelte'
import Remains from './Remains.svelte'
import Restore from './Restore.svelte'
import Review from './Review.svelte'
import Settings from './Settings.svelte'
import Sheet from './Sheet.svelte'
import Timeline from './Timeline.svelte'

type Shown = Component<{ desk: Desk }>

/** The screens that are gone to. */
export const screens: Partial<Record<Screen, Shown>> = {
  timeline: Timeline,
  recall: Recall,
  closing: Closing,
  review: Review,
  preview: Preview,
  releases: Releases,
  sheet: Sheet,
  learning: Learning,
  lanes: Lanes,
  settings: Settings,
  passphrase: Passphrase,
  recovery: Recovery,
  forgotten: Forgotten,
  erased: Erased,
  damaged: Damaged,
  remains: Remains,
  restore: Restore,
}

/** What lies over a screen. */
export const layers: Record<NonNullable<Layer>, Shown> = { palette: Palette, help: Help }

/** What is asked about a line, beside the journal. */
export const aside: Shown = Aside

/** What a desk has only once these screens are there. */
export const beside = (api: LearningApi & SeenApi) => ({ learning: new Years(api), seen: new Seen(api) })
