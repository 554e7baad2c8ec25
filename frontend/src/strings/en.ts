// Every word the window says, in English; it decides what a translation has to have.
import type { Code } from '../api'

/** 1 line, 2 lines. */
const lines = (n: number) => (n === 1 ? '1 line' : `${n} lines`)

export const en = {
  name: 'Firsthand',
  unlock: {
    title: 'Your journal is sealed',
    promise: 'What you wrote is on this computer, sealed. Nobody else can read it unless you share it.',
    passphrase: 'Passphrase',
    open: 'Unlock',
    opening: 'Unlocking…',
    without: 'Write without unlocking',
  },
  locked: {
    title: 'Writing without unlocking',
    note: 'Each line is sealed at once and waits inside. It joins your journal when you unlock it.',
    unlock: 'Unlock',
  },
  journal: {
    accounts: 'Accounts',
    none: 'Nothing written yet.',
    empty: 'Write one line. It gets the time by itself.',
    lines: 'Lines',
    untitled: 'No words yet',
    newAccount: 'New account',
    count: lines,
    day: { today: 'Today', yesterday: 'Yesterday' },
    about: (time: string) => `about ${time}`,
    /** A line as a screen reader says it. */
    sentence: (time: string, kind: string, text: string) => [time, kind, text].filter(Boolean).join(', '),
    whileLocked: 'written while locked',
    unsecured: 'No passphrase yet: whoever can use this login can read this journal.',
  },
  field: {
    label: 'New line',
    ask: 'What are you seeing?',
    hint: 'Enter keeps the line · Shift+Enter breaks it',
  },
  status: {
    kept: (time: string) => `Kept ${time}`,
    waiting: 'Not kept yet',
    failed: (why: string) => `Not kept: ${why} Your text is still here.`,
    again: 'Try again',
  },
  enough: {
    label: 'Enough for now',
    kept: (n: number, since: string) => `Kept. ${lines(n)} since ${since}.`,
    private: 'Nothing has been shared.',
    sleep: 'Sleep.',
    back: 'Back to the journal',
  },
  kinds: {
    action: 'action',
    effect: 'effect',
    expectation: 'expectation',
    assumption: 'assumption',
    understanding: 'understanding',
    decision: 'decision',
    condition: 'condition',
    reaction: 'reaction',
    learning: 'learning',
    idea: 'idea',
    note: 'note',
  },
  commands: {
    keep: 'Keep the line',
    new: 'New line',
    again: 'Keep now',
    previous: 'Previous line',
    next: 'Next line',
    part: 'Next part of the window',
    accounts: 'Show or hide the accounts',
  },
  /** By the code of a refusal: what happened, what is safe, what to do. They follow "Not kept:" or stand alone. */
  refusals: {
    passphrase: 'that is not it. Nothing is lost; try again.',
    locked: 'the journal is locked. Unlock it, then try again.',
    busy: 'another copy of Firsthand has the journal open. Close it, then try again.',
    damaged: 'the journal is damaged. What can be read of it can be exported.',
    newer: 'the journal was written by a newer Firsthand. It is unharmed; open it with that one.',
    nokey:
      'the journal opens with a key kept on the computer it was made on, and that key is not here. Nothing is lost; put the key back, or open the journal there.',
    full: 'the disk is full. Free some space, then try again.',
    readonly: 'the journal’s folder cannot be written to.',
    folder: 'that file or folder cannot be used. Choose another one.',
    exists: 'a file of that name is there already and was left alone. Choose another name.',
    made: 'the journal has a passphrase already. Nothing was changed.',
    inbox: 'too many lines wait to be taken in. Open the journal once, then try again.',
    stale: 'the line has changed in the meantime. Nothing was overwritten.',
    missing: 'that is not in the journal.',
    empty: 'there is no text to keep.',
    long: 'that is too long for one line. Split it, then keep the parts.',
    nottext: 'that is not text.',
    when: 'that is not a time that can be read. “03:42” or “yesterday 23:10” are.',
    notime: 'nobody said when that line was. Choose a line that has a time.',
    withheld: 'a background line is never quoted. Make it private first.',
    secret: 'a secret never leaves.',
    label: 'a label needs a word.',
    mark: 'there is nothing to mark there.',
    names: 'the list cannot be read. Write “kind: name, other form”, one thing a line.',
    gone: 'something has changed since these pages were made. Nothing was saved; make them again.',
    weak: 'that passphrase is easy to guess. Six words drawn by lot would do.',
    norecovery: 'that is no recovery key. Nothing was saved.',
    internal: 'something went wrong inside Firsthand. What was kept is safe.',
  } satisfies Record<Code, string> as Record<Code, string>,
}

/** What every language has to say. */
export type Strings = typeof en
