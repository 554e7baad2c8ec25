// All that the window asks of Go. Nothing else in the frontend knows how the two are joined.
import { codes } from './wire'
import type {
  About,
  Account,
  Asked,
  Backups,
  Bin,
  Bound,
  Calibration,
  CaseFile,
  Checkup,
  Closing,
  Compared,
  Code,
  Copied,
  Deciding,
  Described,
  Entry,
  Erased,
  Field,
  Filter,
  Found,
  Exported,
  ExportedLog,
  FindingClass,
  FindingKind,
  Format,
  Holds,
  Inside,
  Kept,
  Kin,
  Kind,
  Language,
  LaneMoment,
  LaneName,
  LanesSaved,
  Later,
  Leading,
  Leaving,
  Left,
  Lessons,
  Line,
  LookBack,
  Met,
  Moment,
  Name,
  Opened,
  Patterns,
  Preferences,
  Prepared,
  Profile,
  RecallMove,
  Recognised,
  Released,
  ReleaseShown,
  Relation,
  Restorable,
  Remark,
  RemarkKind,
  Reviewed,
  Saved,
  Secured,
  Share,
  SheetShown,
  Start,
  Strength,
  Theme,
  Sensitive,
  Timeline,
  Undone,
  Spoken,
} from './wire'

export type * from './wire'
export { maxText } from './wire'

declare global {
  interface Window {
    go: { app: Bound }
    runtime: { EventsOn(name: string, heard: () => void): () => void }
  }
}

/** A refusal by Go. The code is for the program and its translations; the message is a sentence in English. */
export class Refused extends Error {
  readonly code: Code

  constructor(code: Code, message: string) {
    super(message)
    this.name = 'Refused'
    this.code = code
  }
}

/** Turns what a bound call was rejected with into a Refused: Go sends `{"code","message"}` as a string. */
export function refused(reason: unknown): Refused {
  if (reason instanceof Refused) return reason
  const text = reason instanceof Error ? reason.message : String(reason)
  try {
    const { code, message } = JSON.parse(text) as Record<string, unknown>
    const known = codes.find((each) => each === code)
    if (known) return new Refused(known, String(message))
  } catch {
    // Not ours: the call did not get as far as Go.
  }
  return new Refused('internal', text)
}

async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (reason) {
    throw refused(reason)
  }
}

const bound = () => window.go.app
const journal = () => bound().Journal
const desktop = () => window.go.app.Window

/** How things stand as the window opens. */
export const start = (): Promise<Start> => ask(() => journal().Start())
/** Opens the sealed journal; refused with `passphrase` if that is not it. */
export const unlock = (passphrase: string): Promise<Start> => ask(() => journal().Unlock(passphrase))
/** Opens a journal that needs no passphrase yet, and makes one where there is none. */
export const begin = (): Promise<Start> => ask(() => journal().Begin())
/** Seals a line that waits inside until the journal is unlocked; returns when it was recorded. Needs no key. */
export const drop = (line: Line): Promise<string> => ask(() => journal().Drop(line))
/** Every account, newest first. */
export const accounts = (): Promise<Account[]> => ask(() => journal().Accounts())
/** One account and its lines, in order of time. */
export const open = (account: string): Promise<Opened> => ask(() => journal().Open(account))
/** Keeps a line. Trying again with the same line cannot keep it twice. */
export const record = (line: Line): Promise<Kept> => ask(() => journal().Record(line))
/** Keeps a new text for an entry; refused with `stale` if it is not at this revision. */
export const amend = (entry: string, revision: number, text: string): Promise<Kept> =>
  ask(() => journal().Amend(entry, revision, text))
/** Takes an entry out of its account. It can be restored for ever. */
export const remove = (entry: string): Promise<Kept> => ask(() => journal().Remove(entry))
/** Puts a removed entry back. */
export const restore = (entry: string): Promise<Kept> => ask(() => journal().Restore(entry))
/** "Enough for now": the account as it stands becomes its first telling. */
export const tell = (account: string): Promise<Opened> => ask(() => journal().Tell(account))

