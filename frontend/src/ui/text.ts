/** The beginning of a long text, for a name. Whole characters stay whole. */
export function shorten(text: string, most = 300): string {
  if (text.length <= most) return text
  return [...text.slice(0, most)].slice(0, -1).join('') + '…'
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
