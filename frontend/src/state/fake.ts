// A stand-in for Go in tests: a journal in memory that can be slow, and can refuse.
import {
  Refused,
  type Account,
  type Asked,
  type Backups,
  type Bin,
  type Checkup,
  type IndirectQuestion,
  type Code,
  type Entry,
  type Finding,
  type Leaving,
  type Lesson,
  type Line,
  type LookBack,
  type Preferences,
  type Profile,
  type Question,
  type Released,
  type Receipt,
  type Reviewed,
  type SheetShown,
  type Spot,
  type Start,
} from '../api'
import { matches } from '../ui/text'
import type { DeskApi } from './desk.svelte'
import { fakeCases } from './fake.cases'
import { fakeLanes } from './fake.lanes'
import { right } from './search.svelte'

export interface FakeApi extends DeskApi {
  /** What reached the journal, in that order. */
  readonly kept: Line[]
  readonly dropped: Line[]
  /** Refuses what comes until it is taken away. */
  refuse: Code | undefined
  /** Called before every save; a promise makes it wait. */
  before: (line: Line) => Promise<void> | void
  vault: Start['vault']
  /** How the journal was left, each time that it was locked. */
  readonly left: Leaving[]
  spot: Spot
  /** Whether the journal has a passphrase. */
  secured: boolean
  /** What changes its keys. */
  passphrase: string
  /** All that is in it, removed lines too. */
  entries: readonly Entry[]
  /** What a review will find, as soon as a line is chosen. */
  find(...findings: Finding[]): void
  /** What is asked before it leaves. */
  ask(...questions: IndirectQuestion[]): void
  set: Preferences
  /** When a journal was set aside; empty where none was. */
  aside: string
  /** What the coach was told to leave, as entry and kind. */
  readonly passed: string[]
}

/** The recovery key of every fake journal. */
export const recovery = 'AGE-SECRET-KEY-1' + 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)

const at = '2026-11-21T03:42:00+01:00'

export function released(id: string, more: Partial<Released> = {}): Released {
  return {
    id,
    account: 'a1',
    caseFile: false,
    whole: '',
    sheet: false,
    at,
    profile: 'role',
    audience: 'the team',
    entries: ['l1'],
    files: [{ format: 'pdf', name: 'incident.pdf', checksum: 'c0ffee' }],
    left: [{ at, formats: ['pdf'] }],
    withdrawn: '',
    supersedes: '',
    supersededBy: '',
    takes: [],
    ...more,
  }
}

export function account(id: string, more: Partial<Account> = {}): Account {
  return {
    id,
    title: '',
    state: 'open',
    zone: 'Europe/Oslo',
    told: false,
    t0: '',
    day: '2026-11-20',
    started: at,
    ended: at,
    first: '',
    lines: 0,
    about: { title: '', codename: '', type: '', roles: '', onCall: '' },
    pivots: [],
    recall: '',
    closing: { happened: '', specific: '', similar: '' },
    ...more,
  }
}

export function entry(line: Line): Entry {
  return {
    id: line.id,
    account: line.account,
    text: line.text,
    kind: line.kind,
    at,
    typed: line.moment,
    sure: 'exact',
    zone: 'Europe/Oslo',
    share: 'private',
    recorded: at,
    locked: false,
    removed: '',
    guessed: false,
    links: [],
    outcome: { effects: [], met: '', before: false },
    revision: 1,
    marks: [],
  }
}

/** A finding in one line, undecided. */
export function finding(id: string, more: Partial<Finding> = {}): Finding {
  return {
    id,
    kind: 'host',
    name: id,
    forms: [id],
    author: false,
    rule: 'host.said',
    why: 'the name of a machine',
    certain: false,
    treatment: 'undecided',
    label: '',
    decided: '',
    count: 1,
    lines: [],
    keepable: true,
    single: false,
    class: '',
    tied: true,
    parts: [],
    places: [],
    joins: [],
    ...more,
  }
}

