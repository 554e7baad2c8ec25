import { matches } from '../text'

/** What a person reads of an element, and looks for there: not the hundreds of names in a long list. */
function told(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const long of copy.querySelectorAll('pre, select[data-long]')) long.remove()
  return copy.textContent
}

/**
 * Leaves on the page of settings what has every word of the query, and says how many sections that are. A section whose
 * heading, or whose text outside its rows, has them stays whole; of another one only the rows stay that have them.
 */
export function sift(page: Element, query: string): number {
  let left = 0
  for (const section of page.querySelectorAll<HTMLElement>('section')) {
    const rows = [...section.querySelectorAll<HTMLElement>('[data-row]')]
    const rest = section.cloneNode(true) as Element
    for (const row of rest.querySelectorAll('[data-row]')) row.remove()
    const whole = matches(told(rest), query)
    for (const row of rows) row.hidden = !whole && !matches(told(row), query)
    section.hidden = !whole && rows.every((row) => row.hidden)
    if (!section.hidden) left++
  }
  return left
}
