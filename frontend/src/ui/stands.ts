// Where a finished document says something in the place of something else.
import type { Stand } from '../api'

/** A stretch of a text, in UTF-16 units; what stands there says so. */
export interface Standing {
  readonly from: number
  readonly to: number
  readonly stand?: Stand
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+')

/** A text in stretches; together they are the whole. Of two that could stand at one place it is the longer one. */
export function standing(text: string, stands: readonly Stand[]): Standing[] {
  const by = new Map(stands.map((each) => [each.text.replace(/\s+/g, ' '), each]))
  const forms = [...by.keys()].toSorted((a, b) => b.length - a.length)
  if (!forms.length || !text) return text ? [{ from: 0, to: text.length }] : []
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.map(quoted).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const out: Standing[] = []
  let at = 0
  for (const { 0: is, index } of text.matchAll(found)) {
    const stand = by.get(is.replace(/\s+/g, ' '))
    if (!stand) continue
    if (at < index) out.push({ from: at, to: index })
    at = index + is.length
    out.push({ from: index, to: at, stand })
  }
  if (at < text.length) out.push({ from: at, to: text.length })
  return out
}

/** The time beside a line is counted, and stands for nothing. */
export const isClock = (text: string): boolean => /^\s*(?:\d+\s*·?\s*)?(?:about\s+)?T[+-]\d+:\d\d\s*$/.test(text)
