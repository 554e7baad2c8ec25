// What the stand-in for Go has learned over the years.
import type { Account, Entry, Lesson, LookBack } from '../api'
import { at } from './fake.made'
import type { LearningApi } from './learning.svelte'
import type { SeenApi } from './seen.svelte'

/** What years have added up to. */
export interface Years {
  lessons: Lesson[]
  back: LookBack
}
export const noYears: Years = { lessons: [], back: { on: false, memories: [] } }

/** What lines are found by. */
type Found = 'search' | 'filters' | 'lines' | 'ofKind'

/** The lessons and what comes up again, over the entries and accounts that there are. */
export function fakeLearning({ lessons, back }: Years, entries: () => readonly Entry[], accounts: () => Account[]): Omit<LearningApi & SeenApi, Found> {
  const api: Omit<LearningApi & SeenApi, Found> = {
    lessons: async () => ({ all: lessons, systems: [], conditions: [], partly: false }),
    markHolds: async (learning, holds) => {
      lessons = lessons.map((each) => (each.entry.id === learning ? { ...each, holds } : each))
      return api.lessons()
    },
    resolve: async (question, by) => {
      const answer = entries().filter((each) => each.id === by)
      lessons = lessons.map((each) => (each.entry.id === question ? { ...each, answers: [...each.answers, ...answer] } : each))
      return api.lessons()
    },
    reopen: async (question, by) => {
      lessons = lessons.map((each) =>
        each.entry.id === question ? { ...each, answers: each.answers.filter((answer) => answer.id !== by) } : each,
      )
      return api.lessons()
    },
    patterns: async () => ({
      accounts: accounts().length,
      from: at,
      to: at,
      types: [],
      months: [],
      weekdays: [],
      hours: [],
      awake: [],
      conditions: [],
      why: [],
      surprises: [],
      systems: [],
      gaps: 0,
      few: 10,
    }),
    calibration: async () => ({ levels: [], open: 0, few: 10 }),
    similar: async (text, of) =>
      entries()
        .filter((each) => each.account !== of && each.text.split(' ').some((word) => text.includes(word)))
        .map((each) => ({ entry: each, words: [], from: { account: each.account, title: '', words: '', at } })),
    exportLog: async () => ({ folder: '/home/me/log', files: ['learned.md', 'learned.json', 'learned.csv'], damaged: false }),
    lookBack: async () => back,
    setLookBack: async (on) => (back = { ...back, on }),
    lookedBack: async (account, entry) =>
      (back = { ...back, memories: back.memories.filter((each) => each.account !== account || each.entry !== entry) }),
  }
  return api
}
