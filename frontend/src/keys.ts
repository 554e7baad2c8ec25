// Keys are written as in the help: modifiers first, in the order Mod, Alt, Shift, then KeyboardEvent.key.
// Mod is Ctrl, and Command on macOS.

const mac = navigator.platform.startsWith('Mac')

/** The key of an event as the command table writes it, such as "Mod+Shift+A" or "Alt+ArrowUp". */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  // Where a sign lies differs by keyboard: "/" needs Shift on some.
  const sign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  const modifiers = [
    (mac ? event.metaKey : event.ctrlKey) && 'Mod',
    event.altKey && 'Alt',
    event.shiftKey && !sign && 'Shift',
  ].filter(Boolean)
  return [...modifiers, key].join('+')
}

const signs: Record<string, string> = {
  Mod: mac ? '⌘' : 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
}

/** A key as a person reads it: "Ctrl+N", "Alt+↑". */
export function readable(key: string): string {
  return key
    .split('+')
    .map((part) => signs[part] ?? part)
    .join('+')
}

/** Whether the event types a character, so that it belongs into the writing field. */
export function types(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
}
