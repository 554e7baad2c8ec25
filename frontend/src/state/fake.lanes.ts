// The lanes of the stand-in for Go: none is ever open.
import type { Compared, LanesSaved } from '../api'
import type { LanesApi } from './lanes.svelte'

const none: Compared = { lanes: [], rows: [], loose: [], near: 5, same: [], moments: [], kept: [] }
const unsaved: LanesSaved = { stopped: '', path: '', undecided: [], places: [], characters: [] }
const answer = () => Promise.resolve(none)

export const fakeLanes: LanesApi = {
  lanes: answer,
  openLane: answer,
  reopenLanes: answer,
  putLanesAway: answer,
  eraseLanes: answer,
  closeLane: answer,
  countLane: answer,
  nearness: answer,
  callLabels: answer,
  uncallLabels: answer,
  sayMoment: answer,
  unsayMoment: answer,
  decideLane: answer,
  saveLanes: () => Promise.resolve(unsaved),
}
