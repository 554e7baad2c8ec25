// What has left the stand-in for Go, and the meeting sheet.
import { Refused, type Code, type Prepared, type Released, type SheetShown } from '../api'
import { at, released, stopped } from './fake.made'
import type { ReleasesApi } from './releases.svelte'
import type { SheetApi } from './sheet.svelte'

/** Releases and a sheet in memory; refuse is asked before each change, and prepare makes a sheet's file. */
export function fakeReleases(refuse: () => Code | undefined, prepare: (of: string) => Promise<Prepared>): Omit<ReleasesApi & SheetApi, 'pages' | 'save'> {
  let left: Released[] = [released('r2'), released('r1', { audience: 'the board' })]
  let speech: SheetShown = { turns: [], ask: '', rather: '', points: [], asked: '', left: '', open: [], questions: [], words: 0, seconds: 0, tooMany: 0 }
  return {
    releases: async () => left,
    showRelease: async (id) => ({
      id,
      kept: true,
      pdf: `/preview/${id}/account.pdf`,
      markdown: '',
      lines: [],
      things: [],
      overlaps: [],
    }),
    withdraw: async (id, withdrawn) => {
      left = left.map((each) => (each.id === id ? { ...each, withdrawn: withdrawn ? at : '' } : each))
      return left
    },
    supersede: async (later, earlier) => {
      stopped(refuse())
      left = left.map((each) => (each.id === later ? { ...each, supersedes: earlier } : each))
      return left
    },
    saveRelease: async (_, format) => ({ path: `/home/me/incident.${format}` }),
    sheet: async () => speech,
    keepSheet: async (_, turns, ask, rather) => {
      if (turns.length > 3) throw new Refused('turns', 'no')
      speech = { ...speech, turns, ask: ask.trim(), rather: rather.trim(), asked: ask.trim(), left: rather.trim() }
      return speech
    },
    decideSheet: async () => (speech = { ...speech, open: [] }),
    settleSheet: async () => (speech = { ...speech, questions: [] }),
    leaveSheet: async () => (speech = { ...speech, questions: [] }),
    prepareSheet: async (of) => ({ ...(await prepare(of)), ...(speech.turns.length ? {} : { draft: '', pdf: '', markdown: '', stopped: 'nothing' }) }),
    recognise: async () => ({ name: 'got.pdf', exact: true, releases: left.slice(-1) }),
  }
}
