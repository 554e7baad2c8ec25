import {
  refused,
  type Entry,
  type Kind,
  type Leading,
  type Leaving,
  type Left,
  type Line,
  type Place,
  type Refused,
  type RemarkKind,
  type Start,
  type Undone,
} from '../api'
import { attempt } from './attempt.svelte'
import { locale, trouble, words } from '../strings/index.svelte'
import { tick } from 'svelte'
import { clock, dateOf, day } from '../ui/time'
import { focus, nextPart, nextRemark, parts, step, type Part } from '../ui/focus'
import { Cases, type CasesApi } from './cases.svelte'
import { Change, type ChangeApi } from './change.svelte'
import { Coach, type CoachApi } from './coach.svelte'
import { First, type FirstApi } from './first.svelte'
import { Idle } from './idle'
import { Journal, type JournalApi } from './journal.svelte'
import type { Learning, LearningApi } from './learning.svelte'
import { Lanes, type LanesApi } from './lanes.svelte'
import { Night } from './night.svelte'
import { Notice } from './notice.svelte'
import { Panel } from './panel.svelte'
import { Preview, type PreviewApi } from './preview.svelte'
import { Releases, type ReleasesApi } from './releases.svelte'
import { Renewal, type RenewalApi } from './renewal.svelte'
import { Rescue, type RescueApi } from './rescue.svelte'
import { Review, type ReviewApi } from './review.svelte'
import { Search, type SearchApi } from './search.svelte'
import type { Seen, SeenApi } from './seen.svelte'
import { Sensitive, type SensitiveApi } from './sensitive.svelte'
import { Settings, type SettingsApi } from './settings.svelte'
import { Sheet, type SheetApi } from './sheet.svelte'
import { Telling, type TellingApi } from './telling.svelte'
import { Backups, type BackupsApi } from './backups.svelte'
import { Check, type CheckApi } from './check.svelte'
import { Erasing, wholeJournal, type EraseApi } from './erasing.svelte'
import { Remains, type RemainsApi } from './remains.svelte'
import { Restoring, type RestoreApi } from './restoring.svelte'
import { resume, spotOf } from './spot'
import { late, Writer } from './writer.svelte'

/** What the desk asks of Go; api.ts has all of it. */
export interface DeskApi
  extends
    JournalApi,
    TellingApi,
    ReviewApi,
    CoachApi,
    LanesApi,
    PreviewApi,
    ReleasesApi,
    CasesApi,
    SheetApi,
    FirstApi,
    ChangeApi,
    RenewalApi,
    RescueApi,
    SearchApi,
    LearningApi,
    SeenApi,
    SensitiveApi,
    SettingsApi,
    BackupsApi,
    CheckApi,
    EraseApi,
    RemainsApi,
    RestoreApi {
  start(): Promise<Start>
  begin(): Promise<Start>
  unlock(passphrase: string): Promise<Start>
  drop(line: Line): Promise<string>
  leading(text: string): Promise<Leading>
  undo(): Promise<Undone>
  redo(): Promise<Undone>
  lock(leaving: Leaving): Promise<Left>
  deviceKey(): Promise<string>
}

/** The screens of an open journal; "passphrase" and "recovery" change its keys. */
const inside = [
  'journal',
  'timeline',
  'recall',
  'closing',
  'review',
  'preview',
  'learning',
  'lanes',
  'releases',
  'sheet',
  'settings',
  'passphrase',
  'recovery',
] as const

/**
 * The screens. "locked" is the writing field in front of a sealed journal, "first" where a passphrase is made,
 * "forgotten" where none is remembered, "nokey" a journal whose key is not on this computer, "erased" where there was one,
 * "damaged" one that does not open, "remains" what can be read of that, "restore" where one is made again of a backup.
 */
export type Screen =
  | 'starting'
  | 'unlock'
  | 'first'
  | 'locked'
  | 'forgotten'
  | 'nokey'
  | 'erased'
  | 'damaged'
  | 'remains'
  | 'restore'
  | (typeof inside)[number]

/** The clocks that times can be shown by: where they were lived, UTC, or counted from time zero. */
export const clocks = ['local', 'utc', 'zero'] as const
export type Clocks = (typeof clocks)[number]

/** What lies over a screen. */
export type Layer = 'palette' | 'help' | undefined

/** The screens on which a case file can stand in the place of an account. */
const ofCases: readonly Screen[] = ['review', 'preview', 'releases']

/** How long it is until what could not be kept is tried again, in milliseconds. */
const outwait = 3000

