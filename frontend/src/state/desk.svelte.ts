import { tick } from 'svelte'
import type { Entry, Leading, Place, Refused, RemarkKind, Spot } from '../api'
import { locale, trouble, words } from '../strings/index.svelte'
import { focus, nextPart, nextRemark, parts, step, type Part } from '../ui/focus'
import { dateOf, day } from '../ui/time'
import { attempt } from './attempt.svelte'
import { Backups, type BackupsApi } from './backups.svelte'
import { Cases, type CasesApi } from './cases.svelte'
import { Check, type CheckApi } from './check.svelte'
import { Coach, type CoachApi } from './coach.svelte'
import { Erasing, type EraseApi } from './erasing.svelte'
import { Gate, type GateApi } from './gate.svelte'
import { Journal, type JournalApi } from './journal.svelte'
import { Lanes, type LanesApi } from './lanes.svelte'
import type { Learning, LearningApi } from './learning.svelte'
import { Lines, type UndoApi } from './lines.svelte'
import { Night } from './night.svelte'
import { Notice } from './notice.svelte'
import { Panel } from './panel.svelte'
import { Preview, type PreviewApi } from './preview.svelte'
import { Releases, type ReleasesApi } from './releases.svelte'
import { Review, type ReviewApi } from './review.svelte'
import { inside, type Inside, type Layer, type Screen } from './screen'
import { Search, type SearchApi } from './search.svelte'
import type { Seen, SeenApi } from './seen.svelte'
import { Sensitive, type SensitiveApi } from './sensitive.svelte'
import { Settings, type SettingsApi } from './settings.svelte'
import { Sheet, type SheetApi } from './sheet.svelte'
import { resume, spotOf } from './spot'
import { Telling, type TellingApi } from './telling.svelte'
import { late, Writer } from './writer.svelte'

/** What the desk asks of Go; api.ts has all of it. */
export interface DeskApi
  extends
    GateApi,
    JournalApi,
    UndoApi,
    TellingApi,
    ReviewApi,
    CoachApi,
    LanesApi,
    PreviewApi,
    ReleasesApi,
    CasesApi,
    SheetApi,
    SearchApi,
    LearningApi,
    SeenApi,
    SensitiveApi,
    SettingsApi,
    BackupsApi,
    CheckApi,
    EraseApi {
  leading(text: string): Promise<Leading>
}

/** The clocks that times can be shown by: where they were lived, UTC, or counted from time zero. */
export const clocks = ['local', 'utc', 'zero'] as const
export type Clocks = (typeof clocks)[number]

/** The screens on which a case file can stand in the place of an account. */
const ofCases: readonly Screen[] = ['review', 'preview', 'releases']

/** All that is on screen and all that can be done with it: what commands act on. */
export class Desk {
  screen = $state<Screen>('starting')
  layer = $state<Layer>()
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

  readonly gate: Gate
  readonly journal: Journal
  readonly lines: Lines
  readonly writer: Writer
  readonly telling: Telling
  readonly review: Review
  readonly coach: Coach
  readonly preview: Preview
  readonly lanes: Lanes
  readonly releases: Releases
  readonly cases: Cases
  readonly sheet: Sheet
  readonly settings: Settings
  readonly backups: Backups
  readonly check: Check
  readonly erasing: Erasing
  readonly search: Search
  readonly sensitive: Sensitive
  readonly notice = new Notice()
  readonly night: Night
  readonly panel: Panel
  /** What years add up to, and what a line is like: there once the screens by day are loaded. */
  learning = $state.raw<Learning>()
  seen = $state.raw<Seen>()

  /** Wide is whether the window has room for a panel beside the lines. */
  constructor(api: DeskApi, wide = () => true) {
    this.gate = new Gate(api, this)
    this.journal = new Journal(api)
    this.lines = new Lines(api, this)
    this.telling = new Telling(api, this.journal)
    this.coach = new Coach(api)
    this.review = new Review(api, (line) => this.coach.of(line))
    this.preview = new Preview(api)
    this.lanes = new Lanes(api)
    this.releases = new Releases(api)
    this.cases = new Cases(api)
    this.sheet = new Sheet(api)
    this.settings = new Settings(api)
    this.backups = new Backups(api)
    this.check = new Check(api)
    this.erasing = new Erasing(api)
    this.search = new Search(api)
    this.sensitive = new Sensitive(api)
    this.panel = new Panel(wide)
    this.night = new Night({
      writing: () => this.screen === 'journal',
      account: () => this.journal.account,
      newest: () => this.journal.accounts[0],
      setting: () => this.settings.is.night,
    })
    this.writer = new Writer({
      record: (line) => this.gate.save(line),
      amend: (...change) => this.gate.unlocked(this.journal.amend(...change)),
      revision: async (entry) => (await this.gate.unlocked(api.questions(entry))).entry.revision,
      amendKind: (...change) => this.gate.unlocked(this.journal.amendKind(...change)),
      amendMoment: (...change) => this.gate.unlocked(this.journal.amendMoment(...change)),
      remove: (...change) => this.gate.unlocked(this.journal.remove(...change)),
      leading: (text) => api.leading(text),
      // In front of the sealed journal a line is kept once: what lies in the inbox cannot be changed.
      early: () => this.gate.opened,
    })
  }

  /** What is reviewed, previewed and released: a case file, or the account that is open. */
  get subject(): string | undefined {
    return this.cases.at || this.journal.account?.id
  }

  /** Whether the day's screens can be gone to. */
  readonly open: boolean = $derived((inside as readonly Screen[]).includes(this.screen))

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

  /** Nothing of the journal stays on screen. */
  forget(): void {
    this.gate.clear()
    this.telling.clear()
    this.panel.joining = false
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
    this.asking = undefined
    this.line = ''
  }

  /** Where somebody is, to be there again once the journal was locked and opened. */
  spot(): Spot {
    return spotOf(this)
  }

  goTo(spot: Spot): Promise<void> {
    return resume(this, spot)
  }

  /** Shows what something else wrote into the journal: "firsthand note" beside the window. */
  async arrive(): Promise<void> {
    if (!this.open) return
    await attempt(this, () => this.journal.arrive(!this.writer.slip.revision))
  }

  /** Goes to the writing field, from wherever. */
  async write(): Promise<void> {
    this.night.resting = false
    this.layer = undefined
    this.gate.keysDone()
    if (this.screen === 'erased') return this.gate.anew()
    if (this.screen === 'first') await this.gate.later()
    else if (this.gate.opened) this.screen = 'journal'
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
  async go(screen: Exclude<Inside, 'passphrase' | 'recovery'>): Promise<void> {
    this.layer = undefined
    if (!this.open) return
    this.lines.endEdit()
    if (screen !== this.screen) this.notice.clear()
    await this.writer.settle()
    await Promise.all([this.review.settle(), this.sheet.settle(), this.telling.settle()])
    this.gate.keysDone()
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
    this.lines.endEdit()
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

  /** Opens the line of the timeline that has the keyboard where it was written. */
  async openLine(): Promise<void> {
    const { line } = this
    await this.go('journal')
    this.line = line
    await tick()
    focus('lines')
  }

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
    this.lines.endEdit()
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
    const [kept] = await Promise.all([this.writer.flush(this.journal.target), this.settleRest()])
    return kept
  }

  /** Keeps what is typed beside the lines, for no longer than closing would wait. */
  settleRest(): Promise<unknown> {
    return Promise.race([Promise.all([this.review.settle(), this.telling.settle()]), late()])
  }
}
