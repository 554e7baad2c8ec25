// What the first paint does not need: no window opens on one of these.
import type { Component } from 'svelte'
import type { Desk, Layer, Screen } from '../state/desk.svelte'
import Help from '../ui/Help.svelte'
import Palette from '../ui/Palette.svelte'
import Erased from './Erased.svelte'
import Forgotten from './Forgotten.svelte'
import Passphrase from './Passphrase.svelte'
import Preview from './Preview.svelte'
import Recovery from './Recovery.svelte'
import Review from './Review.svelte'
import Settings from './Settings.svelte'

type Shown = Component<{ desk: Desk }>

/** The screens that are gone to. */
export const screens: Partial<Record<Screen, Shown>> = {
  review: Review,
  preview: Preview,
  settings: Settings,
  passphrase: Passphrase,
  recovery: Recovery,
  forgotten: Forgotten,
  erased: Erased,
}

/** What lies over a screen. */
export const layers: Record<NonNullable<Layer>, Shown> = { palette: Palette, help: Help }
