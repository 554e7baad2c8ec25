// What the window says of the meeting sheet, in English: loaded with the screen.
import { counting } from './count'

const count = counting('en')

export const en = {
  why: 'One page to speak from, three minutes aloud.',
  choose: 'Turning points',
  chooseHint: 'Three at most, of the lines you chose to share.',
  none: 'No line is chosen to be shared yet. Tick some in the review, or mark turning points.',
  ask: 'Ask me about',
  askHint: 'What you would gladly say more of.',
  rather: 'I would rather not go into',
  ratherHint: 'It is enough to name it.',
  read: 'To speak from',
  points: 'Turning points',
  empty: 'What you choose and write stands here, in letters to read from.',
  aloud: (words: number, seconds: number) =>
    `${count(words, 'word', 'words')}, ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} aloud.`,
  cut: (n: number) => `For three minutes cut ${count(n, 'word', 'words')}.`,
  overfull: (n: number) => `It does not fit on one page. Cut about ${count(n, 'word', 'words')}.`,
  undecided: 'Still to be decided before it leaves',
  hide: 'Hide',
  keep: 'Keep',
  save: 'Save the page…',
  saveMarkdown: 'Save as Markdown…',
  saved: (path: string) => `Saved to ${path}. Firsthand sent nothing anywhere.`,
}

/** What every language has to say of the meeting sheet. */
export type SheetWords = typeof en
