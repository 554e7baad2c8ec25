// A stand-in for Go in tests: a journal in memory that can be slow, and can refuse.
import { Refused, type Account, type Entry, type Finding, type IndirectQuestion, type Line, type Preferences, type Question } from '../api'
import { matches } from '../ui/text'
import type { DeskApi } from './desk.svelte'
import { fakeGate, sealed, type Sealed } from './fake.gate'
import { fakeLanes } from './fake.lanes'
import { fakeLearning, noYears, type Years } from './fake.learning'
import { account, asked, at, entry, stopped } from './fake.made'
import { fakeReleases } from './fake.releases'
import { fakeReview } from './fake.review'
import { fakeSafe, whole } from './fake.safe'
import { right } from './search.svelte'
import { defaults } from './settings.svelte'

export interface FakeApi extends DeskApi, Sealed {
  /** What reached the journal, in that order. */
  readonly kept: Line[]
  /** Called before every save; a promise makes it wait. */
  before: (line: Line) => Promise<void> | void
  /** All that is in it, removed lines too. */
  entries: readonly Entry[]
  /** What a review will find, as soon as a line is chosen. */
  find(...findings: Finding[]): void
  /** What is asked before it leaves. */
  ask(...questions: IndirectQuestion[]): void
  set: Preferences
  /** What the coach was told to leave, as entry and kind. */
  readonly passed: string[]
}

