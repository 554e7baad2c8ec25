// Was das Fenster über das Blatt für die Besprechung sagt, auf Deutsch.
import { counting } from './count'
import type { SheetWords } from './sheet.en'

const count = counting('de')

export const de: SheetWords = {
  why: 'Eine Seite, von der du sprichst, laut drei Minuten.',
  choose: 'Wendepunkte',
  chooseHint: 'Höchstens drei der Zeilen, die du teilen willst.',
  none: 'Noch ist keine Zeile zum Teilen gewählt. Hak in der Durchsicht welche an, oder kennzeichne Wendepunkte.',
  ask: 'Fragt mich nach',
  askHint: 'Worüber du gern mehr sagst.',
  rather: 'Darauf möchte ich nicht eingehen',
  ratherHint: 'Es zu nennen genügt.',
  read: 'Zum Sprechen',
  points: 'Wendepunkte',
  empty: 'Was du wählst und schreibst, steht hier, groß genug zum Ablesen.',
  aloud: (words, seconds) =>
    `${count(words, 'Wort', 'Wörter')}, laut ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.`,
  cut: (n) => `Für drei Minuten ${count(n, 'Wort', 'Wörter')} kürzen.`,
  overfull: (n) => `Es passt nicht auf eine Seite. Kürz um etwa ${count(n, 'Wort', 'Wörter')}.`,
  undecided: 'Zu entscheiden, bevor es hinausgeht',
  hide: 'Verbergen',
  keep: 'Behalten',
  save: 'Die Seite speichern …',
  saveMarkdown: 'Als Markdown speichern …',
  saved: (path) => `Gespeichert in ${path}. Firsthand hat nichts verschickt.`,
}
