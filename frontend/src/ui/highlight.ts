import type { Sensitive } from '../api'

/** Marks stretches of the lines under an element, by the CSS highlight "sensitive"; a line's own text stays as it is. */
export function highlight(root: HTMLElement | undefined, of: (entry: string) => readonly Sensitive[]): void {
  if (!('highlights' in CSS)) return
  const ranges: Range[] = []
  for (const line of root?.querySelectorAll<HTMLElement>('[data-entry]') ?? []) {
    const stretches = of(line.dataset['entry'] ?? '')
    const text = stretches.length ? textOf(line.querySelector('.text')) : undefined
    if (!text) continue
    for (const { from, to } of stretches) {
      if (to > text.length) continue // the rest of a long line is not shown
      const range = new Range()
      range.setStart(text, from)
      range.setEnd(text, to)
      ranges.push(range)
    }
  }
  if (ranges.length) CSS.highlights.set('sensitive', new Highlight(...ranges))
  else CSS.highlights.delete('sensitive')
}

/** The first text under an element: that of its line, which comes before everything that can be pressed there. */
function textOf(element: Element | null): Text | undefined {
  const found = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = found?.nextNode(); node; node = found?.nextNode()) if (node instanceof Text && node.data.trim()) return node
  return undefined
}