/** All that is on screen and all that can be done with it: what commands act on. */
export class Desk {
  screen = $state<Screen>('starting')
  layer = $state<Layer>()
  /** Whether a passphrase guards the journal. */
  secured = $state(true)
  /** Whether a recovery key was made for it. */
  recoverable = $state(false)
  /** Where the key of a journal without a passphrase is looked for. */
  deviceKey = $state('')
  /** Whether there is a journal yet. */
  begun = $state(true)
  /** The part of the window that has the keyboard. */
  focused = $state<Part>()
  /** Whether what has the keyboard takes text. */
  typing = $state(false)
  /** The line that has the keyboard, or had it last. */
  line = $state('')
  /** What is being asked about that line, in its place. */
  asking = $state<'text' | 'time'>()
  /** Where the window is narrow the rail lies over the lines, and only when asked for. */
  rail = $state(false)
  /** By which clock times are shown. */
  clock = $state<Clocks>('local')
  /** Why the journal could not be read, or the passphrase was not taken. */
  trouble = $state.raw<Refused>()
  /** What lets the styles of the editor past the content security policy; one per start. */
  nonce = ''
  /** Lines written in front of the sealed journal, in this sitting; the journal has them already. */
  dropped = $state.raw<readonly (Line & { at: string })[]>([])

  readonly journal: Journal
  readonly writer: Writer
  readonly telling: Telling
  readonly review: Review
  readonly coach: Coach
  readonly preview: Preview
  readonly lanes: Lanes
  readonly releases: Releases
  readonly cases: Cases
  readonly sheet: Sheet
  readonly first: First
  readonly change: Change
  readonly renewal: Renewal
  readonly rescue: Rescue
  readonly settings: Settings
  readonly backups: Backups
  readonly check: Check
  readonly erasing: Erasing
  readonly remains: Remains
  readonly restoring: Restoring
  readonly search: Search
  readonly sensitive: Sensitive
  readonly notice = new Notice()
  readonly night: Night
  readonly panel: Panel
  /** What years add up to, and what a line is like: there once the screens by day are loaded. */
  learning = $state.raw<Learning>()
  seen = $state.raw<Seen>()
  /** Whether the journal is locked, and yet this is not a fresh process: what was read can still be in its memory. */
  stale = $state(false)
  readonly #api: DeskApi
  readonly #idle: Idle
  #locking = false
  /** Tries again to keep what locking could not. */
  #outwaiting: ReturnType<typeof setTimeout> | undefined

  /** Wide is whether the window has room for a panel beside the lines. */
  constructor(api: DeskApi, wide = () => true) {
    this.#api = api
    this.journal = new Journal(api)
    this.telling = new Telling(api, this.journal)
    this.coach = new Coach(api)
    this.review = new Review(api, (line) => this.coach.of(line))
    this.preview = new Preview(api)
    this.lanes = new Lanes(api)
    this.releases = new Releases(api)
    this.cases = new Cases(api)
    this.sheet = new Sheet(api)
    this.first = new First(api)
    this.change = new Change(api)
    this.renewal = new Renewal(api)
    this.rescue = new Rescue(api)
    this.settings = new Settings(api)
    this.backups = new Backups(api)
    this.check = new Check(api)
    this.erasing = new Erasing(api)
    this.remains = new Remains(api)
    this.restoring = new Restoring(api)
    this.search = new Search(api)
    this.sensitive = new Sensitive(api)
    this.panel = new Panel(wide)
    this.night = new Night({
      writing: () => this.screen === 'journal',
      account: () => this.journal.account,
      newest: () => this.journal.accounts[0],
      setting: () => this.settings.is.night,
    })
    this.#idle = new Idle(
      () => (this.lockable ? this.settings.is.lockAfter : 0),
      () => void this.lock(true),
    )
    this.writer = new Writer({
      record: (line) => this.#save(line),
      amend: (...change) => this.#unlocked(this.journal.amend(...change)),
      revision: async (entry) => (await this.#unlocked(api.questions(entry))).entry.revision,
      amendKind: (...change) => this.#unlocked(this.journal.amendKind(...change)),
      amendMoment: (...change) => this.#unlocked(this.journal.amendMoment(...change)),
      remove: (...change) => this.#unlocked(this.journal.remove(...change)),
      leading: (text) => api.leading(text),
      // In front of the sealed journal a line is kept once: what lies in the inbox cannot be changed.
      early: () => this.#open,
    })
  }

  /** What is reviewed, previewed and released: a case file, or the account that is open. */
  get subject(): string | undefined {
    return this.cases.at || this.journal.account?.id
  }