/** A journal with these accounts, newest first; lines without an account go to `fresh`, or else to the newest. */
export function fakeApi(accounts: Account[] = [account('a1')], fresh?: string, years: Years = noYears): FakeApi {
  const taken = new Map<string, Entry>()

  const entries = (of: string) => api.entries.filter((each) => each.account === of && !taken.has(each.id))
  const said = new Map<string, Question>()
  const told = new Map<string, Partial<Account>>()
  const shown = (of: string): Account => ({
    ...(accounts.find((each) => each.id === of) ?? account(of)),
    ...told.get(of),
    lines: entries(of).length,
  })
  const say = (of: string, change: (was: Account) => Partial<Account>): Account => {
    told.set(of, { ...told.get(of), ...change(shown(of)) })
    return shown(of)
  }
  const opened = (of: string) => ({ account: shown(of), entries: entries(of), damaged: false })
  const changed = (id: string, to: Partial<Entry>) => {
    api.entries = api.entries.map((each) => (each.id === id ? { ...each, ...to, revision: each.revision + 1 } : each))
    const entry = api.entries.find((each) => each.id === id)
    if (!entry) throw new Refused('missing', 'no')
    return { account: shown(entry.account), entry }
  }
  const review = fakeReview({
    accounts: () => accounts,
    shown,
    entries,
    entry: (id) => api.entries.find((each) => each.id === id),
    refuse: () => api.refuse,
  })
  async function save(line: Line): Promise<void> {
    await api.before(line)
    stopped(api.refuse)
  }

  const api: FakeApi = {
    ...sealed(),
    ...fakeGate(() => api, { save, accounts: () => accounts, opened, whole }),
    ...review.api,
    ...fakeReleases(() => api.refuse, (of) => api.prepare(of)),
    ...fakeLearning(years, () => api.entries, () => accounts),
    ...fakeSafe(() => api, { accounts: () => accounts, list: (now) => void (accounts = now) }),
    ...fakeLanes,
    find: review.find,
    ask: review.ask,
    set: defaults,
    passed: [],
    kept: [],
    entries: [],
    before: () => undefined,
    accounts: async () => accounts,
    open: async (id) => opened(id),
    record: async (line) => {
      await save(line)
      const to = line.account || fresh || accounts[0]?.id || 'a1'
      const made = entry({ ...line, account: to })
      if (!api.entries.some((each) => each.id === line.id)) {
        api.kept.push({ ...line, account: to })
        api.entries = [...api.entries, made]
      }
      return { account: shown(to), entry: made }
    },
    amend: async (id, revision, text) => {
      await save({ id, account: '', text, kind: '', moment: '' })
      const now = api.entries.find((each) => each.id === id)
      if (now?.revision !== revision) throw new Refused('stale', 'no')
      return changed(id, { text })
    },
    amendKind: async (id, kind) => changed(id, { kind }),
    amendMoment: async (id, typed) => {
      if (!/\d/.test(typed)) throw new Refused('when', 'no')
      return changed(id, { typed })
    },
    amendShare: async (id, share) => changed(id, { share }),
    remove: async (id) => {
      const kept = changed(id, { removed: at })
      taken.set(id, kept.entry)
      return { ...kept, account: shown(kept.entry.account) }
    },
    restore: async (id) => {
      taken.delete(id)
      return changed(id, { removed: '' })
    },
    removed: async (of) => [...taken.values()].filter((each) => each.account === of),
    countFrom: async (of, t0) => {
      const { account, entries } = opened(of)
      return { account: { ...account, t0 }, entries, damaged: false }
    },
    questions: async (id) => {
      const of = api.entries.find((each) => each.id === id)
      if (!of) throw new Refused('missing', 'no')
      return asked(of, said)
    },
    answer: async (id, field, choices, words, skipped) => {
      stopped(api.refuse)
      const of = api.entries.find((each) => each.id === id)
      const question = of && asked(of, said).questions.find((each) => each.field === field)
      if (!of || !question) throw new Refused('missing', 'no')
      said.set(`${id} ${field}`, { ...question, chosen: question.offered.filter((each) => choices.includes(each)), words, skipped })
      return asked(of, said)
    },
    link: async (from, to, as) => changed(from, { links: [{ to, as }] }),
    unlink: async (from) => changed(from, { links: [] }),
    conclude: async (id, effects, met) => changed(id, { outcome: { effects, met, before: false } }),
    pivot: async (id, is) => {
      const of = api.entries.find((each) => each.id === id)?.account ?? ''
      return { ...opened(of), account: say(of, (each) => ({ pivots: is ? [...each.pivots, id] : each.pivots.filter((other) => other !== id) })) }
    },
    describe: async (of, about) => ({ ...opened(of), account: say(of, () => ({ about, title: about.title })) }),
    recall: async (of, move) => ({ ...opened(of), account: say(of, () => ({ recall: move === 'end' ? '' : 'place' })) }),
    closeAccount: async (of, closing) => {
      stopped(api.refuse)
      return { ...opened(of), account: say(of, () => ({ closing })) }
    },
    keepAccount: async (of) => ({ ...opened(of), account: say(of, () => ({ state: 'kept' })) }),
    timeline: async (of) => ({
      lines: entries(of).map((each) => ({
        entry: each.id,
        side: each.kind === 'effect' ? 'happened' : 'mine',
        earliest: '',
        latest: '',
        known: '',
        effects: each.outcome.effects,
        backwards: false,
      })),
      from: at,
      to: at,
      zero: at,
    }),
    since: async () => [],
    sensitive: async (_, ids) =>
      ids.map((id) => {
        const from = api.entries.find((each) => each.id === id)?.text.indexOf('Priya') ?? -1
        return from < 0 ? [] : [{ from, to: from + 5, kind: 'person' as const }]
      }),
    tell: async (of) => ({ account: { ...shown(of), told: true }, entries: entries(of), damaged: false }),
    leading: async (text) => {
      const [, typed = '', rest = text] = /^(\d\d:\d\d) (.*)$/s.exec(text) ?? []
      return { typed, rest, at: typed && `2026-11-21T${typed}:00+01:00` }
    },
    undo: async () => {
      const [id] = [...taken.keys()].toReversed()
      if (id) await api.restore(id)
      return { what: id ? 'removed' : '', account: '', entry: id ?? '', undo: 0, redo: 0 }
    },
    redo: async () => ({ what: '', account: '', entry: '', undo: 0, redo: 0 }),
    coach: async (lines, language) =>
      lines.map(({ entry, text }) =>
        [...text.matchAll(/should have|obviously/gi)]
          .map((found) => ({
            from: found.index,
            to: found.index + found[0].length,
            kind: found[0] === 'should have' ? ('counterfactual' as const) : ('hindsight' as const),
            question: language === 'de' ? 'Was war da?' : 'What was there?',
          }))
          .filter((each) => !api.set.quiet.includes(each.kind) && !api.passed.includes(`${entry} ${each.kind}`)),
      ),
    pass: async (entry, kind) => void api.passed.push(`${entry} ${kind}`),
    search: async (query) => ({ entries: api.entries.filter((each) => matches(each.text, query)), partly: false, wrong: right }),
    filters: async () => [{ name: 'kind', values: ['action', 'effect'] }],
    lines: async (ids) => ids.flatMap((id) => api.entries.find((each) => each.id === id) ?? []),
    ofKind: async (kind) => api.entries.filter((each) => each.kind === kind),
    join: async (from, into) => {
      api.entries = api.entries.map((each) => (each.account === from ? { ...each, account: into } : each))
      accounts = accounts.filter((each) => each.id !== from)
      return opened(into)
    },
    split: async (id) => {
      const at = api.entries.findIndex((each) => each.id === id)
      api.entries = api.entries.map((each, i) => (i >= at ? { ...each, account: 'split' } : each))
      accounts = [account('split'), ...accounts]
      return opened('split')
    },
    preferences: async () => api.set,
    changePreferences: async (to) => (api.set = to),
    look: () => api.start(),
    names: async () => [],
    addNames: async (list) => list.split('\n').map((form) => ({ kind: 'person', forms: [form], author: false })),
    importNames: async () => [],
    removeName: async () => [],
    exportAll: async () => ({ folder: '/home/me/out', accounts: accounts.length, files: 2, damaged: false }),
    about: async () => ({ version: 'test', licence: '', licences: '', parts: [] }),
  }
  return api
}
