import { editor } from '../editor/load.svelte'

/** A part of the window that the keyboard can be in; its element carries data-part. */
export type Part = 'find' | 'rail' | 'lines' | 'field' | 'aside' | 'seen' | 'timeline' | 'choose' | 'read' | 'findings' | 'pages' | 'receipt' | 'releases' | 'lanes' | 'page' | 'lessons'

/** In the order in which F6 goes through them. */
export const parts: readonly Part[] = ['rail', 'lines', 'field', 'seen', 'aside', 'timeline', 'choose', 'read', 'findings', 'pages', 'receipt', 'releases', 'lanes', 'page', 'lessons']

const element = (part: Part) => document.querySelector<HTMLElement>(`[data-part="${part}"]`)

/** What takes the keyboard within a part: what is current there, else what is first. */
function target(part: Part, root: HTMLElement): HTMLElement | null {
  if (part === 'field' || part === 'find' || (root.hasAttribute('tabindex') && part !== 'aside')) return root
  const found = (selector: string) => root.querySelector<HTMLElement>(selector)
  if (part === 'lines') return found('li[tabindex="0"]') ?? found('li:last-of-type')
  if (part === 'aside') return found('.joining input, form button, form textarea, section:not([data-part], :has([data-sensitive])) button, section:not([data-part]) input') ?? root
  if (part === 'timeline') return found('li[tabindex="0"]')
  if (part === 'choose') return found('input:enabled')
  // What is open comes first: there the person is needed.
  if (part === 'findings') return found('.open[aria-current]') ?? found('.open') ?? found('[aria-current]') ?? found('button:enabled')
  return found('[aria-current]') ?? found('[tabindex="0"], input:enabled, select, button:enabled, textarea')
}

/** Puts the keyboard into the part; false if it is not on screen, or holds nothing. */
export function focus(part: Part): boolean {
  const root = element(part)
  if (!root?.checkVisibility()) return false
  const to = target(part, root)
  to?.focus()
  return to !== null
}

/**
 * Moves to the next remark beside the lines, -1 to the one before: a question of the coach, or a stretch that may identify.
 * After the last one it begins again, unless it is not to go round; false where there is none to go to.
 */
export function nextRemark(by: 1 | -1, round = true): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('[data-coach] button:first-of-type, button[data-sensitive]')]
  const at = all.findIndex((each) => each === document.activeElement || each.closest('[data-coach]')?.contains(document.activeElement))
  const next = at < 0 && by < 0 ? all.length - 1 : at + by
  const to = all[round ? (next + all.length) % all.length : next]
  to?.focus({ focusVisible: true })
  return !!to
}

/** Moves to the next place of the document where something stands for something, from the last one to the first. */
export async function nextStand(): Promise<void> {
  const all = () => [...document.querySelectorAll<HTMLElement>('[data-stands]')]
  const here = document.activeElement
  const after = () => all().find((each) => here?.matches('[data-stands]') ? here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING : true)
  // Pages are drawn as they come into sight.
  for (const page of document.querySelectorAll<HTMLElement>('[data-page]')) {
    if (after()) break
    if (page.dataset['drawn'] !== undefined) continue
    const drawn = new Promise((done) => page.addEventListener('drawn', done, { once: true }))
    page.scrollIntoView({ block: 'start' })
    await drawn
  }
  const next = after() ?? all()[0]
  if (!next) return
  next.scrollIntoView({ block: 'center' })
  // Within a text it is text, and takes the keyboard for as long as it is looked at.
  if (!next.hasAttribute('tabindex')) {
    next.tabIndex = -1
    next.addEventListener('blur', () => next.removeAttribute('tabindex'), { once: true })
  }
  next.focus({ preventScroll: true })
}

/** Moves to the part after this one that there is. */
export function nextPart(from: number): void {
  for (let i = 1; i <= parts.length; i++) {
    const part = parts[(from + i) % parts.length]
    if (part && focus(part)) return
  }
}

/** The part that an element lies in. */
export function partOf(target: EventTarget | null): Part | undefined {
  const root = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null
  return root?.dataset['part'] as Part | undefined
}

/** Whether an element takes text. */
export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}

/** Moves from line to line, and from the last one to the field. */
export function step(by: -1 | 1): void {
  const lines = [...(element('lines')?.querySelectorAll<HTMLElement>('li[tabindex]') ?? [])]
  const at = lines.findIndex((line) => line.contains(document.activeElement))
  const next = at < 0 ? (by < 0 ? lines.length - 1 : lines.length) : at + by
  if (next >= lines.length) focus('field')
  else lines[Math.max(next, 0)]?.focus()
}

/** The element that text is typed into, in the field or among the lines. */
function typed(): HTMLElement | null {
  const at = document.activeElement
  return at instanceof HTMLElement && (at instanceof HTMLTextAreaElement || at.isContentEditable) ? at : element('field')
}

/** The selection in what is being typed, counted from its end. */
export function selection(): { from: number; to: number } {
  const at = typed()
  if (at instanceof HTMLTextAreaElement)
    return { from: at.value.length - at.selectionStart, to: at.value.length - at.selectionEnd }
  return (at && editor()?.selection(at)) ?? { from: 0, to: 0 }
}

/** Puts the selection back. */
export function select(selection: { from: number; to: number }): void {
  const at = typed()
  if (at instanceof HTMLTextAreaElement) {
    const { length } = at.value
    at.setSelectionRange(Math.max(length - selection.from, 0), Math.max(length - selection.to, 0))
  } else if (at) editor()?.select(at, selection)
}
