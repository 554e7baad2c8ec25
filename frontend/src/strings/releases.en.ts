// What the window says of what has left, in English: loaded with the screens that need it.
import { counting } from './count'

const count = counting('en')
const lines = (n: number) => count(n, 'line', 'lines')

export const en = {
  title: 'Releases',
  why: 'What has left of this account. Every release is kept as it was.',
  none: 'Nothing of this account has left.',
  list: 'What has left',
  whose: (audience: string) => audience || 'nobody was named',
  item: (when: string, audience: string, profile: string, n: number, became: string) =>
    [when, audience ? `for ${audience}` : '', profile, lines(n), became].filter(Boolean).join(', '),
  lines,
  withdrawn: (when: string) => `withdrawn ${when}`,
  superseded: 'superseded',
  profiles: { named: 'named', role: 'by role', generalised: 'generalised' },
  formats: { pdf: 'PDF', md: 'Markdown', json: 'JSON' } as Record<string, string>,
  facts: 'The record',
  left: 'Left',
  as: (when: string, formats: string) => `${when}, as ${formats}`,
  audience: 'For',
  profile: 'Shows',
  checksums: 'SHA-256 of the files',
  takes: 'Takes the place of',
  takesNone: 'none',
  takenBy: (when: string) => `The one of ${when} takes its place. Both are kept.`,
  read: 'The lines as they read',
  things: 'What became of what was found',
  thing: (name: string, to: string) => `${name} → ${to}`,
  secret: 'a secret',
  stays: 'stayed',
  taken: 'taken out',
  pages: 'The pages as they left',
  notKept: 'Only the record is kept: this was made before copies were.',
  savePdf: 'Save the PDF again…',
  saveMarkdown: 'Save the Markdown again…',
  saveJson: 'Save the JSON again…',
  saved: (path: string) => `Saved to ${path}, byte for byte as it left.`,
  recognised: (name: string, when: string, audience: string, exact: boolean) =>
    `${name} is the release of ${when}${audience ? ` for ${audience}` : ''}${exact ? ', byte for byte.' : ', but for line ends and blanks.'}`,
  elsewhere: 'It is of another account.',
  unknown: (name: string) => `${name} is no release of this journal, or was changed since.`,
  withdraw: 'Withdraw…',
  withdrawTitle: 'Withdraw this release?',
  truth: 'Copies that others have cannot be recalled: Firsthand reaches nobody. The record stays, marked. You can tell them:',
  withdrawDo: 'Mark it as withdrawn',
  back: 'It is not withdrawn after all',
  tell: 'What to tell those who have it',
  letter: (sums: readonly string[], replaced: boolean) =>
    [
      'I withdraw the account that I gave you. I ask you to delete your copies of it, and neither to pass it on nor to quote from it.',
      ...(replaced ? ['A later one takes its place.'] : []),
      'These are the SHA-256 checksums of its files:',
      ...sums,
    ].join('\n'),
  copyLetter: 'Copy these words',
  copied: 'They are on the clipboard, where other programs can read them.',
  beside: 'Beside earlier releases',
  besideHint: 'What somebody can tell who holds both.',
  besideOne: (when: string, audience: string) => `With the one of ${when}${audience ? ` for ${audience}` : ''}`,
  same: 'The same document.',
  unknownText: (n: number) => `${lines(n)} in both. How they read there was not kept.`,
  noLine: 'No line in common.',
  common: (n: number, apart: number, figures: readonly string[]) =>
    [
      n === 1 ? '1 line is the same' : `${n} lines are the same`,
      apart ? `${apart} as far apart in time` : '',
      figures.length ? `${figures.length === 1 ? 'the figure' : 'the figures'} ${figures.slice(0, 6).join(', ')}${figures.length > 6 ? ` and ${figures.length - 6} more` : ''}` : '',
    ]
      .filter(Boolean)
      .join('; ') + '.',
  unmasks: (label: string, name: string, n: number) => `${label || 'What is withheld'} there is ${name} here, in ${lines(n)}.`,
  told: (label: string, name: string, n: number) => `${label || 'What is withheld'} here is ${name} there, in ${lines(n)}: it was told already.`,
  joined: (before: string, label: string) => `${before} there and ${label} here are seen to be one.`,
  unmasksWarn: 'This release takes the mask off an earlier one.',
  place: (when: string, audience: string) => `It takes the place of the one of ${when} for ${audience}`,
  placeHint: 'Both are kept; the document does not say so.',
}

/** What every language has to say of what has left. */
export type ReleaseWords = typeof en
