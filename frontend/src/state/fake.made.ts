// What the stand-in for Go is filled with.
import { Refused, type Account, type Asked, type Code, type Entry, type Finding, type Lesson, type Line, type Question, type Released } from '../api'

/** Refuses, where a test says so. */
export function stopped(why: Code | undefined): void {
  if (why) throw new Refused(why, 'no')
}

/** When everything was. */
export const at = '2026-11-21T03:42:00+01:00'

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
