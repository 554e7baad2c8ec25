// Every command of the window, once. Keyboard, buttons, palette and help read this list.
import type { Kind, Lesson } from './api'
import { keyOf } from './keys'
import type { Desk } from './state/desk.svelte'
import { words as strings, type Strings } from './strings/index.svelte'
import { nextStand, type Part } from './ui/focus'

/** What a person can ask the window to do. */
export interface Command {
  readonly id: string
  readonly label: (words: Strings) => string
  /**
   * As keys.ts writes them. Two commands share one only if each is for another part of the window. What is done once in
   * a long while has none: the palette has every command.
   */
  readonly keys: readonly string[]
  /** The part that has to have the keyboard; none for anywhere. */
  readonly part?: Part
  /** Whether it can be done now. A key whose command cannot be done is left to the page. */
  readonly when: (desk: Desk) => boolean
  readonly run: (desk: Desk) => void | Promise<unknown>
}

const writing = (desk: Desk) => desk.screen === 'journal' || desk.screen === 'locked' || desk.screen === 'recall'
const byDay = (desk: Desk) => desk.screen === 'journal' && !desk.night.is
const onTimeline = (desk: Desk) => desk.screen === 'timeline' && !!desk.line && !!desk.journal.entry(desk.line)
/** An expectation has the keyboard, or had it last. */
const expects = (desk: Desk) =>
  (byDay(desk) || desk.screen === 'timeline') && desk.journal.entry(desk.line)?.kind === 'expectation'
const onLine = (desk: Desk) => desk.screen === 'journal' && !!desk.line && !desk.asking
const finding = (desk: Desk) => desk.screen === 'review' && !!desk.review.current
const question = (desk: Desk) => desk.screen === 'review' && !!desk.review.question
/** Several accounts stand side by side. */
const comparable = (desk: Desk) => desk.screen === 'lanes' && desk.lanes.savable
/** What the coach asks is the current one of the list. */
const remarked = (desk: Desk) => desk.screen === 'review' && !!desk.review.remarked
// The field undoes typing by itself.
const undoing = (desk: Desk) => desk.open && (!desk.typing || (desk.focused === 'field' && !desk.writer.text))

/** A learning has the keyboard, or had it last. */
const learned = (desk: Desk) => desk.screen === 'learning' && !!desk.learning?.current

/** What a case file of a learning may hold, and what of it is chosen from the beginning: the learning alone. */
const aboutLesson = ({ entry, ledTo, answers }: Lesson): [string[], string[]] => [
  [entry.id, ...ledTo, ...answers.map((each) => each.id)],
  [entry.id],
]

const holds = (of: 'still holds' | 'partly' | 'no longer', key: string): Command => ({
  id: `learning.${of.replace(' ', '-')}`,
  label: (words) => words.commands.holds[of],
  keys: [key],
  part: 'lessons',
  when: learned,
  run: (desk) => desk.learning?.mark(desk.learning.at, of),
})

const kind = (of: Exclude<Kind, ''>, key: string): Command => ({
  id: `kind.${of}`,
  label: (words) => words.commands.kind(words.kinds[of]),
  keys: [key],
  when: (desk) => desk.screen === 'journal' && !desk.asking,
  run: (desk) => desk.lines.kind(of),
})

