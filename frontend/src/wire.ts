// Made from package app; renew it by: make wire

export interface Account {
  id: string
  title: string
  state: 'open' | 'told' | 'released' | 'kept'
  zone: string
  told: boolean
  day: string
  started: string
  ended: string
  first: string
  lines: number
}

export interface Entry {
  id: string
  account: string
  text: string
  kind: '' | 'action' | 'effect' | 'expectation' | 'assumption' | 'understanding' | 'decision' | 'condition' | 'reaction' | 'learning' | 'idea' | 'note'
  at: string
  typed: string
  sure: '' | 'exact' | 'approximate' | 'doubtful'
  zone: string
  share: 'private' | 'background' | 'share'
  recorded: string
  locked: boolean
  revision: number
}

export interface Kept {
  account: Account
  entry: Entry
}

export interface Start {
  vault: 'none' | 'locked' | 'open'
  secured: boolean
  version: string
  nonce: string
}

export interface Line {
  id: string
  account: string
  text: string
}

export interface Opened {
  account: Account
  entries: Entry[]
}

/** What Go refuses with. */
export const codes = [
  'passphrase',
  'locked',
  'busy',
  'damaged',
  'newer',
  'full',
  'readonly',
  'stale',
  'missing',
  'empty',
  'long',
  'nottext',
  'internal',
] as const
export type Code = (typeof codes)[number]

/** The bound methods, as Wails puts them at window.go.app. */
export interface Bound {
  Journal: {
    Accounts(): Promise<Account[]>
    Amend(arg1: string, arg2: number, arg3: string): Promise<Kept>
    Begin(): Promise<Start>
    Drop(arg1: Line): Promise<string>
    Open(arg1: string): Promise<Opened>
    Record(arg1: Line): Promise<Kept>
    Remove(arg1: string): Promise<Kept>
    Restore(arg1: string): Promise<Kept>
    Start(): Promise<Start>
    Tell(arg1: string): Promise<Opened>
    Unlock(arg1: string): Promise<Start>
  }
  Window: {
    Flushed(arg1: boolean): Promise<void>
    Painted(arg1: number): Promise<void>
  }
}
