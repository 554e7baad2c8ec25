import type { Filter, Wrong } from '../../api'

/** One thing that can be put into a query, and where: what stands from one place to the other gives way to it. */
export interface Offer {
  readonly name: string
  readonly put: string
  readonly from: number
  readonly to: number
}

/** What can come next at the end of a query: the values of a filter, or the filters that begin so. */
export function offers(query: string, filters: readonly Filter[], wrong: Wrong): Offer[] {
  if (wrong.filter) {
    if (!wrong.unfinished || wrong.at.to !== query.length) return []
    return wrong.takes.map((name) => ({ name, put: `${quoted(name)} `, ...wrong.at }))
  }
  const [, before = '', typed = ''] = /^(.*?(?:^|\s)-?)([a-z]{2,})$/is.exec(query) ?? []
  return filters
    .filter(({ name }) => typed && name.startsWith(typed.toLowerCase()))
    .map(({ name }) => ({ name: `${name}:`, put: `${name}:`, from: before.length, to: query.length }))
}

/** The query with the offer in its place. */
export const taken = (query: string, { put, from, to }: Offer): string => query.slice(0, from) + put + query.slice(to)

/** The query with a filter begun at its end. */
export const begun = (query: string, filter: string): string => `${query.trimEnd()}${query.trim() ? ' ' : ''}${filter}:`

const quoted = (value: string) => (value.includes(' ') ? `"${value}"` : value)
