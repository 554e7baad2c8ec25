// Was das Fenster über das sagt, was hinausging, auf Deutsch.
import { counting } from './count'
import type { ReleaseWords } from './releases.en'

const count = counting('de')
const lines = (n: number) => count(n, 'Zeile', 'Zeilen')
const inLines = (n: number) => (n === 1 ? 'in 1 Zeile' : `in ${n} Zeilen`)

export const de: ReleaseWords = {
  title: 'Freigaben',
  why: 'Was von diesem Bericht hinausging. Jede Freigabe bleibt, wie sie war.',
  none: 'Von diesem Bericht ging nichts hinaus.',
  list: 'Was hinausging',
  whose: (audience) => audience || 'niemand genannt',
  item: (when, audience, profile, n, became) =>
    [when, audience ? `für ${audience}` : '', profile, lines(n), became].filter(Boolean).join(', '),
  lines,
  withdrawn: (when) => `zurückgezogen ${when}`,
  superseded: 'abgelöst',
  profiles: { named: 'mit Namen', role: 'nach Rolle', generalised: 'verallgemeinert' },
  formats: { pdf: 'PDF', md: 'Markdown', json: 'JSON' },
  facts: 'Der Eintrag',
  left: 'Hinaus',
  as: (when, formats) => `${when}, als ${formats}`,
  audience: 'Für',
  profile: 'Zeigt',
  checksums: 'SHA-256 der Dateien',
  takes: 'Löst ab',
  takesNone: 'keine',
  takenBy: (when) => `Die vom ${when} löst sie ab. Beide bleiben.`,
  read: 'Die Zeilen, wie sie zu lesen waren',
  things: 'Was aus dem Gefundenen wurde',
  thing: (name, to) => `${name} → ${to}`,
  secret: 'ein Geheimnis',
  stays: 'blieb',
  taken: 'herausgenommen',
  pages: 'Die Seiten, wie sie hinausgingen',
  notKept: 'Nur der Eintrag ist da: Sie entstand, bevor Kopien aufgehoben wurden.',
  savePdf: 'Das PDF noch einmal speichern …',
  saveMarkdown: 'Das Markdown noch einmal speichern …',
  saveJson: 'Das JSON noch einmal speichern …',
  saved: (path) => `Gespeichert in ${path}, Byte für Byte, wie es hinausging.`,
  recognised: (name, when, audience, exact) =>
    `${name} ist die Freigabe vom ${when}${audience ? ` für ${audience}` : ''}${exact ? ', Byte für Byte.' : ', bis auf Zeilenenden und Leerzeichen.'}`,
  elsewhere: 'Sie gehört zu einem anderen Bericht.',
  unknown: (name) => `${name} ist keine Freigabe dieses Tagebuchs oder wurde seither geändert.`,
  withdraw: 'Zurückziehen …',
  withdrawTitle: 'Diese Freigabe zurückziehen?',
  truth:
    'Kopien, die andere haben, lassen sich nicht zurückholen: Firsthand erreicht niemanden. Der Eintrag bleibt, gekennzeichnet. Du kannst ihnen sagen:',
  withdrawDo: 'Als zurückgezogen kennzeichnen',
  back: 'Sie ist doch nicht zurückgezogen',
  tell: 'Was du denen sagst, die sie haben',
  letter: (sums, replaced) =>
    [
      'Ich ziehe den Bericht zurück, den ich euch gegeben habe. Löscht bitte eure Kopien, gebt ihn nicht weiter und zitiert nicht aus ihm.',
      ...(replaced ? ['Ein späterer tritt an seine Stelle.'] : []),
      'Das sind die SHA-256-Prüfsummen seiner Dateien:',
      ...sums,
    ].join('\n'),
  copyLetter: 'Diese Worte kopieren',
  copied: 'Sie liegen in der Zwischenablage, wo andere Programme sie lesen können.',
  beside: 'Neben früheren Freigaben',
  besideHint: 'Was erfährt, wer beide hat.',
  besideOne: (when, audience) => `Mit der vom ${when}${audience ? ` für ${audience}` : ''}`,
  same: 'Dasselbe Dokument.',
  unknownText: (n) => `${lines(n)} in beiden. Wie sie dort zu lesen waren, ist nicht aufgehoben.`,
  noLine: 'Keine Zeile gemeinsam.',
  common: (n, apart, figures) =>
    [
      n === 1 ? '1 Zeile ist dieselbe' : `${n} Zeilen sind dieselben`,
      apart ? `${apart} zeitlich gleich weit auseinander` : '',
      figures.length ? `${figures.length === 1 ? 'die Zahl' : 'die Zahlen'} ${figures.slice(0, 6).join(', ')}${figures.length > 6 ? ` und ${figures.length - 6} weitere` : ''}` : '',
    ]
      .filter(Boolean)
      .join('; ') + '.',
  unmasks: (label, name, n) => `${label || 'Das Herausgenommene'} dort ist hier ${name}, ${inLines(n)}.`,
  told: (label, name, n) => `${label || 'Das Herausgenommene'} hier ist dort ${name}, ${inLines(n)}: Es ist schon gesagt.`,
  joined: (before, label) => `${before} dort und ${label} hier sind als eins zu erkennen.`,
  unmasksWarn: 'Diese Freigabe deckt auf, was eine frühere verbirgt.',
  place: (when, audience) => `Sie löst die vom ${when} für ${audience} ab`,
  placeHint: 'Beide bleiben; das Dokument sagt nichts davon.',
}
