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
    full: 'the disk is full. Free some space, then try again.',
    readonly: 'the journal’s folder cannot be written to.',
    stale: 'the line has changed in the meantime. Nothing was overwritten.',
    missing: 'that is not in the journal.',
    empty: 'there is no text to keep.',
    long: 'that is too long for one line. Split it, then keep the parts.',
    nottext: 'that is not text.',
    internal: 'something went wrong inside Firsthand. What was kept is safe.',
  } satisfies Record<Code, string> as Record<Code, string>,
}

/** What every language has to say. */
export type Strings = typeof en