/** The lines of an account that were taken out. */
export const removed = (account: string): Promise<Entry[]> => ask(() => journal().Removed(account))
/** Changes what sort of thing an entry is. */
export const amendKind = (entry: string, kind: Kind): Promise<Kept> => ask(() => journal().AmendKind(entry, kind))
/** Changes when an entry was, as typed; refused with `when` if that cannot be read. */
export const amendMoment = (entry: string, typed: string): Promise<Kept> =>
  ask(() => journal().AmendMoment(entry, typed))
/** Changes how far an entry may travel. */
export const amendShare = (entry: string, share: Share): Promise<Kept> => ask(() => journal().AmendShare(entry, share))
/** How a moment typed for an entry is understood; changes nothing. */
export const moment = (entry: string, typed: string): Promise<Moment> => ask(() => journal().Moment(entry, typed))
/** The time at the very start of a line that is being typed. Needs no key. */
export const leading = (text: string): Promise<Leading> => ask(() => journal().Leading(text))
/** Chooses the line that times are counted from in releases. */
export const countFrom = (account: string, entry: string): Promise<Opened> =>
  ask(() => journal().CountFrom(account, entry))
/** Moves every line of an account into another; refused with `told` where its first telling is kept. */
export const join = (from: string, into: string): Promise<Opened> => ask(() => journal().Join(from, into))
/** Moves a line and all that come after it into an account of their own. */
export const split = (entry: string): Promise<Opened> => ask(() => journal().Split(entry))
/** The lines that a query finds, the latest recorded first, with the places where its words are. */
export const search = (query: string): Promise<Found> => ask(() => journal().Search(query))
/** The lines of a kind, those of the newest account first. */
export const ofKind = (kind: Kind): Promise<Entry[]> => ask(() => journal().OfKind(kind))
/** Takes back the latest change that can be; `what` is empty where there was nothing. */
export const undo = (): Promise<Undone> => ask(() => journal().Undo())
/** Makes again what undo took back last. */
export const redo = (): Promise<Undone> => ask(() => journal().Redo())

/** The questions that fit a line, with what was answered. Nothing of it is ever required. */
export const questions = (entry: string): Promise<Asked> => ask(() => bound().Telling.Ask(entry))
/** Keeps what was said of a line in one field; nothing takes it away, and what is skipped is not asked again. */
export const answer = (entry: string, field: Field, choices: string[], words: string, skipped: boolean): Promise<Asked> =>
  ask(() => bound().Telling.Answer(entry, field, choices, words, skipped))
/** Says how a line bears on another. */
export const link = (from: string, to: string, as: Relation): Promise<Kept> => ask(() => bound().Telling.Link(from, to, as))
/** Takes a link away. */
export const unlink = (from: string, to: string, as: Relation): Promise<Kept> =>
  ask(() => bound().Telling.Unlink(from, to, as))
/** Says what became of an expectation; no effects and no answer take the outcome away. */
export const conclude = (expectation: string, effects: string[], met: Met): Promise<Kept> =>
  ask(() => bound().Telling.Conclude(expectation, effects, met))
/** Makes a line a turning point, or no longer one; refused with `pivots` where there are five. */
export const pivot = (entry: string, is: boolean): Promise<Opened> => ask(() => bound().Telling.Pivot(entry, is))
/** Keeps what is said of an account as a whole. */
export const describe = (account: string, about: Described): Promise<Opened> =>
  ask(() => bound().Telling.Describe(account, about))
/** Makes a move in the guided recall of an account. */
export const recall = (account: string, move: RecallMove): Promise<Opened> =>
  ask(() => bound().Telling.Recall(account, move))
/** Keeps the closing page; refused with `nottold` before the first telling. */
export const closeAccount = (account: string, page: Closing): Promise<Opened> =>
  ask(() => bound().Telling.Close(account, page))
/** Says that an account is over. */
export const keepAccount = (account: string): Promise<Opened> => ask(() => bound().Telling.Keep(account))
/** What may identify in these lines of an account, a list for each; nothing at night. */
export const sensitive = (account: string, entries: string[]): Promise<Sensitive[][]> =>
  ask(() => bound().Telling.Sensitive(account, entries))
