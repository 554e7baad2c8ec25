// The backups, the check and the bin of the stand-in for Go.
import type { Account, Backups, Bin, Checkup } from '../api'
import type { BackupsApi } from './backups.svelte'
import type { CheckApi } from './check.svelte'
import type { EraseApi } from './erasing.svelte'
import type { Sealed } from './fake.gate'
import { at, stopped } from './fake.made'

/** A journal in which nothing is damaged. */
export const whole: Checkup = {
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

/** Accounts are taken out of the journal and put back by these. */
interface Listed {
  accounts(): Account[]
  list(accounts: Account[]): void
}

export function fakeSafe(sealed: () => Sealed, { accounts, list }: Listed): BackupsApi & CheckApi & Omit<EraseApi, 'anew'> {
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
  return {
    check: async () => ({ ...whole, lines: 42 }),
    backups: async () => backups,
    backUp: async () => (backups = { ...backups, made: at, checked: at, lines: 3, count: 1, late: false }),
    chooseBackups: async () => (backups = { ...backups, own: false, folder: '/media/stick' }),
    ownBackups: async () => (backups = { ...backups, own: true }),
    bin: async () => bin(),
    putIntoBin: async (ids) => {
      stopped(sealed().refuse)
      binned = [...binned, ...accounts().filter((each) => ids.includes(each.id))]
      list(accounts().filter((each) => !ids.includes(each.id)))
      return bin()
    },
    takeBack: async (ids) => {
      list([...accounts(), ...binned.filter((each) => ids.includes(each.id))])
      binned = binned.filter((each) => !ids.includes(each.id))
      return bin()
    },
    eraseNow: async (id) => {
      stopped(sealed().refuse)
      binned = binned.filter((each) => each.id !== id)
      return bin({ holding: ['/home/me/journal/backups/1.age'] })
    },
    eraseJournal: async () => {
      stopped(sealed().refuse)
      sealed().vault = 'none'
      return { elsewhere: ['/media/stick/1.age'] }
    },
  }
}
