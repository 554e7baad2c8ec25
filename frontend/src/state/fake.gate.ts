// How the stand-in for Go is opened and sealed.
import { Refused, type Account, type Checkup, type Code, type Leaving, type Line, type Opened, type Spot, type Start } from '../api'
import { at, stopped } from './fake.made'
import type { GateApi } from './gate.svelte'

/** The recovery key of every fake journal. */
export const recovery = 'AGE-SECRET-KEY-1' + 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)

/** What is at the gate of a fake journal, and can be changed by a test. */
export interface Sealed {
  vault: Start['vault']
  /** Whether the journal has a passphrase. */
  secured: boolean
  /** What changes its keys. */
  passphrase: string
  spot: Spot
  /** How the journal was left, each time that it was locked. */
  readonly left: Leaving[]
  /** What was written in front of it. */
  readonly dropped: Line[]
  /** When a journal was set aside; empty where none was. */
  aside: string
  /** Refuses what comes until it is taken away. */
  refuse: Code | undefined
}

/** What lies behind the gate. */
interface Behind {
  save(line: Line): Promise<void>
  accounts(): Account[]
  opened(of: string): Opened
  whole: Checkup
}

/** Before anybody came. */
export const sealed = (): Sealed => ({
  vault: 'open',
  secured: true,
  passphrase: 'seven quiet herons',
  spot: { screen: '', part: '', account: '', caseFile: '', entry: '', draft: '', waits: '', timed: false, from: 0, to: 0 },
  left: [],
  dropped: [],
  aside: '',
  refuse: undefined,
})

/** All that is asked at the gate. */
export function fakeGate(sealed: () => Sealed, { save, accounts, opened, whole }: Behind): GateApi {
  const start = (): Start => ({
    vault: sealed().vault,
    secured: sealed().secured,
    recovery: sealed().secured,
    version: 'test',
    nonce: 'n',
    theme: 'system',
    language: 'system',
    spot: sealed().spot,
    notices: [],
  })
  return {
    start: async () => start(),
    begin: async () => {
      sealed().vault = 'open'
      return start()
    },
    unlock: async (passphrase) => {
      if (passphrase !== 'right') throw new Refused('passphrase', 'no')
      sealed().vault = 'open'
      return start()
    },
    lock: async (leaving) => {
      const unkept: string[] = []
      for (const line of leaving.lines) {
        if (sealed().refuse) unkept.push(line.id)
        else sealed().dropped.push(line)
      }
      sealed().left.push(leaving)
      if (leaving.spot.screen) sealed().spot = leaving.spot
      sealed().vault = 'locked'
      return { start: start(), unkept, stale: !unkept.length }
    },
    drop: async (line) => {
      await save(line)
      sealed().dropped.push(line)
      return at
    },
    strength: async (passphrase) => ({
      bits: passphrase.length * 4,
      enough: passphrase.length > 12,
      level: passphrase.length > 12 ? 'good' : passphrase ? 'poor' : 'none',
    }),
    phrase: async () => 'acid bold calm dune echo fern',
    makeSecure: async () => {
      sealed().vault = 'open'
      sealed().secured = true
      return { start: start(), recovery }
    },
    changePassphrase: async (present) => {
      if (present !== sealed().passphrase) throw new Refused('passphrase', 'no')
      return start()
    },
    rekey: async () => start(),
    drawRecovery: async (passphrase) => {
      if (passphrase !== sealed().passphrase) throw new Refused('passphrase', 'no')
      return { start: start(), recovery }
    },
    useRecovery: async () => start(),
    readRecovery: async () => recovery,
    checkRecovery: async (typed) => {
      if (typed.replace(/\s/g, '').toUpperCase() !== recovery) throw new Refused('mistyped', 'no')
    },
    recover: async () => {
      sealed().vault = 'open'
      return start()
    },
    deviceKey: async () => '/home/me/.config/firsthand/keys/a.key',
    saveRecovery: async () => ({ path: '/home/me/recovery-key.txt' }),
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
    leftAccounts: async () => accounts(),
    leftAccount: async (id) => ({ ...opened(id), damaged: true }),
    exportLeft: async () => ({ folder: '/home/me/out', accounts: 3, files: 6, damaged: false }),
    restorable: async () => ({
      backups: [
        { path: '/b/2.age', name: '2.age', made: at, size: 2000, lines: 0, accounts: 0, changed: true },
        { path: '/b/1.age', name: '1.age', made: at, size: 1000, lines: 3, accounts: 1, changed: false },
      ],
      aside: sealed().aside,
    }),
    chooseBackup: async () => '/media/stick/3.age',
    readBackup: async (_, typed) => {
      if (typed.replace(/\s/g, '').toUpperCase() !== recovery) throw new Refused('mistyped', 'no')
      return { made: at, lines: 3, accounts: 1, newer: 2 }
    },
    restoreBackup: async () => {
      stopped(sealed().refuse)
      sealed().vault = 'open'
      sealed().aside = at
      return start()
    },
    goBack: async () => {
      sealed().vault = 'locked'
      return start()
    },
    confirmRestore: async () => {
      sealed().aside = ''
      return { backups: [], aside: '' }
    },
    anew: async () => start(),
  }
}