/** The lines of an account on a line. */
export const timeline = (account: string): Promise<Timeline> => ask(() => bound().Telling.Timeline(account))
/** What has become of an account since its first telling. */
export const since = (account: string): Promise<Later[]> => ask(() => bound().Telling.Since(account))

/** What a search can ask of a line beside its words. */
export const filters = (): Promise<Filter[]> => ask(() => bound().Learning.Filters())
/** Those of these lines that are there, in the order given. */
export const lines = (entries: string[]): Promise<Entry[]> => ask(() => bound().Learning.Lines(entries))
/** Every learning. The three calls below answer with how they stand then. */
export const lessons = (): Promise<Lessons> => ask(() => bound().Learning.Lessons())
/** Says whether a learning still holds; empty takes back what was said. */
export const markHolds = (learning: string, holds: Holds): Promise<Lessons> =>
  ask(() => bound().Learning.MarkHolds(learning, holds))
/** Says that a line answers an open question; refused with `notasked` if it is none. */
export const resolve = (question: string, by: string): Promise<Lessons> => ask(() => bound().Learning.Resolve(question, by))
/** Takes back that a line answers a question. */
export const reopen = (question: string, by: string): Promise<Lessons> => ask(() => bound().Learning.Reopen(question, by))
/** How often things happened. */
export const patterns = (): Promise<Patterns> => ask(() => bound().Learning.Patterns())
/** How sure somebody was, against what happened. */
export const calibration = (): Promise<Calibration> => ask(() => bound().Learning.Calibration())
/** Writes what was learned, what recurs and how sure one was into a folder of the person's choice, in the clear. */
export const exportLog = (title: string): Promise<ExportedLog> => ask(() => bound().Learning.Export(title))
/** The case files, the one begun last first. They are reviewed, prepared and listed like accounts, by their id. */
export const cases = (): Promise<CaseFile[]> => ask(() => bound().Cases.List())
/** Begins a case file of these lines, some of them chosen; refused with `withheld` if none of them may be quoted. */
export const beginCase = (name: string, lines: string[], chosen: string[]): Promise<CaseFile> =>
  ask(() => bound().Cases.Begin(name, lines, chosen))
/** Says what a case file is called. */
export const nameCase = (id: string, name: string): Promise<Reviewed> => ask(() => bound().Cases.Name(id, name))
/** Takes a case file off the list; what left of it stays with the releases. */
export const putAside = (id: string): Promise<CaseFile[]> => ask(() => bound().Cases.PutAside(id))
/** At most three earlier lines of other accounts that are like the text. */
export const similar = (text: string, account: string): Promise<Kin[]> => ask(() => bound().Learning.Similar(text, account))
/** What comes up again now. The two calls below answer with what does then. */
export const lookBack = (): Promise<LookBack> => ask(() => bound().Learning.LookBack())
/** Says whether told accounts and learnings come up again. */
export const setLookBack = (on: boolean): Promise<LookBack> => ask(() => bound().Learning.SetLookBack(on))
/** Says that what came up was looked at; never is "not this one", for ever. */
export const lookedBack = (account: string, entry: string, time: number, never: boolean): Promise<LookBack> =>
  ask(() => bound().Learning.LookedBack(account, entry, time, never))

/** The review of an account. Every change below answers with the review as it stands then. */
export const review = (account: string): Promise<Reviewed> => ask(() => bound().Review.Open(account))
/** Takes lines into the next release, or leaves them out; refused with `withheld` if one is background. */
export const choose = (account: string, entries: string[], chosen: boolean): Promise<Reviewed> =>
  ask(() => bound().Review.Choose(account, entries, chosen))
/** Says what becomes of a finding. The label counts only with `as`. */
export const decide = (account: string, finding: string, what: Deciding, label = ''): Promise<Reviewed> =>
  ask(() => bound().Review.Decide(account, finding, what, label))
/** Hides a finding under a pseudonym of another class; refused with `tied` if it has no pseudonym. */
export const classify = (account: string, finding: string, of: FindingClass): Promise<Reviewed> =>
  ask(() => bound().Review.Classify(account, finding, of))
/** Says that two findings are one thing; refused with `tied` if one is a secret, a time or the like. */
export const merge = (account: string, finding: string, other: string): Promise<Reviewed> =>
  ask(() => bound().Review.Merge(account, finding, other))