  /** Whether the day's screens can be gone to. */
  readonly open: boolean = $derived((inside as readonly Screen[]).includes(this.screen))
  /** Whether the journal is open. */
  readonly #open: boolean = $derived(this.open || this.#aside)
  /** Whether a passphrase is being made for an open journal, or a backup is looked for. */
  get #aside(): boolean {
    return (this.screen === 'first' && this.begun) || (this.screen === 'restore' && this.restoring.behind)
  }

  /** Goes into the night, or out of it. */
  toggleNight(): void {
    this.night.toggle()
    if (this.night.is) {
      this.rail = false
      this.seen?.clear()
    }
    focus('field')
  }

  /** Shows times by the next clock. */
  nextClock(): void {
    this.clock = clocks[(clocks.indexOf(this.clock) + 1) % clocks.length] ?? 'local'
  }

  /** Finds out how things stand and shows the first screen. */
  async start(): Promise<void> {
    try {
      let start = await this.#api.start()
      this.nonce = start.nonce
      this.settings.begin(start)
      // Without a passphrase there is nothing to ask: the key lies on this computer.
      if (start.vault === 'locked' && !start.secured) start = await this.#api.begin()
      await this.#enter(start)
    } catch (reason) {
      this.trouble = refused(reason)
      if (this.#shut(this.trouble)) return this.damaged(this.trouble)
      if (this.trouble.code !== 'nokey') return
      this.deviceKey = await this.#api.deviceKey().catch(() => '')
      this.screen = 'nokey'
    }
  }

  /** "Write first, do this later": a journal whose key lies on this computer; or back to the one that is open. */
  async later(): Promise<void> {
    this.first.finish()
    this.trouble = undefined
    if (this.begun) {
      this.screen = 'journal'
      return
    }
    try {
      await this.#enter(await this.#api.begin())
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Shows where a passphrase is made. */
  async secure(): Promise<void> {
    await this.writer.settle()
    this.screen = 'first'
  }

  /** Goes from the recovery key to the journal. */
  async begin(): Promise<void> {
    const start = this.first.finish()
    if (!start) return
    try {
      await this.#enter(start)
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Opens the sealed journal. A wrong passphrase becomes trouble, nothing else changes. */
  async unlock(passphrase: string): Promise<void> {
    this.trouble = undefined
    try {
      await this.#inside(await this.#api.unlock(passphrase))
    } catch (reason) {
      this.trouble = refused(reason)
      if (this.#shut(this.trouble)) await this.damaged(this.trouble, passphrase)
    }
  }

  /** Whether damage keeps the journal shut; one that opened takes a line, whatever cannot be read of it. */
  #shut(why: Refused): boolean {
    return !this.open && (why.code === 'damaged' || why.code === 'lost')
  }

  /** Shows what is left of a journal that does not open for damage, read by what it was to be opened with. */
  async damaged(why: Refused, key = ''): Promise<void> {
    this.#keysDone()
    this.trouble = why
    this.screen = 'damaged'
    if (why.code !== 'damaged') return // of one that is lost nothing is left to read
    this.remains.typed = key
    await this.remains.open()
    // That nobody has said it yet is no refusal.
    if (!key && this.remains.trouble?.code === 'passphrase') this.remains.trouble = undefined
  }

  /** Tries the recovery key of a forgotten passphrase; it also opens what is left of a damaged journal. */
  async tryKey(): Promise<void> {
    const key = this.rescue.typed
    await this.rescue.check()
    const why = this.rescue.trouble
    if (why && this.#shut(why)) await this.damaged(why, key)
  }

  /** Shows the lines of what is left, to be read. */
  async readRemains(): Promise<void> {
    this.screen = 'remains'
    await this.remains.show()
  }

  /** Goes from reading what is left, or from the backups, to where that was begun. */
  async leaveRestore(): Promise<void> {
    const { behind } = this.restoring
    this.restoring.clear()
    if (behind) {
      this.screen = 'journal'
      await this.go('settings')
    } else if (this.remains.is || this.trouble) this.screen = 'damaged'
    else await this.openUp()
  }

  /** Shows the backups that the journal can be made of again. What is typed is kept first. */
  async restoreFrom(): Promise<void> {
    const behind = this.open
    if (behind) {
      this.endEdit()
      this.keep()
      await this.writer.settle()
      if (this.screen === 'preview') void this.preview.close()
    }
    this.#keysDone()
    this.restoring.clear()
    this.restoring.behind = behind
    this.layer = undefined
    this.screen = 'restore'
    await this.restoring.load()
  }

  /** Makes the journal what the chosen backup holds, and opens it. */
  async restoreNow(): Promise<void> {
    const made = this.restoring.inside?.made ?? ''
    const start = await this.restoring.run()
    if (!start) return
    this.#forget()
    this.restoring.clear()
    try {
      await this.#inside(start)
      const { aside } = await this.#api.restorable()
      const { done, doneAside } = words().restore
      this.notice.say(`${done(day(dateOf(made), locale()), clock(made))}${aside && ` ${doneAside}`}`, false, 4)
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Takes the journal again that a restore has set aside; it is locked then. */
  async goBack(): Promise<void> {
    if (this.open) {
      this.endEdit()
      this.keep()
      await this.writer.settle()
    }
    const start = await this.restoring.back()
    if (!start) return
    this.#forget()
    await this.openUp()
    this.notice.say(words().restore.isBack, false, 2)
  }

  /** From the sealed journal into it. */
  async #inside(start: Start): Promise<void> {
    await this.#enter(start)
    this.dropped = []
    this.stale = false
    clearTimeout(this.#outwaiting)
    void this.writer.again()
  }

  /** "I do not remember it": the recovery key, or the plain truth. */
  forgotten(): void {
    this.trouble = undefined
    this.screen = 'forgotten'
  }

  /** Opens the journal by its recovery key, with the passphrase that was made. */
  async recover(): Promise<void> {
    const start = await this.rescue.recover()
    if (!start) return
    this.#keysDone()
    try {
      await this.#inside(start)
      this.notice.say(words().notices.recovered)
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Shows where a key of the open journal is changed. What is typed is kept first. */
  async keys(screen: 'passphrase' | 'recovery'): Promise<void> {
    if (this.screen === 'preview') void this.preview.close()
    this.endEdit()
    await this.writer.settle()
    this.#keysDone()
    this.layer = undefined
    this.screen = screen
  }

  /** Puts the new recovery key in the place of the one before. */
  async renew(): Promise<void> {
    if (!(await this.renewal.use())) return
    await this.go('settings')
    this.notice.say(words().notices.renewed)
  }

  /** Nothing that opens the journal stays in the window once it is not asked for any more. */
  #keysDone(): void {
    this.change.clear()
    this.renewal.clear()
    this.rescue.clear()
    this.remains.typed = ''
    this.restoring.typed = ''
    this.restoring.next.clear()
  }

  /** Goes from writing in front of the journal to opening it. The field keeps its text. */
  async openUp(): Promise<void> {
    this.#keysDone()
    this.trouble = undefined
    this.screen = 'starting'
    await this.start()
  }

  /** Whether there is something that locking would seal: the journal, or lines written in front of it. */
  get lockable(): boolean {
    return this.secured && this.screen !== 'first' && (this.#open || this.screen === 'locked' || !!this.remains.is)
  }

  /**
   * Keeps what was typed, then seals the journal. It asks nothing, and the keys go whatever happens; what cannot be kept
   * stays in the window. Quiet where nobody asked for it.
   */
  async lock(quiet = false): Promise<void> {
    if (!this.lockable || this.#locking) return
    this.#locking = true
    try {
      this.#idle.pause()
      if (this.open) await Promise.all([this.writer.hold(), this.#settleRest()])
      const spot = spotOf(this)
      // From here on nothing can be typed: there is no field any more.
      this.screen = 'starting'
      this.layer = undefined
      this.night.resting = false
      const { lines, draft } = await this.writer.leave()
      if (spot.screen) {
        spot.draft = draft.id
        spot.waits = draft.waits
        spot.timed = draft.timed
      }
      await this.#leave({ spot, lines: [...lines], quiet })
    } finally {
      this.#locking = false
    }
  }

  /** Locks; what comes after the call comes only where this process has to stay. */
  async #leave(leaving: Leaving): Promise<void> {
    let left: Left | undefined
    try {
      left = await this.#api.lock(leaving)
      this.secured = left.start.secured
      this.recoverable = left.start.recovery
      this.stale = left.stale
      this.trouble = undefined
    } catch (reason) {
      this.trouble = refused(reason)
    }
    void this.preview.close()
    this.#forget()
    const unkept = left ? leaving.lines.filter((line) => left.unkept.includes(line.id)) : leaving.lines
    this.screen = unkept.length ? 'locked' : 'unlock'
    if (!unkept.length) return
    await this.writer.stay(unkept)
    this.#outwait()
  }

  /** Nothing of the journal stays on screen. */
  #forget(): void {
    this.telling.clear()
    this.panel.joining = false
    this.remains.forget()
    this.restoring.clear()
    this.review.clear()
    this.releases.clear()
    this.cases.clear()
    this.sheet.clear()
    this.coach.clear()
    this.journal.clear()
    this.search.clear()
    this.learning?.clear()
    this.lanes.clear()
    this.seen?.clear()
    this.sensitive.clear()
    this.notice.clear()
    this.#keysDone()
    this.dropped = []
    this.asking = undefined
    this.line = ''
    this.#idle.forget()
  }

  /** Goes on trying to keep what locking could not, and locks for good once that is done. */
  #outwait(): void {
    clearTimeout(this.#outwaiting)
    this.#outwaiting = setTimeout(() => {
      void this.writer.again().then(() => {
        if (this.screen !== 'locked') return
        if (this.writer.pending.length) this.#outwait()
        else if (!this.writer.text.trim()) void this.lock(true)
      })
    }, outwait)
  }

  /** Somebody is there: the journal stays open for as long again. */
  stir = () => this.#idle.stir()

  /** Shows what something else wrote into the journal: "firsthand note" beside the window. */
  async arrive(): Promise<void> {
    if (!this.open) return
    await attempt(this, () => this.journal.arrive(!this.writer.slip.revision))
  }

  /** Goes to the writing field, from wherever. */
  async write(): Promise<void> {
    this.night.resting = false
    this.layer = undefined
    this.#keysDone()
    if (this.screen === 'erased') return this.anew()
    if (this.screen === 'first') await this.later()
    else if (this.#open) this.screen = 'journal'
    else {
      // A journal that does not open, for whatever reason, still takes a line.
      this.trouble = undefined
      this.screen = 'locked'
    }
    focus('field')
  }

  /** Puts one kind of question aside for good. The settings bring it back. */
  quiet(kind: RemarkKind): Promise<unknown> {
    this.coach.quiet(kind)
    const { quiet } = this.settings.is
    return quiet.includes(kind) ? Promise.resolve() : this.settings.change({ quiet: [...quiet, kind] })
  }

  /** Goes to one of the day's screens. What is typed is kept first; the field keeps it too. */
  async go(screen: 'journal' | 'timeline' | 'recall' | 'closing' | 'review' | 'preview' | 'releases' | 'sheet' | 'learning' | 'lanes' | 'settings'): Promise<void> {
    this.layer = undefined
    if (!this.open) return
    this.endEdit()
    if (screen !== this.screen) this.notice.clear()
    await this.writer.settle()
    await Promise.all([this.review.settle(), this.sheet.settle(), this.telling.settle()])
    this.#keysDone()
    const from = this.screen
    // Something undecided turned up in what was being looked through: the review says so.
    if (screen === 'preview' && from === 'review' && !this.review.ready) return void focus('findings')
    // A case file is left where what is gone to is of accounts alone.
    if (!ofCases.includes(screen)) this.cases.at = ''
    const account = this.subject
    if (from === 'preview' && screen !== 'preview') void this.preview.close()
    if (screen === 'preview' && !account) return
    this.panel.joining = false
    this.screen = screen
    if ((screen === 'journal' || screen === 'sheet') && from !== screen) await attempt(this, () => this.journal.refresh())
    if (screen === 'timeline' && account) await this.telling.lay(account)
    if (screen === 'review' && account) await this.review.open(account)
    if (screen === 'preview' && account) {
      if (this.review.is?.account.id !== account) await this.review.open(account)
      await this.preview.open(account)
    }
    if (screen === 'lanes') await this.lanes.show()
    if (screen === 'releases' && account) await this.releases.open(account)
    if (screen === 'learning' || (screen === 'releases' && this.cases.at)) await this.cases.open()
    if (screen === 'sheet' && account) await this.sheet.open(account)
    if (screen === 'settings') await this.settings.open()
  }

  /** From a place where a finished file still held something, to the finding. */
  async hideIt({ entity, found }: Place): Promise<void> {
    await this.go('review')
    const finding = this.review.is?.findings.find((each) => each.id === entity)
    if (finding) this.review.at = finding.id
    // What is hidden already and still stood there has to be marked where it stands.
    if (finding?.treatment === 'keep' || finding?.treatment === 'undecided') focus('findings')
    else this.review.ask(found)
  }

  /** Goes to the review, to the finding that has these words, if any. */
  async decideOn(said: string): Promise<void> {
    await this.go('review')
    const finding = this.review.is?.findings.find(({ forms }) => forms.includes(said))
    if (finding) this.review.at = finding.id
    await tick()
    focus(finding ? 'findings' : 'choose')
  }

  /** Goes to the next remark beside the lines, -1 to the one before; in the journal on to the lines that have one. */
  async remark(by: 1 | -1): Promise<void> {
    if (this.screen !== 'journal') return void nextRemark(by)
    this.panel.said = true
    await tick()
    if (nextRemark(by, false)) return
    const { entries } = this.journal
    const at = entries.findIndex(({ id }) => id === this.line)
    const round = by > 0 ? [...entries.slice(at + 1), ...entries.slice(0, at + 1)] : [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))].toReversed()
    const next = round.find((entry) => this.sensitive.of(entry).length)
    if (!next) return
    this.line = next.id
    focus('field') // what had the keyboard may be gone
    await tick()
    nextRemark(by, false)
  }

  savePdf = () => this.#saved.save('pdf', words().preview.savePdf)
  saveMarkdown = () => this.#saved.save('md', words().preview.saveMarkdown)
  saveJson = () => this.preview.save('json', words().preview.saveJson)

  /** What is saved: the release that is looked at, or the lanes. */
  get #saved() {
    return this.screen === 'lanes' ? this.lanes : this.preview
  }

  openLane = () => this.lanes.open(words().commands.openLane)

  /** Shows a layer, or takes it away. */
  toggle(layer: Layer): void {
    this.layer = this.layer === layer ? undefined : layer
  }

  /** Leaves the time at the start of the line in its text. */
  plain(): void {
    this.writer.plain()
    focus('field')
  }

  /** The account that the line in the field belongs to; empty leaves it to Go. */
  get #target(): string {
    // What is remembered belongs to what it is remembered of.
    return this.screen === 'recall' ? (this.journal.account?.id ?? '') : this.journal.target
  }

  /** Keeps the line in the field. */
  keep(): void {
    this.writer.keep(this.#target)
  }

  /** Keeps the line in the field, and tries again what was not kept. */
  async keepAll(): Promise<void> {
    this.keep()
    await this.writer.again()
  }

  /** Keeps the line in the field; where there is none, it is enough for now. */
  async enough(): Promise<void> {
    if (this.writer.keep(this.journal.target)) return
    await this.writer.again()
    if (this.screen !== 'journal' || this.writer.pending.length || this.writer.long || !this.journal.entries.length) return
    await attempt(this, async () => {
      await this.journal.tell()
      this.night.resting = true
    })
  }

  /** Comes back from resting. */
  resume(): void {
    this.night.resting = false
    focus('field')
  }

  /** Begins a case file of these lines, some of them chosen, or goes on with it, and reviews it. */
  async caseOf(lines: readonly string[], chosen: readonly string[] = []): Promise<void> {
    if (await this.cases.begin(lines, chosen)) await this.go('review')
  }

  /** Shows a case file: its review, or what has left of it. */
  async showCase(id: string, screen: 'review' | 'releases'): Promise<void> {
    this.cases.at = id
    await this.go(screen)
  }

  /** Opens another account. */
  async openAccount(id: string): Promise<void> {
    this.cases.at = ''
    this.endEdit()
    // A line belongs to the account in which it was begun.
    if (id !== this.journal.account?.id) this.keep()
    await this.writer.again()
    await attempt(this, () => this.journal.open(id))
    this.rail = false
    if (this.screen === 'review') await this.review.open(id)
    else if (this.screen !== 'journal') await this.go('journal')
    this.night.byItself()
    this.night.offered = false
    if (this.screen === 'journal') focus('field')
  }

  /** Says what sort of thing a line is: the one that has the keyboard, or the one in the field. Again takes it back. */
  async kind(kind: Kind): Promise<void> {
    if (this.focused !== 'lines') {
      this.writer.kind = this.writer.slip.kind === kind ? '' : kind
      return
    }
    // A line that is just being kept is one as soon as it is.
    await this.writer.again()
    const entry = this.journal.entry(this.line)
    if (!entry) return
    // What was only guessed is said by the same key.
    await attempt(this, () => this.journal.amendKind(entry.id, entry.kind === kind && !entry.guessed ? '' : kind))
  }

  /** Begins to change the line that has the keyboard, or its time, in its place. */
  edit(what: 'text' | 'time' = 'text'): void {
    const entry = this.journal.entry(this.line)
    if (!entry) return
    this.asking = what
    if (what === 'text') this.writer.edit(entry)
  }

  /** Ends changing a line in its place; what was typed is kept. */
  endEdit(): void {
    if (this.asking && this.writer.done()) this.asking = undefined
  }

  /** Says when the line was, as typed. It stays open if that cannot be read. */
  async time(typed: string): Promise<void> {
    const entry = this.journal.entry(this.line)
    if (!entry || !typed.trim()) this.asking = undefined
    else if (await attempt(this, () => this.journal.amendMoment(entry.id, typed))) this.asking = undefined
  }

  /** Says when another line was, as typed. */
  timeOf = (entry: string, typed: string): Promise<boolean> =>
    typed.trim() ? attempt(this, () => this.journal.amendMoment(entry, typed)) : Promise.resolve(true)

  /** Opens the line of the timeline that has the keyboard where it was written. */
  async openLine(): Promise<void> {
    const { line } = this
    await this.go('journal')
    this.line = line
    await tick()
    focus('lines')
  }

  /** Makes the line a turning point of its account, or no longer one. */
  pivot = () => this.telling.pivot(this.line, !this.journal.account?.pivots.includes(this.line))

  /** Says that the account is over. */
  async over(): Promise<void> {
    const account = this.journal.account?.id
    if (account && (await this.telling.over(account))) await this.go('journal')
  }

  /** Reads last night, or leaves it. */
  async offer(read: boolean): Promise<void> {
    this.night.offered = false
    const [first] = this.journal.entries
    if (!read || !first) return void focus('field')
    this.line = first.id
    await this.go('timeline')
  }

  /** Takes the line out. A notice offers it back. */
  async remove(): Promise<void> {
    const id = this.line
    const at = this.journal.entries.findIndex((each) => each.id === id)
    if (at < 0) return
    this.asking = undefined
    this.writer.editing = undefined
    await this.writer.again()
    if (!(await attempt(this, () => this.journal.remove(id)))) return
    this.notice.say(words().notices.removed, true)
    this.line = (this.journal.entries[at] ?? this.journal.entries[at - 1])?.id ?? ''
    focus(this.line ? 'lines' : 'field')
  }

  /** Puts a line back. */
  async restore(id: string): Promise<void> {
    if (!(await attempt(this, () => this.journal.restore(id)))) return
    this.notice.say(words().notices.restored)
    await this.#retell()
  }

  /** Counts the times of a release from the line. */
  countFrom = () => attempt(this, () => this.journal.countFrom(this.line))

  /** Makes the line background, that is spoken of and never quoted; or private again. */
  background = () =>
    attempt(this, async () => {
      const entry = this.journal.entry(this.line)
      if (entry) await this.journal.amendShare(entry.id, entry.share === 'background' ? 'private' : 'background')
    })

  /** Shows the lines that were taken out, or hides them. */
  toggleRemoved = () => attempt(this, () => this.journal.toggleRemoved())

  /** Takes back the latest change, or makes it again. */
  async undo(again = false): Promise<void> {
    await attempt(this, async () => {
      const { what, account } = await (again ? this.#api.redo() : this.#api.undo())
      this.notice.say(what ? (again ? words().notices.redone : words().notices.undone) : words().notices.nothing)
      if (what === 'moved') await this.journal.load(account)
      else await this.journal.refresh()
      await this.review.refresh()
      await this.#retell()
      if (this.screen === 'releases') await this.releases.refresh()
      if (this.screen === 'sheet') await this.sheet.refresh()
    })
  }

  /** Shows what lines have become beside the lines: on the timeline, and against the first telling. */
  async #retell(): Promise<void> {
    const { account } = this.journal
    if (!account) return
    if (this.screen === 'timeline') await this.telling.lay(account.id)
    else await this.telling.compare(account.id, account.told)
  }

  /** Joins the open account with the one before it, where a pause was no end. A notice offers it back. */
  async join(): Promise<void> {
    this.endEdit()
    this.keep()
    await this.writer.again()
    if (!this.journal.before) return
    if (await attempt(this, () => this.journal.join())) this.notice.say(words().notices.joined, true)
    focus('field')
  }

  /** Lets the line begin an account of its own. A notice offers it back. */
  async split(): Promise<void> {
    const id = this.line
    if (!this.journal.entry(id) || this.journal.entries[0]?.id === id) return
    this.endEdit()
    await this.writer.again()
    if (await attempt(this, () => this.journal.split(id))) this.notice.say(words().notices.split, true)
    focus('lines')
  }

  /** Shows another zone's time beside every time, UTC unless another one was set; or hides it. */
  otherZone(): Promise<unknown> {
    const { secondZone } = this.settings.is
    if (secondZone) this.#zone = secondZone
    return this.settings.change({ secondZone: secondZone ? '' : this.#zone })
  }
  #zone = 'UTC'

  /** Goes to where lines are found by their words, and looks for these, if any. */
  async find(query?: string): Promise<void> {
    if (this.screen !== 'journal') await this.go('journal')
    this.layer = undefined
    this.rail = true
    if (query !== undefined) this.search.query = query
    void this.search.find()
    await tick()
    focus('find')
  }

  /** Goes from a found line to where it stands. */
  async show(entry: Entry): Promise<void> {
    if (this.screen !== 'journal') await this.go('journal')
    if (entry.account !== this.journal.account?.id) await this.openAccount(entry.account)
    this.rail = false
    this.line = entry.id
    await tick()
    focus('lines')
  }

  /** Gives up looking for lines, and goes on writing. */
  unfind(): void {
    this.search.clear()
    this.rail = false
    focus('field')
  }

  /** Moves through the lines: -1 is up. Below the last one is the field. */
  step(by: -1 | 1): void {
    step(by)
  }

  /** Moves to the next part of the window that there is. */
  nextPart(): void {
    nextPart(this.focused ? parts.indexOf(this.focused) : -1)
  }

  /** Shows or hides the rail where it does not always show. */
  toggleRail(): void {
    this.rail = !this.rail
    focus(this.rail ? 'rail' : 'field')
  }

  /** Makes a backup, and says what came of it. The journal can be written in meanwhile. */
  async backUp(): Promise<void> {
    await this.backups.now()
    const why = this.backups.is?.trouble
    const { trouble: because, unharmed, done } = words().backups
    this.notice.say(this.backups.trouble ? trouble(this.backups.trouble) : why ? `${because[why]} ${unharmed}` : done)
  }

  /** Puts accounts into the bin. What is being typed is a line of its own from here on. */
  async bin(...accounts: string[]): Promise<void> {
    this.endEdit()
    this.keep()
    await this.writer.again()
    if (await this.erasing.put(accounts)) await this.#listed()
  }

  /** The same from the journal, where a notice says how long it lies there. */
  async binThis(): Promise<void> {
    const id = this.journal.account?.id
    if (!id) return
    await this.bin(id)
    const binned = this.erasing.is?.accounts.find((each) => each.account.id === id)
    this.notice.say(binned ? words().notices.binned(day(dateOf(binned.erased), locale())) : '', false, 2)
    focus('field')
  }

  /** Takes accounts out of the bin. */
  async takeBack(...accounts: string[]): Promise<void> {
    if (await this.erasing.takeBack(accounts)) await this.#listed()
  }

  /** Erases what was asked about, for ever. */
  async erase(): Promise<void> {
    const what = this.erasing.asking
    if (what !== wholeJournal) {
      await this.erasing.now(what)
      return
    }
    this.#idle.pause()
    if (await this.erasing.journal()) {
      await this.writer.leave() // into nothing
      this.#forget()
      this.screen = 'erased'
      return
    }
    // It is still there, and may be closed.
    const why = this.erasing.trouble
    const start = await this.#api.start().catch(() => undefined)
    if (start?.vault === 'open') return this.stir()
    await this.openUp()
    this.trouble = why
  }

  /** Goes on where the journal was erased: in a fresh process, which holds nothing of it. */
  async anew(): Promise<void> {
    try {
      await this.#enter(await this.#api.anew())
    } catch (reason) {
      this.trouble = refused(reason)
    }
  }

  /** Shows what accounts there are now. */
  async #listed(): Promise<void> {
    const id = this.journal.account?.id
    await attempt(this, async () => {
      this.journal.clear()
      this.review.clear()
      this.releases.clear()
      this.sheet.clear()
      this.coach.clear()
      await this.journal.load(id)
    })
  }

  /** Before the window closes: resolves to whether all that was typed is kept. */
  async flush(): Promise<boolean> {
    const [kept] = await Promise.all([this.writer.flush(this.journal.target), this.#settleRest()])
    return kept
  }

  /** Keeps what is typed beside the lines, for no longer than closing would wait. */
  #settleRest(): Promise<unknown> {
    return Promise.race([Promise.all([this.review.settle(), this.telling.settle()]), late()])
  }

  async #enter(start: Start): Promise<void> {
    this.secured = start.secured
    this.recoverable = start.recovery
    this.begun = start.vault !== 'none'
    this.remains.forget()
    this.backups.forget()
    this.check.forget()
    this.erasing.forget()
    if (start.vault !== 'open') {
      this.screen = start.vault === 'none' ? 'first' : 'unlock'
      return
    }
    this.trouble = undefined
    // The field comes first: what was written before can be a moment late, or unreadable, and it still takes a line.
    this.screen = 'journal'
    this.#idle.forget()
    void this.settings.load().then(() => this.stir())
    await this.journal.load(start.spot.account)
    this.night.begin(!start.spot.screen)
    if (start.spot.screen) await resume(this, start.spot)
    const [notice] = start.notices
    if (notice) this.notice.say(words().notices.opened[notice.about](notice.count, notice.place), false, 4)
  }

  /** A save into a journal that is not open any more: the computer slept before the window could say anything. */
  async #unlocked<T>(save: Promise<T>): Promise<T> {
    try {
      return await save
    } catch (reason) {
      if (refused(reason).code === 'locked') setTimeout(() => void this.lock(true))
      throw reason
    }
  }

  async #save(line: Line): Promise<{ recorded: string; revision: number }> {
    if (this.#open) return this.#unlocked(this.journal.record({ ...line, account: line.account || this.journal.target }))
    const at = await this.#api.drop(line)
    this.dropped = [...this.dropped, { ...line, at }]
    return { recorded: at, revision: 1 }
  }
}
