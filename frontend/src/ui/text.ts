/** The beginning of a long text, for a name. Whole characters stay whole. */
export function shorten(text: string, most = 300): string {
  if (text.length <= most) return text
  return [...text.slice(0, most)].slice(0, -1).join('') + '…'
}

/** What is shown of a long text, in lines and in UTF-16 units. */
const [mostLines, mostUnits] = [24, 2000]

/** As much of a text as is shown at once; a little more of it is shown too. Whole characters stay whole. */
export function beginning(text: string): string {
  const few = text.slice(0, 2 * mostUnits).split('\n')
  if (text.length <= 1.25 * mostUnits && few.length <= 1.25 * mostLines) return text
  return few.slice(0, mostLines).join('\n').slice(0, mostUnits).replace(/[\uD800-\uDBFF]$/, '')
}

/** How much text it is, as a person reads it: "5.1 MB". */
export function size(text: string, locale: string): string {
  const [n, unit] = text.length < 1e6 ? [text.length / 1e3, 'kilobyte'] : [text.length / 1e6, 'megabyte']
  return n.toLocaleString(locale, { style: 'unit', unit, maximumSignificantDigits: 2 })
}

/** Whether the text came from a terminal: runs of spaces or tabs inside more than one of its first lines. */
export function inColumns(text: string): boolean {
  const lines = text.slice(0, 4000).split('\n')
  return lines.filter((line) => /\S {3,}\S|\t/.test(line)).length > 1
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word of the query stands in the text, whatever the case and the accents. */
export function matches(text: string, query: string): boolean {
  const within = folded(text)
  return folded(query)
    .split(/\s+/)
    .every((word) => within.includes(word))
}

/** A piece of a text; found where a search met its words. */
export interface Piece {
  readonly text: string
  readonly found: boolean
}

/** A part of the text from shortly before the first mark, cut into what was found and what stands between. */
export function excerpt(text: string, marks: readonly { from: number; to: number }[], most = 160): Piece[] {
  const before = 24
  const first = marks[0]?.from ?? 0
  // From a word's beginning, so that no word and no character is broken.
  const from = first <= before * 2 ? 0 : first - (/\s(.*)$/s.exec(text.slice(first - before, first))?.[1]?.length ?? 0)
  const end = Math.min(from + most, text.length)
  const pieces: Piece[] = []
  const add = (piece: string, found: boolean) => piece && pieces.push({ text: piece, found })
  if (from) add('… ', false)
  let at = from
  for (const mark of marks) {
    if (mark.from < at || mark.to > end) continue
    add(text.slice(at, mark.from), false)
    add(text.slice(mark.from, mark.to), true)
    at = mark.to
  }
  add(text.slice(at, end).replace(/[\uD800-\uDBFF]$/, ''), false)
  if (end < text.length) add('…', false)
  return pieces
}