/** Says that a form of a finding is another thing's; refused with `tied` if it has no other form. */
export const part = (account: string, finding: string, form: string): Promise<Reviewed> =>
  ask(() => bound().Review.Part(account, finding, form))
/** Says that what stands at one place of a finding, counted from 0, is another thing; refused with `tied` if it has no other. */
export const partPlace = (account: string, finding: string, place: number): Promise<Reviewed> =>
  ask(() => bound().Review.PartPlace(account, finding, place))
/** Answers an indirect question: its words become others, the suggested ones where none are given. */
export const settle = (account: string, question: string, words = ''): Promise<Reviewed> =>
  ask(() => bound().Review.Settle(account, question, words))
/** Answers an indirect question: its words stay, in one release. */
export const leave = (account: string, question: string): Promise<Reviewed> =>
  ask(() => bound().Review.Leave(account, question))
/** Hides a stretch of a chosen line as it will be read, in UTF-16 units, and wherever else that text stands. */
export const mark = (
  account: string,
  entry: string,
  from: number,
  to: number,
  kind: FindingKind = '',
): Promise<Reviewed> => ask(() => bound().Review.Mark(account, entry, from, to, kind))
/** Says for whom the next release is, and how much it shows. */
export const address = (account: string, profile: Profile, audience: string): Promise<Reviewed> =>
  ask(() => bound().Review.Address(account, profile, audience))

/** Says what leaves beside the lines: what was said of them, unless they leave alone, and the last page. */
export const leaveBeside = (account: string, linesOnly: boolean, lastPage: boolean): Promise<Reviewed> =>
  ask(() => bound().Review.Beside(account, linesOnly, lastPage))

/** What the coach asks about lines as they will be read, a list for each; nothing at night or of what was put aside. */
export const coach = (lines: Spoken[], language: Language): Promise<Remark[][]> =>
  ask(() => bound().Review.Coach(lines, language))
/** Puts one remark aside: what was asked about these words of an entry. */
export const pass = (entry: string, kind: RemarkKind, words: string): Promise<void> =>
  ask(() => bound().Review.Pass(entry, kind, words))

/** Makes the document of the chosen lines. What stops it is an answer, not a refusal. */
export const prepare = (account: string): Promise<Prepared> => ask(() => bound().Release.Prepare(account))
/** Saves exactly the bytes that were shown; the path is empty where the person gave up. */
export const save = (draft: string, format: Format, title: string): Promise<Saved> =>
  ask(() => bound().Release.Save(draft, format, title))
