// The review of the stand-in for Go, and what is made of it.
import type { Account, Code, Entry, Finding, IndirectQuestion, Profile, Receipt, Reviewed } from '../api'
import type { CasesApi } from './cases.svelte'
import { fakeCases } from './fake.cases'
import { at, finding, stopped } from './fake.made'
import type { PreviewApi } from './preview.svelte'
import type { ReviewApi } from './review.svelte'

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

/** What a review is of. */
interface Told {
  accounts(): Account[]
  shown(of: string): Account
  /** Those of an account that were not taken out. */
  entries(of: string): readonly Entry[]
  entry(id: string): Entry | undefined
  refuse(): Code | undefined
}

/** The review of accounts and case files; find and ask say what it finds and asks as soon as a line is chosen. */
export function fakeReview({ accounts, shown, entries, entry, refuse }: Told): {
  api: ReviewApi & PreviewApi & CasesApi
  find: (...found: Finding[]) => void
  ask: (...asked: IndirectQuestion[]) => void
} {
  const chosen = new Set<string>()
  let profile: Profile = 'role'
  let linesOnly = false
  let audience = ''
  let findings: Finding[] = []
  let questions: IndirectQuestion[] = []
  const cases = fakeCases((of) => reviewed(of))
  const reviewed = (of: string): Reviewed => ({
    account: { ...shown(of), about: { ...shown(of).about, codename: cases.name(of) } },
    name: { read: cases.name(of), marks: [] },
    caseFile: !!cases.lines(of),
    accounts: cases.lines(of) ? accounts().map((each) => ({ account: each.id, title: each.title, words: each.first, at })) : [],
    profile,
    audience,
    lines: (cases.lines(of)?.flatMap((id) => entry(id) ?? []) ?? entries(of)).map((each) => ({
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
  return {
    find: (...found) => void (findings = found),
    ask: (...asked) => void (questions = asked),
    api: {
      ...cases.api,
      review: async (of) => reviewed(of),
      choose: async (of, ids, is) => {
        stopped(refuse())
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
        const text = entry(line)?.text.slice(from, to) ?? ''
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
    },
  }
}