/** The questions of a line in the fake journal: one with choices, one with words. */
export const asked = (of: Entry, said: ReadonlyMap<string, Question> = new Map()): Asked => {
  const question = (field: Question['field'], shape: Question['shape'], offered: Question['offered']): Question =>
    said.get(`${of.id} ${field}`) ?? { field, shape, offered, chosen: [], words: '', skipped: false, gap: false, pivot: false }
  const questions = [question('own', 'one', ['my call', 'other', 'not sure']), question('page', 'words', [])]
  const open = questions.find((each) => !each.chosen.length && !each.words && !each.skipped)
  return { entry: of, questions, next: open?.field ?? '' }
}

const receipt: Receipt = {
  profile: 'role',
  audience: '',
  shared: 1,
  withheld: 0,
  replaced: [{ kind: 'host', count: 2 }],
  kept: 0,
  searched: 11,
  stands: [],
  properties: [],
  files: [],
}

/** What years have added up to. */
export interface Years {
  lessons: Lesson[]
  back: LookBack
}
const noYears: Years = { lessons: [], back: { on: false, memories: [] } }

/** A learning of the newest account. */
export const lesson = (id: string, more: Partial<Lesson> = {}): Lesson => ({
  entry: { ...entry({ id, account: 'a1', text: id, kind: 'learning', moment: '' }), kind: 'learning' },
  sort: '',
  holds: '',
  wanted: '',
  from: { account: 'a1', title: '', words: '', at },
  ledTo: [],
  answers: [],
  ...more,
})

