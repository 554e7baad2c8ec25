import { refused, type Leaving, type Left, type Line, type Refused, type Spot, type Start } from '../api'
import { locale, words } from '../strings/index.svelte'
import { clock, dateOf, day } from '../ui/time'
import type { Backups } from './backups.svelte'
import { Change, type ChangeApi } from './change.svelte'
import type { Check } from './check.svelte'
import { wholeJournal, type Erasing } from './erasing.svelte'
import { First, type FirstApi } from './first.svelte'
import { Idle } from './idle'
import type { Journal } from './journal.svelte'
import type { Lines } from './lines.svelte'
import type { Night } from './night.svelte'
import type { Notice } from './notice.svelte'
import type { Preview } from './preview.svelte'
import { Remains, type RemainsApi } from './remains.svelte'
import { Renewal, type RenewalApi } from './renewal.svelte'
import { Rescue, type RescueApi } from './rescue.svelte'
import { Restoring, type RestoreApi } from './restoring.svelte'
import type { Layer, Screen } from './screen'
import type { Settings } from './settings.svelte'
import type { Writer } from './writer.svelte'

/** What opening and closing a journal asks of Go. */
export interface GateApi extends FirstApi, ChangeApi, RenewalApi, RescueApi, RemainsApi, RestoreApi {
  start(): Promise<Start>
  begin(): Promise<Start>
  unlock(passphrase: string): Promise<Start>
  drop(line: Line): Promise<string>
  lock(leaving: Leaving): Promise<Left>
  anew(): Promise<Start>
  deviceKey(): Promise<string>
}

/** What the gate has to know of the window, and to ask of it. */
interface Around {
  screen: Screen
  layer: Layer
  trouble: Refused | undefined
  nonce: string
  readonly open: boolean
  readonly journal: Journal
  readonly lines: Lines
  readonly writer: Writer
  readonly preview: Preview
  readonly settings: Settings
  readonly backups: Backups
  readonly check: Check
  readonly erasing: Erasing
  readonly night: Night
  readonly notice: Notice
  go(screen: 'settings'): Promise<void>
  /** Keeps the line in the field. */
  keep(): void
  /** Keeps what is typed beside the lines. */
  settleRest(): Promise<unknown>
  /** Where somebody is, and back to there. */
  spot(): Spot
  goTo(spot: Spot): Promise<void>
  /** Nothing of the journal stays on screen. */
  forget(): void
}

/** How long it is until what could not be kept is tried again, in milliseconds. */
const outwait = 3000

/**
 * How a journal is opened and sealed: by its passphrase, its recovery key or a key on this computer, again from a backup,
 * and what can be read of a damaged one. Lines are written in front of it too.
 */
export class Gate {
  /** Whether a passphrase guards the journal. */
  secured = $state(true)
  /** Whether a recovery key was made for it. */
  recoverable = $state(false)
  /** Where the key of a journal without a passphrase is looked for. */
  deviceKey = $state('')
  /** Whether there is a journal yet. */
  begun = $state(true)
  /** Lines written in front of the sealed journal, in this sitting; the journal has them already. */
  dropped = $state.raw<readonly (Line & { at: string })[]>([])
  /** Whether the journal is locked, and yet this is not a fresh process: what was read can still be in its memory. */
  stale = $state(false)

  readonly first: First
  readonly change: Change
  readonly renewal: Renewal
  readonly rescue: Rescue
  readonly remains: Remains
  readonly restoring: Restoring

  readonly #api: GateApi
  readonly #desk: Around
  readonly #idle: Idle
  #locking = false
  /** Tries again to keep what locking could not. */
  #outwaiting: ReturnType<typeof setTimeout> | undefined

