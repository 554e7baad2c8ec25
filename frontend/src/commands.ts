// Every command of the window, once. Keyboard, buttons, and later palette and help read this list.
import { keyOf } from './keys'
import type { Desk } from './state/desk.svelte'
import type { Strings } from './strings/index.svelte'

/** What a person can ask the window to do. */
export interface Command {
  readonly id: string
  readonly label: (words: Strings) => string
  /** As keys.ts writes them. No two commands share one. */
  readonly keys: readonly string[]
  /** Whether it can be done now. A key whose command cannot be done is left to the page. */
  readonly when: (desk: Desk) => boolean
  readonly run: (desk: Desk) => void | Promise<void>
}

const writing = (desk: Desk) => desk.screen === 'journal' || desk.screen === 'locked'

export const commands: readonly Command[] = [
  {
    id: 'line.keep',
    label: (words) => words.commands.keep,
    keys: ['Enter'],
    when: (desk) => writing(desk) && desk.focused === 'field',
    run: (desk) => desk.keep(),
  },
  {
    id: 'line.new',
    label: (words) => words.commands.new,
    keys: ['Mod+N'],
    when: () => true,
    run: (desk) => desk.write(),
  },
  {
    id: 'line.again',
    label: (words) => words.commands.again,
    keys: ['Mod+S'],
    when: writing,
    run: (desk) => desk.keepAll(),
  },
  {
    id: 'account.enough',
    label: (words) => words.enough.label,
    keys: ['Mod+Enter'],
    when: writing,
    run: (desk) => desk.enough(),
  },
  {
    id: 'line.previous',
    label: (words) => words.commands.previous,
    keys: ['Alt+ArrowUp'],
    when: writing,
    run: (desk) => desk.step(-1),
  },
  {
    id: 'line.next',
    label: (words) => words.commands.next,
    keys: ['Alt+ArrowDown'],
    when: writing,
    run: (desk) => desk.step(1),
  },
  {
    id: 'window.part',
    label: (words) => words.commands.part,
    keys: ['F6'],
    when: writing,
    run: (desk) => desk.nextPart(),
  },
  {
    id: 'window.accounts',
    label: (words) => words.commands.accounts,
    keys: ['Mod+B'],
    when: (desk) => desk.screen === 'journal',
    run: (desk) => desk.toggleRail(),
  },
]

/** The command with this id; an unknown id is a mistake in the program. */
export function command(id: string): Command {
  const found = commands.find((each) => each.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}

/** Runs the command of the key that was pressed; the event is then spent. */
export function press(desk: Desk, event: KeyboardEvent): void {
  // While an input method composes, its keys are its own.
  if (event.isComposing || event.defaultPrevented) return
  const key = keyOf(event)
  const found = commands.find((each) => each.keys.includes(key))
  if (!found?.when(desk)) return
  event.preventDefault()
  void found.run(desk)
}