/** A journal with these accounts, newest first; lines without an account go to `fresh`, or else to the newest. */
export function fakeApi(accounts: Account[] = [account('a1')], fresh?: string, years: Years = noYears): FakeApi {
  const taken = new Map<string, Entry>()
  const chosen = new Set<string>()
  let profile: Profile = 'role'
  let linesOnly = false
  const whole: Checkup = {
    damage: [],
    lines: 0,
    accounts: 3,
    lost: [],
    unplaced: 0,
    waiting: 0,
    stuck: 0,
    backups: 0,
    changed: 0,
    backup: '',
  }
  let backups: Backups = {
    possible: true,
    folder: '/home/me/journal/backups',
    own: true,
    count: 0,
    made: '',
    checked: '',
    lines: 0,
    late: true,
    trouble: '',
  }
  let binned: Account[] = []
  const bin = (more: Partial<Bin> = {}): Bin => ({
    accounts: binned.map((account) => ({ account, erased: '2026-12-21T03:42:00+01:00' })),
    releases: 2,
    own: 1,
    elsewhere: ['/media/stick/1.age'],
    holding: [],
    traces: false,
    ...more,
  })
  let { lessons, back } = years
  let audience = ''
  let speech: SheetShown = { turns: [], ask: '', rather: '', points: [], asked: '', left: '', open: [], questions: [], words: 0, seconds: 0, tooMany: 0 }
  let left: Released[] = [released('r2'), released('r1', { audience: 'the board' })]
  let findings: Finding[] = []
  let questions: IndirectQuestion[] = []

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
  const cases = fakeCases((of) => reviewed(of))
  const reviewed = (of: string): Reviewed => ({
    account: { ...shown(of), about: { ...shown(of).about, codename: cases.name(of) } },
    name: { read: cases.name(of), marks: [] },
    caseFile: !!cases.lines(of),
    accounts: cases.lines(of) ? accounts.map((each) => ({ account: each.id, title: each.title, words: each.first, at })) : [],
    profile,
    audience,
    lines: (cases.lines(of)?.flatMap((id) => api.entries.find((each) => each.id === id) ?? []) ?? entries(of)).map((each) => ({
      entry: each,
      chosen: chosen.has(each.id),
      free: each.share !== 'background',
      usual: each.share !== 'background' && each.kind !== 'reaction' && each.kind !== 'idea',
      clock: chosen.has(each.id) ? 'T+00:00' : '',
      read: chosen.has(each.id) ? each.text : '',
      marks: [],
      said: '',
      became: '',
      why: { read: '', marks: [] },
    })),
    findings: chosen.size ? findings.toSorted((a, b) => Number(open(b)) - Number(open(a))) : [],
    chosen: chosen.size,
    undecided: chosen.size ? findings.filter(open).length : 0,
    zero: '',
    releases: [],
    questions: chosen.size ? questions : [],
    linesOnly,
    lastPage: { parts: [], shared: false },
  })
  const open = (each: Finding) => each.treatment === 'undecided'
  const start = (): Start => ({
    vault: api.vault,
    secured: api.secured,
    recovery: api.secured,
    version: 'test',
    nonce: 'n',
    theme: 'system',
    language: 'system',
    spot: api.spot,
    notices: [],
  })
  async function save(line: Line): Promise<void> {
    await api.before(line)
    if (api.refuse) throw new Refused(api.refuse, 'no')
  }

  const api: FakeApi = {
    passed: [],
    kept: [],
    aside: '',
    dropped: [],
    left: [],
    spot: { screen: '', part: '', account: '', caseFile: '', entry: '', draft: '', waits: '', timed: false, from: 0, to: 0 },
    entries: [],
    refuse: undefined,
    before: () => undefined,
    vault: 'open',
    secured: true,
    passphrase: 'seven quiet herons',
    find: (...found) => void (findings = found),
    ask: (...asked) => void (questions = asked),
    start: async () => start(),
    begin: async () => {
      api.vault = 'open'
      return start()
    },
    unlock: async (passphrase) => {
      if (passphrase !== 'right') throw new Refused('passphrase', 'no')
      api.vault = 'open'
      return start()
    },
    lock: async (leaving) => {
      const unkept: string[] = []
      for (const line of leaving.lines) {
        if (api.refuse) unkept.push(line.id)
        else api.dropped.push(line)
      }
      api.left.push(leaving)
      if (leaving.spot.screen) api.spot = leaving.spot
      api.vault = 'locked'
      return { start: start(), unkept, stale: !unkept.length }
    },
    drop: async (line) => {
      await save(line)
      api.dropped.push(line)
      return at
    },
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
      if (api.refuse) throw new Refused(api.refuse, 'no')
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
      if (api.refuse) throw new Refused(api.refuse, 'no')
      return { ...opened(of), account: say(of, () => ({ closing })) }
    },
    keepAccount: async (of) => ({ ...opened(of), account: say(of, () => ({ state: 'kept' })) }),
    ...fakeLanes,
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
    review: async (of) => reviewed(of),
    choose: async (of, ids, is) => {
      if (api.refuse) throw new Refused(api.refuse, 'no')
      for (const id of ids) if (is) chosen.add(id)
        else chosen.delete(id)
      return reviewed(of)
    },
    decide: async (of, id, what, label = '') => {
      findings = findings.map((each) =>
        each.id === id
          ? { ...each, decided: what, treatment: what === 'keep' ? 'keep' : 'replace', label: what === 'as' ? label : 'host 1' }
          : each,
      )
      return reviewed(of)
    },
    classify: async (of, id, is) => {
      findings = findings.map((each) =>
        each.id === id ? { ...each, decided: 'hide', treatment: 'replace', class: is, label: `${is} A` } : each,
      )
      return reviewed(of)
    },
    merge: async (of, id, other) => {
      const gone = findings.find((each) => each.id === id)
      findings = findings
        .filter((each) => each.id !== id)
        .map((each) => (each.id === other ? { ...each, parts: [each.name, gone?.name ?? ''] } : each))
      return reviewed(of)
    },
    partPlace: async (of, id, place) => {
      findings = [
        ...findings.map((each) => (each.id === id ? { ...each, places: [] } : each)),
        finding(`${id} ${place}`, { treatment: 'replace', label: 'host 9' }),
      ]
      return reviewed(of)
    },
    part: async (of, id, form) => {
      findings = [
        ...findings.map((each) => (each.id === id ? { ...each, parts: [] } : each)),
        finding(form, { treatment: 'replace', label: 'host 9' }),
      ]
      return reviewed(of)
    },
    mark: async (of, line, from, to) => {
      const text = api.entries.find((each) => each.id === line)?.text.slice(from, to) ?? ''
      findings = [...findings, finding(text, { kind: 'other', treatment: 'withhold', decided: 'hide' })]
      return reviewed(of)
    },
    settle: async (of, id, words = '') => {
      const q = questions.find((each) => each.id === id)
      questions = questions.filter((each) => each.id !== id)
      if (q) findings = [...findings, finding(q.words, { kind: 'other', treatment: 'replace', decided: 'as', label: words || q.with })]
      return reviewed(of)
    },
    leave: async (of, id) => {
      questions = questions.filter((each) => each.id !== id)
      return reviewed(of)
    },
    address: async (of, to, whom) => {
      profile = to
      audience = whom
      return reviewed(of)
    },
    leaveBeside: async (of, only) => {
      linesOnly = only
      return reviewed(of)
    },
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
    prepare: async () => ({
      draft: findings.some(open) ? '' : 'd1',
      stopped: findings.some(open) ? 'undecided' : '',
      undecided: findings.filter(open).length,
      cut: 0,
      places: [],
      characters: [],
      pdf: '/preview/d1/account.pdf',
      markdown: '/preview/d1/account.md',
      receipt,
      overlaps: [],
      before: [],
    }),
    pages: async (path) => new TextEncoder().encode(path),
    save: async (_, format) => ({ path: `/home/me/incident.${format}` }),
    copy: async () => ({ text: '# account' }),
    takePlace: async () => undefined,
    discard: async () => undefined,
    search: async (query) => ({ entries: api.entries.filter((each) => matches(each.text, query)), partly: false, wrong: right }),
    filters: async () => [{ name: 'kind', values: ['action', 'effect'] }],
    lines: async (ids) => ids.flatMap((id) => api.entries.find((each) => each.id === id) ?? []),
    lessons: async () => ({ all: lessons, systems: [], conditions: [], partly: false }),
    markHolds: async (learning, holds) => {
      lessons = lessons.map((each) => (each.entry.id === learning ? { ...each, holds } : each))
      return api.lessons()
    },
    resolve: async (question, by) => {
      const answer = api.entries.filter((each) => each.id === by)
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
      accounts: accounts.length,
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
      api.entries
        .filter((each) => each.account !== of && each.text.split(' ').some((word) => text.includes(word)))
        .map((each) => ({ entry: each, words: [], from: { account: each.account, title: '', words: '', at } })),
    exportLog: async () => ({ folder: '/home/me/log', files: ['learned.md', 'learned.json', 'learned.csv'], damaged: false }),
    lookBack: async () => back,
    setLookBack: async (on) => (back = { ...back, on }),
    lookedBack: async (account, entry) =>
      (back = { ...back, memories: back.memories.filter((each) => each.account !== account || each.entry !== entry) }),
    ...cases.api,
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
      if (api.refuse) throw new Refused(api.refuse, 'no')
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
    prepareSheet: async (of) => ({ ...(await api.prepare(of)), ...(speech.turns.length ? {} : { draft: '', pdf: '', markdown: '', stopped: 'nothing' }) }),
    recognise: async () => ({ name: 'got.pdf', exact: true, releases: left.slice(-1) }),
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
    strength: async (passphrase) => ({
      bits: passphrase.length * 4,
      enough: passphrase.length > 12,
      level: passphrase.length > 12 ? 'good' : passphrase ? 'poor' : 'none',
    }),
    phrase: async () => 'acid bold calm dune echo fern',
    makeSecure: async () => {
      api.vault = 'open'
      api.secured = true
      return { start: start(), recovery }
    },
    changePassphrase: async (present) => {
      if (present !== api.passphrase) throw new Refused('passphrase', 'no')
      return start()
    },
    rekey: async () => start(),
    drawRecovery: async (passphrase) => {
      if (passphrase !== api.passphrase) throw new Refused('passphrase', 'no')
      return { start: start(), recovery }
    },
    useRecovery: async () => start(),
    readRecovery: async () => recovery,
    checkRecovery: async (typed) => {
      if (typed.replace(/\s/g, '').toUpperCase() !== recovery) throw new Refused('mistyped', 'no')
    },
    recover: async () => {
      api.vault = 'open'
      return start()
    },
    deviceKey: async () => '/home/me/.config/firsthand/keys/a.key',
    saveRecovery: async () => ({ path: '/home/me/recovery-key.txt' }),
    preferences: async () => api.set,
    changePreferences: async (to) => (api.set = to),
    look: async () => start(),
    names: async () => [],
    addNames: async (list) => list.split('\n').map((form) => ({ kind: 'person', forms: [form], author: false })),
    importNames: async () => [],
    removeName: async () => [],
    exportAll: async () => ({ folder: '/home/me/out', accounts: accounts.length, files: 2, damaged: false }),
    check: async () => ({ ...whole, lines: 42 }),
    whatIsLeft: async (passphrase, key) => {
      if (key && key.replace(/\s/g, '').toUpperCase() !== recovery) throw new Refused('mistyped', 'no')
      if (!key && passphrase !== 'right') throw new Refused('passphrase', 'no')
      return {
        ...whole,
        damage: ['vault.db'],
        lines: 40,
        lost: [{ started: at, lines: 12, missing: 2, older: 0, title: false, other: false }],
      }
    },
    leftAccounts: async () => accounts,
    leftAccount: async (id) => ({ ...opened(id), damaged: true }),
    exportLeft: async () => ({ folder: '/home/me/out', accounts: 3, files: 6, damaged: false }),
    restorable: async () => ({
      backups: [
        { path: '/b/2.age', name: '2.age', made: at, size: 2000, lines: 0, accounts: 0, changed: true },
        { path: '/b/1.age', name: '1.age', made: at, size: 1000, lines: 3, accounts: 1, changed: false },
      ],
      aside: api.aside,
    }),
    chooseBackup: async () => '/media/stick/3.age',
    readBackup: async (_, typed) => {
      if (typed.replace(/\s/g, '').toUpperCase() !== recovery) throw new Refused('mistyped', 'no')
      return { made: at, lines: 3, accounts: 1, newer: 2 }
    },
    restoreBackup: async () => {
      if (api.refuse) throw new Refused(api.refuse, 'no')
      api.vault = 'open'
      api.aside = at
      return start()
    },
    goBack: async () => {
      api.vault = 'locked'
      return start()
    },
    confirmRestore: async () => {
      api.aside = ''
      return { backups: [], aside: '' }
    },
    backups: async () => backups,
    backUp: async () => (backups = { ...backups, made: at, checked: at, lines: 3, count: 1, late: false }),
    chooseBackups: async () => (backups = { ...backups, own: false, folder: '/media/stick' }),
    ownBackups: async () => (backups = { ...backups, own: true }),
    bin: async () => bin(),
    putIntoBin: async (ids) => {
      if (api.refuse) throw new Refused(api.refuse, 'no')
      binned = [...binned, ...accounts.filter((each) => ids.includes(each.id))]
      accounts = accounts.filter((each) => !ids.includes(each.id))
      return bin()
    },
    takeBack: async (ids) => {
      accounts = [...accounts, ...binned.filter((each) => ids.includes(each.id))]
      binned = binned.filter((each) => !ids.includes(each.id))
      return bin()
    },
    eraseNow: async (id) => {
      if (api.refuse) throw new Refused(api.refuse, 'no')
      binned = binned.filter((each) => each.id !== id)
      return bin({ holding: ['/home/me/journal/backups/1.age'] })
    },
    eraseJournal: async () => {
      if (api.refuse) throw new Refused(api.refuse, 'no')
      api.vault = 'none'
      return { elsewhere: ['/media/stick/1.age'] }
    },
    anew: async () => start(),
    about: async () => ({ version: 'test', licence: '', licences: '', parts: [] }),
    set: {
      theme: 'system',
      language: 'system',
      textSize: 16,
      night: 'auto',
      letters: true,
      secondZone: '',
      lockAfter: 15,
      paper: 'a4',
      quiet: [],
    },
  }
  return api
}