  constructor(api: GateApi, desk: Around) {
    this.#api = api
    this.#desk = desk
    this.first = new First(api)
    this.change = new Change(api)
    this.renewal = new Renewal(api)
    this.rescue = new Rescue(api)
    this.remains = new Remains(api)
    this.restoring = new Restoring(api)
    this.#idle = new Idle(
      () => (this.lockable ? desk.settings.is.lockAfter : 0),
      () => void this.lock(true),
    )
  }

  /** Whether the journal is open, also where a passphrase is being made for it, or a backup looked for. */
  get opened(): boolean {
    const { open, screen } = this.#desk
    return open || (screen === 'first' && this.begun) || (screen === 'restore' && this.restoring.behind)
  }

  /** Forgets what was asked at the gate, and who was there last. */
  clear(): void {
    this.remains.forget()
    this.restoring.clear()
    this.keysDone()
    this.dropped = []
    this.#idle.forget()
  }

  /** Finds out how things stand and shows the first screen. */
  async start(): Promise<void> {
    try {
      let start = await this.#api.start()
      this.#desk.nonce = start.nonce
      this.#desk.settings.begin(start)
      // Without a passphrase there is nothing to ask: the key lies on this computer.
      if (start.vault === 'locked' && !start.secured) start = await this.#api.begin()
      await this.#enter(start)
    } catch (reason) {
      this.#desk.trouble = refused(reason)
      if (this.#shut(this.#desk.trouble)) return this.damaged(this.#desk.trouble)
      if (this.#desk.trouble.code !== 'nokey') return
      this.deviceKey = await this.#api.deviceKey().catch(() => '')
      this.#desk.screen = 'nokey'
    }
  }

  /** "Write first, do this later": a journal whose key lies on this computer; or back to the one that is open. */
  async later(): Promise<void> {
    this.first.finish()
    this.#desk.trouble = undefined
    if (this.begun) {
      this.#desk.screen = 'journal'
      return
    }
    try {
      await this.#enter(await this.#api.begin())
    } catch (reason) {
      this.#desk.trouble = refused(reason)
    }
  }

  /** Shows where a passphrase is made. */
  async secure(): Promise<void> {
    await this.#desk.writer.settle()
    this.#desk.screen = 'first'
  }

  /** Goes from the recovery key to the journal. */
  async begin(): Promise<void> {
    const start = this.first.finish()
    if (!start) return
    try {
      await this.#enter(start)
    } catch (reason) {
      this.#desk.trouble = refused(reason)
    }
  }

  /** Opens the sealed journal. A wrong passphrase becomes trouble, nothing else changes. */
  async unlock(passphrase: string): Promise<void> {
    this.#desk.trouble = undefined
    try {
      await this.#inside(await this.#api.unlock(passphrase))
    } catch (reason) {
      this.#desk.trouble = refused(reason)
      if (this.#shut(this.#desk.trouble)) await this.damaged(this.#desk.trouble, passphrase)
    }
  }

  /** Whether damage keeps the journal shut; one that opened takes a line, whatever cannot be read of it. */
  #shut(why: Refused): boolean {
    return !this.#desk.open && (why.code === 'damaged' || why.code === 'lost')
  }

  /** Shows what is left of a journal that does not open for damage, read by what it was to be opened with. */
  async damaged(why: Refused, key = ''): Promise<void> {
    this.keysDone()
    this.#desk.trouble = why
    this.#desk.screen = 'damaged'
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
    this.#desk.screen = 'remains'
    await this.remains.show()
  }

  /** Goes from reading what is left, or from the backups, to where that was begun. */
  async leaveRestore(): Promise<void> {
    const { behind } = this.restoring
    this.restoring.clear()
    if (behind) {
      this.#desk.screen = 'journal'
      await this.#desk.go('settings')
    } else if (this.remains.is || this.#desk.trouble) this.#desk.screen = 'damaged'
    else await this.openUp()
  }

  /** Keeps what is typed, in the field and in the place of a line. */
  async #settle(): Promise<void> {
    this.#desk.lines.endEdit()
    this.#desk.keep()
    await this.#desk.writer.settle()
  }

  /** Shows the backups that the journal can be made of again. What is typed is kept first. */
  async restoreFrom(): Promise<void> {
    const behind = this.#desk.open
    if (behind) {
      await this.#settle()
      if (this.#desk.screen === 'preview') void this.#desk.preview.close()
    }
    this.keysDone()
    this.restoring.clear()
    this.restoring.behind = behind
    this.#desk.layer = undefined
    this.#desk.screen = 'restore'
    await this.restoring.load()
  }

  /** Makes the journal what the chosen backup holds, and opens it. */
  async restoreNow(): Promise<void> {
    const made = this.restoring.inside?.made ?? ''
    const start = await this.restoring.run()
    if (!start) return
    this.#desk.forget()
    this.restoring.clear()
    try {
      await this.#inside(start)
      const { aside } = await this.#api.restorable()
      const { done, doneAside } = words().restore
      this.#desk.notice.say(`${done(day(dateOf(made), locale()), clock(made))}${aside && ` ${doneAside}`}`, false, 4)
    } catch (reason) {
      this.#desk.trouble = refused(reason)
    }
  }

  /** Takes the journal again that a restore has set aside; it is locked then. */
  async goBack(): Promise<void> {
    if (this.#desk.open) await this.#settle()
    const start = await this.restoring.back()
    if (!start) return
    this.#desk.forget()
    await this.openUp()
    this.#desk.notice.say(words().restore.isBack, false, 2)
  }

  /** From the sealed journal into it. */
  async #inside(start: Start): Promise<void> {
    await this.#enter(start)
    this.dropped = []
    this.stale = false
    clearTimeout(this.#outwaiting)
    void this.#desk.writer.again()
  }

  /** "I do not remember it": the recovery key, or the plain truth. */
  forgotten(): void {
    this.#desk.trouble = undefined
    this.#desk.screen = 'forgotten'
  }

  /** Opens the journal by its recovery key, with the passphrase that was made. */
  async recover(): Promise<void> {
    const start = await this.rescue.recover()
    if (!start) return
    this.keysDone()
    try {
      await this.#inside(start)
      this.#desk.notice.say(words().notices.recovered)
    } catch (reason) {
      this.#desk.trouble = refused(reason)
    }
  }

  /** Shows where a key of the open journal is changed. What is typed is kept first. */
  async keys(screen: 'passphrase' | 'recovery'): Promise<void> {
    if (this.#desk.screen === 'preview') void this.#desk.preview.close()
    this.#desk.lines.endEdit()
    await this.#desk.writer.settle()
    this.keysDone()
    this.#desk.layer = undefined
    this.#desk.screen = screen
  }

  /** Puts the new recovery key in the place of the one before. */
  async renew(): Promise<void> {
    if (!(await this.renewal.use())) return
    await this.#desk.go('settings')
    this.#desk.notice.say(words().notices.renewed)
  }

  /** Nothing that opens the journal stays in the window once it is not asked for any more. */
  keysDone(): void {
    this.change.clear()
    this.renewal.clear()
    this.rescue.clear()
    this.remains.typed = ''
    this.restoring.typed = ''
    this.restoring.next.clear()
  }

  /** Goes from writing in front of the journal to opening it. The field keeps its text. */
  async openUp(): Promise<void> {
    this.keysDone()
    this.#desk.trouble = undefined
    this.#desk.screen = 'starting'
    await this.start()
  }

  /** Whether there is something that locking would seal: the journal, or lines written in front of it. */
  get lockable(): boolean {
    return this.secured && this.#desk.screen !== 'first' && (this.opened || this.#desk.screen === 'locked' || !!this.remains.is)
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
      if (this.#desk.open) await Promise.all([this.#desk.writer.hold(), this.#desk.settleRest()])
      const spot = this.#desk.spot()
      // From here on nothing can be typed: there is no field any more.
      this.#desk.screen = 'starting'
      this.#desk.layer = undefined
      this.#desk.night.resting = false
      const { lines, draft } = await this.#desk.writer.leave()
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
      this.#desk.trouble = undefined
    } catch (reason) {
      this.#desk.trouble = refused(reason)
    }
    void this.#desk.preview.close()
    this.#desk.forget()
    const unkept = left ? leaving.lines.filter((line) => left.unkept.includes(line.id)) : leaving.lines
    this.#desk.screen = unkept.length ? 'locked' : 'unlock'
    if (!unkept.length) return
    await this.#desk.writer.stay(unkept)
    this.#outwait()
  }

  /** Goes on trying to keep what locking could not, and locks for good once that is done. */
  #outwait(): void {
    clearTimeout(this.#outwaiting)
    this.#outwaiting = setTimeout(() => {
      void this.#desk.writer.again().then(() => {
        if (this.#desk.screen !== 'locked') return
        if (this.#desk.writer.pending.length) this.#outwait()
        else if (!this.#desk.writer.text.trim()) void this.lock(true)
      })
    }, outwait)
  }

  /** Somebody is there: the journal stays open for as long again. */
  stir = () => this.#idle.stir()

  /** Erases what was asked about, for ever. */
  async erase(): Promise<void> {
    const what = this.#desk.erasing.asking
    if (what !== wholeJournal) {
      await this.#desk.erasing.now(what)
      return
    }
    this.#idle.pause()
    if (await this.#desk.erasing.journal()) {
      await this.#desk.writer.leave() // into nothing
      this.#desk.forget()
      this.#desk.screen = 'erased'
      return
    }
    // It is still there, and may be closed.
    const why = this.#desk.erasing.trouble
    const start = await this.#api.start().catch(() => undefined)
    if (start?.vault === 'open') return this.stir()
    await this.openUp()
    this.#desk.trouble = why
  }

  /** Goes on where the journal was erased: in a fresh process, which holds nothing of it. */
  async anew(): Promise<void> {
    try {
      await this.#enter(await this.#api.anew())
    } catch (reason) {
      this.#desk.trouble = refused(reason)
    }
  }

  /** Shows the first screen of what was opened, or before what is not open. */
  async #enter(start: Start): Promise<void> {
    this.secured = start.secured
    this.recoverable = start.recovery
    this.begun = start.vault !== 'none'
    this.remains.forget()
    this.#desk.backups.forget()
    this.#desk.check.forget()
    this.#desk.erasing.forget()
    if (start.vault !== 'open') {
      this.#desk.screen = start.vault === 'none' ? 'first' : 'unlock'
      return
    }
    this.#desk.trouble = undefined
    // The field comes first: what was written before can be a moment late, or unreadable, and it still takes a line.
    this.#desk.screen = 'journal'
    this.#idle.forget()
    void this.#desk.settings.load().then(() => this.stir())
    await this.#desk.journal.load(start.spot.account)
    this.#desk.night.begin(!start.spot.screen)
    if (start.spot.screen) await this.#desk.goTo(start.spot)
    const [notice] = start.notices
    if (notice) this.#desk.notice.say(words().notices.opened[notice.about](notice.count, notice.place), false, 4)
  }

  /** A save into a journal that is not open any more: the computer slept before the window could say anything. */
  async unlocked<T>(save: Promise<T>): Promise<T> {
    try {
      return await save
    } catch (reason) {
      if (refused(reason).code === 'locked') setTimeout(() => void this.lock(true))
      throw reason
    }
  }

  /** Keeps a line: in the journal, or in front of the sealed one. */
  async save(line: Line): Promise<{ recorded: string; revision: number }> {
    if (this.opened) return this.unlocked(this.#desk.journal.record({ ...line, account: line.account || this.#desk.journal.target }))
    const at = await this.#api.drop(line)
    this.dropped = [...this.dropped, { ...line, at }]
    return { recorded: at, revision: 1 }
  }
}