/** The verified Markdown, for the clipboard; it counts as released. */
export const copy = (draft: string): Promise<Copied> => ask(() => bound().Release.Copy(draft))
/** The bytes of a draft's file, as they will leave. */
export const pages = (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  ask(async () => {
    const answer = await fetch(path)
    if (!answer.ok) throw new Refused('gone', 'the draft is gone')
    return new Uint8Array(await answer.arrayBuffer())
  })
/** Says whether the draft takes the place of the earlier release that was offered, once it leaves. */
export const takePlace = (draft: string, takes: boolean): Promise<void> =>
  ask(() => bound().Release.TakePlace(draft, takes))
/** Forgets the draft. */
export const discard = (): Promise<void> => ask(() => bound().Release.Discard())

/** Other people's released accounts beside one another. Every call but the last answers with how they stand then. */
export const lanes = (): Promise<Compared> => ask(() => bound().Lanes.Show())
/** Asks for the file of an account and sets it beside the others. */
export const openLane = (title: string): Promise<Compared> => ask(() => bound().Lanes.Open(title))
/** Opens a comparison that is kept, closes the one that is open, or removes one for ever. */
export const reopenLanes = (id: string): Promise<Compared> => ask(() => bound().Lanes.Reopen(id))
export const putLanesAway = (): Promise<Compared> => ask(() => bound().Lanes.PutAway())
export const eraseLanes = (id: string): Promise<Compared> => ask(() => bound().Lanes.Erase(id))
/** Takes a lane away, with what was said of it. */
export const closeLane = (lane: number): Promise<Compared> => ask(() => bound().Lanes.Close(lane))
/** Makes a minute of a lane's own clock the moment T+00:00. */
export const countLane = (lane: number, minutes: number): Promise<Compared> => ask(() => bound().Lanes.Count(lane, minutes))
/** Says within how many minutes lines count as near. */
export const nearness = (minutes: number): Promise<Compared> => ask(() => bound().Lanes.Nearness(minutes))
/** Says that labels of several lanes are one. */
export const callLabels = (names: LaneName[], label: string): Promise<Compared> => ask(() => bound().Lanes.Call(names, label))
export const uncallLabels = (n: number): Promise<Compared> => ask(() => bound().Lanes.Uncall(n))
/** Says that lines are the same moment, or that they differ. */
export const sayMoment = (moment: LaneMoment): Promise<Compared> => ask(() => bound().Lanes.Say(moment))
export const unsayMoment = (n: number): Promise<Compared> => ask(() => bound().Lanes.Unsay(n))
/** Decides about something that is no label of a release. */
export const decideLane = (kind: FindingKind, key: string, action: 'hide' | 'keep'): Promise<Compared> =>
  ask(() => bound().Lanes.Decide(kind, key, action))
/** Saves the comparison. What stops it is an answer, not a refusal. */
export const saveLanes = (format: Format, title: string): Promise<LanesSaved> => ask(() => bound().Lanes.Save(format, title))
/** What has left of an account, newest first. */
export const releases = (account: string): Promise<Released[]> => ask(() => bound().Releases.List(account))
/** A release as it left. Its files can be fetched until another one is shown. */
export const showRelease = (release: string): Promise<ReleaseShown> => ask(() => bound().Releases.Show(release))
/** Marks a release as withdrawn, or no longer. */
export const withdraw = (release: string, withdrawn: boolean): Promise<Released[]> =>
  ask(() => bound().Releases.Withdraw(release, withdrawn))
/** Says that a release takes the place of an earlier one, or of none; refused with `audience`. */
export const supersede = (later: string, earlier: string): Promise<Released[]> =>
  ask(() => bound().Releases.Supersede(later, earlier))
/** Saves a file of a release again; the path is empty where the person gave up. */
export const saveRelease = (release: string, format: Format, title: string): Promise<Saved> =>
  ask(() => bound().Releases.Save(release, format, title))
/** Asks for a file and says which releases it is of. */
export const recognise = (title: string): Promise<Recognised> => ask(() => bound().Releases.Recognise(title))

/** The meeting sheet of an account. */
export const sheet = (account: string): Promise<SheetShown> => ask(() => bound().Sheet.Read(account))
/** Keeps it; refused with `turns` if it has more than three turning points. */
export const keepSheet = (account: string, turns: string[], about: string, rather: string): Promise<SheetShown> =>
  ask(() => bound().Sheet.Keep(account, turns, about, rather))
/** Says what becomes of something found in it. */
export const decideSheet = (account: string, finding: string, what: Deciding): Promise<SheetShown> =>
  ask(() => bound().Sheet.Decide(account, finding, what))
/** Makes the page. What stops it is an answer, not a refusal. */
/** Answers an indirect question about it: these words stand there, or the suggested ones. */
export const settleSheet = (account: string, question: string, words = ''): Promise<SheetShown> =>
  ask(() => bound().Sheet.Settle(account, question, words))
export const leaveSheet = (account: string, question: string): Promise<SheetShown> =>
  ask(() => bound().Sheet.Leave(account, question))
export const prepareSheet = (account: string): Promise<Prepared> => ask(() => bound().Sheet.Prepare(account))

/** How hard a passphrase is to guess. */
export const strength = (passphrase: string): Promise<Strength> => ask(() => bound().Secure.Strength(passphrase))
/** Six words drawn by lot. */
export const phrase = (): Promise<string> => ask(() => bound().Secure.Phrase())
/** Gives the journal its first passphrase. The recovery key is in this answer and nowhere else. */
export const makeSecure = (passphrase: string): Promise<Secured> => ask(() => bound().Secure.Make(passphrase))
/** Puts another passphrase in the place of the present one. */
export const changePassphrase = (present: string, next: string): Promise<Start> =>
  ask(() => bound().Secure.Change(present, next))
/** Seals everything anew, so that no copy made before opens with what is written from now on. */
export const rekey = (passphrase: string): Promise<Start> => ask(() => bound().Secure.Rekey(passphrase))
/** A recovery key that opens nothing before it is used. It is in this answer and nowhere else. */
export const drawRecovery = (passphrase: string): Promise<Secured> =>
  ask(() => bound().Secure.DrawRecovery(passphrase))
/** Puts a drawn recovery key in the place of the present one. */
export const useRecovery = (passphrase: string, recovery: string): Promise<Start> =>
  ask(() => bound().Secure.UseRecovery(passphrase, recovery))
/** The recovery key in the file that it was saved to; empty where the person gave up, refused with `mistyped`. */
export const readRecovery = (title: string): Promise<string> => ask(() => bound().Secure.ReadRecovery(title))
/** Where the key of a journal without a passphrase is looked for. */
export const deviceKey = (): Promise<string> => ask(() => bound().Secure.DeviceKey())
/** Refused with `mistyped` or `otherkey` if the recovery key does not open the locked journal. */
export const checkRecovery = (recovery: string): Promise<void> => ask(() => bound().Secure.CheckRecovery(recovery))
/** Gives the locked journal a new passphrase by its recovery key, and opens it. */
export const recover = (recovery: string, next: string): Promise<Start> =>
  ask(() => bound().Secure.Recover(recovery, next))
/** Writes the recovery key into a file of the person's choice; refused with `exists`, never overwritten. */
export const saveRecovery = (recovery: string, title: string): Promise<Saved> =>
  ask(() => bound().Secure.SaveRecovery(recovery, title))
/**
 * Puts what is not on disk into the inbox, wipes the keys, and replaces the whole program by a fresh one: this answers
 * only where that cannot be. The spot comes back with the start after unlocking.
 */
export const lock = (leaving: Leaving): Promise<Left> => ask(() => bound().Secure.Lock(leaving))

/** The settings; while the journal is locked only theme and language are known, from start. */
export const preferences = (): Promise<Preferences> => ask(() => bound().Settings.Read())
/** Keeps the settings, and answers as they were kept. */
export const changePreferences = (to: Preferences): Promise<Preferences> => ask(() => bound().Settings.Change(to))
/** Keeps theme and language, which need no key. */
export const look = (theme: Theme, language: Language): Promise<Start> =>
  ask(() => bound().Settings.Look(theme, language))
/** What is hidden in every release. */
export const names = (): Promise<Name[]> => ask(() => bound().Settings.Names())
/** Adds names as typed, one thing a line; refused with `names`. */
export const addNames = (list: string): Promise<Name[]> => ask(() => bound().Settings.AddNames(list))
/** Adds names from a text file of the person's choice. */
export const importNames = (title: string): Promise<Name[]> => ask(() => bound().Settings.ImportNames(title))
/** Takes a thing off the list, by one of its forms. */
export const removeName = (kind: FindingKind, form: string): Promise<Name[]> =>
  ask(() => bound().Settings.RemoveName(kind, form))
/** Writes every account in the clear into a folder of the person's choice. */
export const exportAll = (title: string): Promise<Exported> => ask(() => bound().Settings.Export(title))
/** Reads all of the open journal and of its backups; damage is in the answer. */
export const check = (): Promise<Checkup> => ask(() => bound().Check.Run())
/**
 * Reads what is left of a journal that did not open for damage, by the recovery key, or where that is empty by the
 * passphrase; refused with `passphrase`, `mistyped` or `otherkey`. It can be read below until the journal is locked.
 */
export const whatIsLeft = (passphrase: string, recovery: string): Promise<Checkup> =>
  ask(() => bound().Check.Left(passphrase, recovery))
/** The accounts of which something is left, the newest first. */
export const leftAccounts = (): Promise<Account[]> => ask(() => bound().Check.LeftAccounts())
/** One of them, with the lines that can be read. */
export const leftAccount = (account: string): Promise<Opened> => ask(() => bound().Check.LeftAccount(account))
/** Asks for a folder and writes what is left into it, in the clear. */
export const exportLeft = (title: string): Promise<Exported> => ask(() => bound().Check.Export(title))
/** The backups that there are, and whether a journal was set aside. */
export const restorable = (): Promise<Restorable> => ask(() => bound().Restore.List())
/** Asks for the file of a backup; empty where the person gave up. */
export const chooseBackup = (title: string): Promise<string> => ask(() => bound().Restore.Choose(title))
/** What a backup holds; refused with `mistyped`, `otherkey` or `notbackup`. */
export const readBackup = (path: string, recovery: string): Promise<Inside> =>
  ask(() => bound().Restore.Read(path, recovery))
/** Makes the journal what the backup holds, sets the one that is here aside, and opens it. */
export const restoreBackup = (path: string, recovery: string, next: string): Promise<Start> =>
  ask(() => bound().Restore.Run(path, recovery, next))
/** Takes the journal again that was set aside last; it is locked then. */
export const goBack = (): Promise<Start> => ask(() => bound().Restore.Back())
/** Removes what was set aside, for ever. */
export const confirmRestore = (): Promise<Restorable> => ask(() => bound().Restore.Confirm())
/** How the backups stand. Every call below answers with how they stand then. */
export const backups = (): Promise<Backups> => ask(() => bound().Backup.Read())
/** Makes a backup; why there is none is in the answer. */
export const backUp = (): Promise<Backups> => ask(() => bound().Backup.Now())
/** Asks for the folder that backups go to from now on. */
export const chooseBackups = (title: string): Promise<Backups> => ask(() => bound().Backup.Choose(title))
/** Makes them go to the journal's own folder. */
export const ownBackups = (): Promise<Backups> => ask(() => bound().Backup.Own())
/** How the bin stands, and what erasing leaves behind. The three calls below answer with how it stands then. */
export const bin = (): Promise<Bin> => ask(() => bound().Erase.Read())
/** Puts accounts into the bin, for 30 days. */
export const putIntoBin = (accounts: string[]): Promise<Bin> => ask(() => bound().Erase.Bin(accounts))
/** Takes accounts out of the bin, as they were. */
export const takeBack = (accounts: string[]): Promise<Bin> => ask(() => bound().Erase.TakeBack(accounts))
/** Erases an account for ever. */
export const eraseNow = (account: string): Promise<Bin> => ask(() => bound().Erase.Now(account))
/** Erases the whole journal for ever, and says what of it lies elsewhere. */
export const eraseJournal = (): Promise<Erased> => ask(() => bound().Erase.Journal())
/** Replaces the whole program by a fresh one, in front of nothing: this answers only where that cannot be. */
export const anew = (): Promise<Start> => ask(() => bound().Erase.Anew())
/** What the program says of itself. */
export const about = (): Promise<About> => ask(() => bound().Settings.About())

/** Hears that the program was started a second time: the window is in front, the person wants to write. */
export const onAgain = (heard: () => void): void => void window.runtime.EventsOn('again', heard)

/** Hears that the computer is about to sleep: the journal has to lock. */
export const onLock = (heard: () => void): void => void window.runtime.EventsOn('lock', heard)

/** Hears that lines were taken in that something else wrote. */
export const onArrived = (heard: () => void): void => void window.runtime.EventsOn('arrived', heard)

/** Says that the first content is on screen, in milliseconds since the page began. */
export const painted = (after: number): Promise<void> => ask(() => desktop().Painted(after))
/** What a benchmark wants to be told. */
export type Timed = 'key' | 'frame' | 'timeline'
/** Says how long the page took for something, in milliseconds. */
export const took = (what: Timed, milliseconds: number): Promise<void> => ask(() => desktop().Took(what, milliseconds))
/** Whether a benchmark wants to be told. */
export const measures = (): Promise<boolean> => ask(() => desktop().Measures())
/** Calls save before the window closes and tells Go whether everything is kept. */
export function onFlush(save: () => Promise<boolean>): void {
  window.runtime.EventsOn('flush', () => {
    void save()
      .catch(() => false)
      .then((saved) => ask(() => desktop().Flushed(saved)))
  })
}
