// A stand-in for Go in tests: a journal in memory that can be slow, and can refuse.
import { Refused, type Account, type Code, type Entry, type Line, type Start } from '../api'
import type { DeskApi } from './desk.svelte'

export interface FakeApi extends DeskApi {
  /** What reached the journal, in that order. */
  readonly kept: Line[]
  readonly dropped: Line[]
  /** Refuses what comes until it is taken away. */
  refuse: Code | undefined
  /** Called before every save; a promise makes it wait. */
  before: (line: Line) => Promise<void> | void
  vault: Start['vault']
  /** Whether the journal has a passphrase. */
  secured: boolean
}

const at = '2026-11-21T03:42:00+01:00'

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
    revision: 1,
  }
}

/** A journal with these accounts, newest first; lines without an account go to `fresh`, or else to the newest. */
export function fakeApi(accounts: Account[] = [account('a1')], fresh?: string): FakeApi {
  const api: FakeApi = {
    kept: [],
    dropped: [],
    refuse: undefined,
    before: () => undefined,
    vault: 'open',
    secured: true,
    start: async () => ({
      vault: api.vault,
      secured: api.secured,
      version: 'test',
      nonce: 'n',
      theme: 'system',
      language: 'system',
      spot: { account: '', entry: '' },
      notices: [],
    }),
    begin: async () => {
      api.vault = 'open'
      return api.start()
    },
    unlock: async (passphrase) => {
      if (passphrase !== 'right') throw new Refused('passphrase', 'no')
      api.vault = 'open'
      return api.start()
    },
    drop: async (line) => {
      await save(line)
      api.dropped.push(line)
      return at
    },
    accounts: async () => accounts,
    open: async (id) => ({
      account: accounts.find((each) => each.id === id) ?? account(id),
      entries: api.kept.filter((line) => line.account === id).map(entry),
    }),
    record: async (line) => {
      await save(line)
      const to = line.account || fresh || accounts[0]?.id || 'a1'
      if (!api.kept.some((each) => each.id === line.id)) api.kept.push({ ...line, account: to })
      return { account: account(to, { lines: api.kept.length }), entry: entry({ ...line, account: to }) }
    },
    tell: async (id) => ({ account: account(id, { told: true }), entries: api.kept.map(entry) }),
  }
  async function save(line: Line): Promise<void> {
    await api.before(line)
    if (api.refuse) throw new Refused(api.refuse, 'no')
  }
  return api
}