export const commands: readonly Command[] = [
  {
    id: 'line.keep',
    label: (words) => words.commands.keep,
    keys: ['Enter'],
    part: 'field',
    when: writing,
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
  kind('action', 'Mod+Shift+A'),
  kind('effect', 'Mod+Shift+F'),
  kind('expectation', 'Mod+Shift+X'),
  // U is how GTK enters a character by its number.
  kind('assumption', 'Mod+Shift+M'),
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
    id: 'line.edit',
    label: (words) => words.commands.edit,
    keys: ['Enter', 'F2'],
    part: 'lines',
    when: onLine,
    run: (desk) => desk.lines.edit(),
  },
  {
    id: 'line.time',
    label: (words) => words.commands.time,
    keys: ['Mod+Shift+T'],
    when: onLine,
    run: (desk) => desk.lines.edit('time'),
  },
  {
    id: 'line.zero',
    label: (words) => words.commands.zero,
    keys: ['Mod+Shift+O'],
    when: onLine,
    run: (desk) => desk.lines.countFrom(),
  },
  {
    id: 'line.split',
    label: (words) => words.commands.split,
    keys: ['Mod+Shift+S'],
    when: (desk) => onLine(desk) && !!desk.journal.entry(desk.line) && desk.journal.entries[0]?.id !== desk.line,
    run: (desk) => desk.lines.split(),
  },
  {
    id: 'account.join',
    label: (words) => words.commands.join,
    keys: ['Mod+Shift+J'],
    when: (desk) => desk.screen === 'journal' && !!desk.journal.before,
    run: (desk) => desk.lines.join(),
  },
  {
    id: 'line.background',
    label: (words) => words.commands.background,
    keys: ['Mod+Shift+B'],
    when: onLine,
    run: (desk) => desk.lines.background(),
  },
  {
    id: 'line.remove',
    label: (words) => words.commands.remove,
    keys: ['Delete'],
    part: 'lines',
    when: onLine,
    run: (desk) => desk.lines.remove(),
  },
  {
    id: 'account.removed',
    label: (words) => words.commands.removed,
    keys: ['Mod+Shift+R'],
    when: (desk) => desk.screen === 'journal' && !!desk.journal.account,
    run: (desk) => desk.lines.toggleRemoved(),
  },
  {
    id: 'account.bin',
    label: (words) => words.erase.binThis,
    keys: [],
    when: (desk) => desk.screen === 'journal' && !!desk.journal.account,
    run: (desk) => desk.binThis(),
  },
  {
    id: 'line.answer',
    label: (words) => words.commands.answer,
    keys: ['Mod+J'],
    when: (desk) => byDay(desk) && onLine(desk),
    run: (desk) => desk.panel.answer(() => desk.telling.looked),
  },
  {
    id: 'line.outcome',
    label: (words) => words.commands.outcome,
    keys: ['Mod+E'],
    when: expects,
    run: (desk) => desk.panel.conclude(desk.screen === 'journal'),
  },
  {
    id: 'line.pivot',
    label: (words) => words.commands.pivot,
    keys: ['Mod+Shift+V'],
    when: (desk) => (byDay(desk) && onLine(desk)) || onTimeline(desk),
    run: (desk) => desk.lines.pivot(),
  },
  {
    id: 'line.aside',
    label: (words) => words.commands.aside,
    keys: ['Mod+I'],
    when: byDay,
    run: (desk) => desk.panel.toggle(() => desk.telling.looked),
  },
  {
    id: 'line.seen',
    label: (words) => words.commands.seen,
    keys: ['Mod+G'],
    when: (desk) => byDay(desk) && !!desk.seen?.kin.length,
    run: (desk) => desk.panel.seen(),
  },
  {
    id: 'timeline.open',
    label: (words) => words.commands.openLine,
    keys: ['Enter'],
    part: 'timeline',
    when: onTimeline,
    run: (desk) => desk.openLine(),
  },
  {
    id: 'timeline.join',
    label: (words) => words.commands.outcome,
    keys: ['E'],
    part: 'timeline',
    when: expects,
    run: (desk) => desk.panel.conclude(desk.screen === 'journal'),
  },
  {
    id: 'review.next',
    label: (words) => words.commands.findingNext,
    keys: ['J', 'ArrowDown'],
    part: 'findings',
    when: (desk) => finding(desk) || question(desk) || remarked(desk),
    run: (desk) => desk.review.step(1),
  },
  {
    id: 'review.previous',
    label: (words) => words.commands.findingPrevious,
    keys: ['K', 'ArrowUp'],
    part: 'findings',
    when: (desk) => finding(desk) || question(desk) || remarked(desk),
    run: (desk) => desk.review.step(-1),
  },
  {
    id: 'review.hide',
    label: (words) => words.commands.hide,
    keys: ['Enter'],
    part: 'findings',
    when: (desk) => finding(desk) || question(desk),
    run: (desk) => (desk.review.question ? desk.review.reword() : desk.review.decide('hide')),
  },
  {
    id: 'review.alias',
    label: (words) => words.commands.alias,
    keys: ['A'],
    part: 'findings',
    when: (desk) => finding(desk) || (question(desk) && !desk.review.question?.joins.length),
    run: (desk) => void (desk.review.asking = 'alias'),
  },
  {
    id: 'review.keep',
    label: (words) => words.commands.keepAsIs,
    keys: ['Y'],
    part: 'findings',
    when: (desk) => question(desk) || remarked(desk) || (finding(desk) && !!desk.review.current?.keepable),
    run: (desk) => {
      const { question, remarked } = desk.review
      if (remarked) return desk.review.past(remarked.id, () => desk.coach.pass(remarked.line))
      if (question) return desk.review.leave()
      desk.review.asking = 'keep'
    },
  },
  {
    id: 'review.same',
    label: (words) => words.commands.same,
    keys: ['S'],
    part: 'findings',
    when: (desk) => finding(desk) && desk.review.others.length > 0,
    run: (desk) => void (desk.review.asking = 'same'),
  },
  {
    id: 'review.part',
    label: (words) => words.commands.apart,
    keys: ['P'],
    part: 'findings',
    when: (desk) => finding(desk) && !!(desk.review.current?.parts.length || desk.review.current?.places.length),
    run: (desk) => void (desk.review.asking = 'part'),
  },
  {
    id: 'review.class',
    label: (words) => words.commands.class,
    keys: ['C'],
    part: 'findings',
    when: (desk) => finding(desk) && !!desk.review.current?.tied,
    run: (desk) => void (desk.review.asking = 'class'),
  },
  {
    id: 'review.mark',
    label: (words) => words.commands.mark,
    keys: ['M'],
    part: 'findings',
    when: (desk) => desk.screen === 'review' && !!desk.review.is?.chosen,
    run: (desk) => desk.review.ask(String(getSelection() ?? '')),
  },
  {
    id: 'review.undo',
    label: (words) => words.commands.undoHere,
    keys: ['U'],
    part: 'findings',
    when: (desk) => desk.screen === 'review',
    run: (desk) => desk.lines.undo(),
  },
  {
    id: 'coach.next',
    label: (words) => words.coach.next,
    keys: ['F8'],
    when: (desk) => desk.screen === 'review' || byDay(desk) || (desk.screen === 'preview' && desk.preview.ready),
    run: (desk) => (desk.screen === 'preview' ? nextStand() : desk.remark(1)),
  },
  {
    id: 'coach.previous',
    label: (words) => words.coach.previous,
    keys: ['Shift+F8'],
    when: (desk) => desk.screen === 'review' || byDay(desk),
    run: (desk) => desk.remark(-1),
  },
  {
    id: 'preview.pdf',
    label: (words) => words.preview.savePdf,
    keys: ['Mod+P'],
    when: (desk) => (desk.screen === 'preview' && !!desk.preview.is?.pdf) || comparable(desk),
    run: (desk) => desk.savePdf(),
  },
  {
    id: 'preview.markdown',
    label: (words) => words.preview.saveMarkdown,
    keys: ['Mod+M'],
    when: (desk) => (desk.screen === 'preview' && desk.preview.ready) || comparable(desk),
    run: (desk) => desk.saveMarkdown(),
  },
  {
    id: 'preview.json',
    label: (words) => words.preview.saveJson,
    keys: ['Mod+Shift+D'],
    when: (desk) => desk.screen === 'preview' && desk.preview.ready,
    run: (desk) => desk.saveJson(),
  },
  {
    id: 'preview.copy',
    label: (words) => words.preview.copy,
    keys: ['Mod+D'],
    when: (desk) => desk.screen === 'preview' && desk.preview.ready,
    run: (desk) => desk.preview.copy(),
  },
  {
    id: 'lanes.open',
    label: (words) => words.commands.openLane,
    keys: ['Mod+O'],
    when: (desk) => desk.screen === 'lanes',
    run: (desk) => desk.openLane(),
  },
  {
    id: 'screen.lanes',
    label: (words) => words.screens.lanes,
    keys: ['Mod+6'],
    when: (desk) => desk.open,
    run: (desk) => desk.go('lanes'),
  },
  {
    id: 'screen.journal',
    label: (words) => words.screens.journal,
    keys: ['Mod+1'],
    when: (desk) => desk.open,
    run: (desk) => desk.go('journal'),
  },
  {
    id: 'screen.timeline',
    label: (words) => words.screens.timeline,
    keys: ['Mod+2'],
    when: (desk) => desk.open,
    run: (desk) => desk.go('timeline'),
  },
  {
    id: 'screen.recall',
    label: (words) => words.commands.recall,
    keys: ['Mod+Shift+G'],
    when: (desk) => desk.open && !!desk.journal.account,
    run: (desk) => desk.go('recall'),
  },
  {
    id: 'screen.closing',
    label: (words) => words.commands.closing,
    keys: ['Mod+Shift+E'],
    when: (desk) => desk.open && !!desk.journal.account?.told,
    run: (desk) => desk.go('closing'),
  },
  {
    id: 'screen.review',
    label: (words) => words.screens.review,
    keys: ['Mod+3'],
    // The first line may still be on its way: the screen waits for it, and says where there is nothing.
    when: (desk) => desk.open,
    run: (desk) => desk.go('review'),
  },
  {
    id: 'screen.preview',
    label: (words) => words.screens.preview,
    keys: ['Mod+4'],
    // What is not decided is found out by asking, unless the review stands there and says so.
    // What it is still being looked for in is waited for.
    when: (desk) => desk.open && !!desk.subject && (desk.screen !== 'review' || desk.review.ready || desk.review.looking),
    run: (desk) => desk.go('preview'),
  },
  {
    id: 'screen.learning',
    label: (words) => words.screens.learning,
    keys: ['Mod+5'],
    // By day only: at night nothing is looked back on.
    when: (desk) => desk.open && !desk.night.is,
    run: (desk) => desk.go('learning'),
  },
  holds('still holds', 'H'),
  holds('partly', 'P'),
  holds('no longer', 'N'),
  {
    id: 'learning.case',
    label: (words) => words.commands.caseOf,
    keys: ['C'],
    part: 'lessons',
    when: learned,
    run: (desk) => desk.learning?.current && desk.caseOf(...aboutLesson(desk.learning.current)),
  },
  {
    id: 'screen.releases',
    label: (words) => words.screens.releases,
    keys: ['Mod+Shift+L'],
    when: (desk) => desk.open && !!desk.subject,
    run: (desk) => desk.go('releases'),
  },
  {
    id: 'screen.sheet',
    label: (words) => words.screens.sheet,
    keys: ['Mod+Shift+H'],
    when: (desk) => desk.open && !!desk.journal.account,
    run: (desk) => desk.go('sheet'),
  },
  {
    id: 'release.recognise',
    label: (words) => words.commands.recognise,
    keys: [],
    when: (desk) => desk.screen === 'releases',
    run: (desk) => desk.releases.recognise(command('release.recognise').label(strings())),
  },
  {
    id: 'release.next',
    label: (words) => words.commands.releaseNext,
    keys: ['J', 'ArrowDown'],
    part: 'releases',
    when: (desk) => desk.screen === 'releases' && !!desk.releases.current,
    run: (desk) => desk.releases.step(1),
  },
  {
    id: 'release.previous',
    label: (words) => words.commands.releasePrevious,
    keys: ['K', 'ArrowUp'],
    part: 'releases',
    when: (desk) => desk.screen === 'releases' && !!desk.releases.current,
    run: (desk) => desk.releases.step(-1),
  },
  {
    id: 'screen.settings',
    label: (words) => words.screens.settings,
    keys: ['Mod+,'],
    when: (desk) => desk.open,
    run: (desk) => desk.go('settings'),
  },
  {
    id: 'window.palette',
    label: (words) => words.screens.commands,
    keys: ['Mod+K'],
    when: () => true,
    run: (desk) => desk.toggle('palette'),
  },
  {
    id: 'window.find',
    label: (words) => words.commands.find,
    keys: ['Mod+F'],
    when: (desk) => desk.open,
    run: (desk) => desk.find(),
  },
  {
    id: 'window.zone',
    label: (words) => words.commands.zone,
    keys: ['Mod+Shift+C'],
    when: (desk) => desk.open,
    run: (desk) => desk.otherZone(),
  },
  {
    id: 'window.clock',
    label: (words) => words.commands.clock,
    keys: ['Mod+Shift+Y'],
    when: (desk) => desk.open,
    run: (desk) => desk.nextClock(),
  },
  {
    id: 'window.night',
    label: (words) => words.commands.night,
    keys: ['Mod+.'],
    when: (desk) => desk.screen === 'journal',
    run: (desk) => desk.toggleNight(),
  },
  {
    id: 'window.help',
    label: (words) => words.commands.help,
    keys: ['F1', 'Mod+/'],
    when: () => true,
    run: (desk) => desk.toggle('help'),
  },
  {
    id: 'window.undo',
    label: (words) => words.commands.undo,
    keys: ['Mod+Z'],
    when: undoing,
    run: (desk) => desk.lines.undo(),
  },
  {
    id: 'window.redo',
    label: (words) => words.commands.redo,
    keys: ['Mod+Shift+Z'],
    when: undoing,
    run: (desk) => desk.lines.undo(true),
  },
  {
    id: 'window.part',
    label: (words) => words.commands.part,
    keys: ['F6'],
    when: (desk) => desk.open || writing(desk),
    run: (desk) => desk.nextPart(),
  },
  {
    id: 'window.accounts',
    label: (words) => words.commands.accounts,
    keys: ['Mod+B'],
    when: (desk) => desk.screen === 'journal',
    run: (desk) => desk.toggleRail(),
  },
  {
    id: 'journal.secure',
    label: (words) => words.commands.secure,
    keys: ['Mod+Shift+P'],
    when: (desk) => desk.open && !desk.gate.secured,
    run: (desk) => desk.gate.secure(),
  },
  {
    id: 'journal.passphrase',
    label: (words) => words.keys.change,
    keys: [],
    when: (desk) => desk.open && desk.gate.secured,
    run: (desk) => desk.gate.keys('passphrase'),
  },
  {
    id: 'journal.recovery',
    label: (words) => words.keys.renew,
    keys: [],
    when: (desk) => desk.open && desk.gate.secured,
    run: (desk) => desk.gate.keys('recovery'),
  },
  {
    id: 'journal.backup',
    label: (words) => words.backups.now,
    keys: [],
    when: (desk) => desk.open && desk.gate.recoverable,
    run: (desk) => desk.backUp(),
  },
  {
    id: 'journal.restore',
    label: (words) => words.restore.title,
    keys: [],
    when: (desk) => desk.open || desk.screen === 'damaged' || desk.screen === 'remains',
    run: (desk) => desk.gate.restoreFrom(),
  },
  {
    id: 'journal.forgotten',
    label: (words) => words.unlock.forgotten,
    keys: [],
    when: (desk) => desk.screen === 'unlock',
    run: (desk) => desk.gate.forgotten(),
  },
  {
    id: 'journal.lock',
    label: (words) => words.commands.lock,
    keys: ['Mod+L'],
    when: (desk) => desk.gate.lockable,
    run: (desk) => desk.gate.lock(),
  },
]

/** The command with this id; an unknown id is a mistake in the program. */
export function command(id: string): Command {
  const found = commands.find((each) => each.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}

/** Whether a key is a letter by itself, which a screen reader or a voice may press for another reason. */
export const isLetter = (key: string): boolean => key.length === 1

/** Runs the command of the key that was pressed; the event is then spent. */
export function press(desk: Desk, event: KeyboardEvent): void {
  // While an input method composes, its keys are its own.
  if (event.isComposing || event.defaultPrevented) return
  const key = keyOf(event)
  const found = commands.find((each) => each.keys.includes(key) && (!each.part || each.part === desk.focused))
  if (!found?.when(desk)) return
  // Under a layer only what opens and closes layers can be done.
  if ((desk.layer || desk.night.resting) && !found.id.startsWith('window.')) return
  if (desk.layer && found.id !== 'window.palette' && found.id !== 'window.help') return
  if (found.part && found.part !== 'field') {
    // What takes text, or is pressed itself, keeps its keys.
    if (desk.typing || (key === 'Enter' && event.target instanceof Element && event.target.closest('button'))) return
    if (isLetter(key) && !desk.settings.is.letters) return
  }
  event.preventDefault()
  void found.run(desk)
}
