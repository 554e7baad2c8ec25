// All that the window asks of Go. Nothing else in the frontend knows how the two are joined.
import { codes, type Account, type Bound, type Code, type Kept, type Line, type Opened, type Start } from './wire'

export type { Account, Code, Entry, Kept, Line, Opened, Start } from './wire'

declare global {
  interface Window {
    go: { app: Bound }
    runtime: { EventsOn(name: string, heard: () => void): () => void }
  }
}

/** A refusal by Go. The code is for the program and its translations; the message is a sentence in English. */
export class Refused extends Error {
  readonly code: Code

  constructor(code: Code, message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
  }
}

/** Turns what a bound call was rejected with into a Refused: Go sends `{"code","message"}` as a string. */
export function refused(reason: unknown): Refused {
  if (reason instanceof Refused) return reason
  const text = reason instanceof Error ? reason.message : String(reason)
  try {
    const { code, message } = JSON.parse(text) as Record<string, unknown>
    const known = codes.find((each) => each === code)
    if (known) return new Refused(known, String(message))
  } catch {
    // Not ours: the call did not get as far as Go.
  }
  return new Refused('internal', text)
}

async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (reason) {
    throw refused(reason)
  }
}

const journal = () => window.go.app.Journal
const desktop = () => window.go.app.Window

/** How things stand as the window opens. */
export const start = (): Promise<Start> => ask(() => journal().Start())
/** Opens the sealed journal; refused with `passphrase` if that is not it. */
export const unlock = (passphrase: string): Promise<Start> => ask(() => journal().Unlock(passphrase))
/** Opens a journal that needs no passphrase yet, and makes one where there is none. */
export const begin = (): Promise<Start> => ask(() => journal().Begin())
/** Seals a line that waits inside until the journal is unlocked; returns when it was recorded. Needs no key. */
export const drop = (line: Line): Promise<string> => ask(() => journal().Drop(line))
/** Every account, newest first. */
export const accounts = (): Promise<Account[]> => ask(() => journal().Accounts())
/** One account and its lines, in order of time. */
export const open = (account: string): Promise<Opened> => ask(() => journal().Open(account))
/** Keeps a line. Trying again with the same line cannot keep it twice. */
export const record = (line: Line): Promise<Kept> => ask(() => journal().Record(line))
/** Keeps a new text for an entry; refused with `stale` if it is not at this revision. */
export const amend = (entry: string, revision: number, text: string): Promise<Kept> =>
  ask(() => journal().Amend(entry, revision, text))
/** Takes an entry out of its account. It can be restored for ever. */
export const remove = (entry: string): Promise<Kept> => ask(() => journal().Remove(entry))
/** Puts a removed entry back. */
export const restore = (entry: string): Promise<Kept> => ask(() => journal().Restore(entry))
/** "Enough for now": the account as it stands becomes its first telling. */
export const tell = (account: string): Promise<Opened> => ask(() => journal().Tell(account))

/** Says that the first content is on screen, in milliseconds since the page began. */
export const painted = (after: number): Promise<void> => ask(() => desktop().Painted(after))
/** Calls save before the window closes and tells Go whether everything is kept. */
export function onFlush(save: () => Promise<boolean>): void {
  window.runtime.EventsOn('flush', () => {
    void save()
      .catch(() => false)
      .then((saved) => ask(() => desktop().Flushed(saved)))
  })
}
