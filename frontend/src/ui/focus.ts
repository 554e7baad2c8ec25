/** A part of the window that the keyboard can be in; its element carries data-part. */
export type Part = 'rail' | 'lines' | 'field'

const element = (part: Part) => document.querySelector<HTMLElement>(`[data-part="${part}"]`)

/** Puts the keyboard into the part; false if it is not on screen, or holds nothing. */
export function focus(part: Part): boolean {
  const root = element(part)
  if (!root?.checkVisibility()) return false
  const target =
    part === 'field'
      ? root
      : part === 'rail'
        ? (root.querySelector<HTMLElement>('[aria-current]') ?? root.querySelector<HTMLElement>('button'))
        : root.querySelector<HTMLElement>('li:last-of-type')
  target?.focus()
  return target !== null
}

/** The part that an element lies in. */
export function partOf(target: EventTarget | null): Part | undefined {
  const root = target instanceof Element ? target.closest<HTMLElement>('[data-part]') : null
  return root?.dataset['part'] as Part | undefined
}

/** Moves from line to line, and from the last one to the field. */
export function step(by: -1 | 1): void {
  const lines = [...(element('lines')?.querySelectorAll<HTMLElement>('li[tabindex]') ?? [])]
  const at = lines.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? (by < 0 ? lines.length - 1 : lines.length) : at + by
  if (next >= lines.length) focus('field')
  else lines[Math.max(next, 0)]?.focus()
}
