// Made from package app; renew it by: make wire

export type State =
  | 'open'
  | 'told'
  | 'released'
  | 'kept'

export type Type =
  | ''
  | 'incident'
  | 'near miss'
  | 'surprise'
  | 'drill'

export type OnCall =
  | ''
  | 'yes'
  | 'no'
  | 'not sure'

export interface Described {
  title: string
  codename: string
  type: Type
  roles: string
  onCall: OnCall
}

export type RecallStage =
  | ''
  | 'place'
  | 'tell'
  | 'before'
  | 'line'
  | 'keep'
  | 'evidence'
  | 'pivots'
  | 'deepen'
  | 'conditions'
  | 'later'

export interface Closing {
  happened: string
  specific: string
  similar: string
}

export interface Account {
  id: string
  title: string
  state: State
  zone: string
  told: boolean
  t0: string
  day: string
  started: string
  ended: string
  first: string
  lines: number
  about: Described
  pivots: string[]
  recall: RecallStage
  closing: Closing
}

export type Kind =
  | ''
  | 'action'
  | 'effect'
  | 'expectation'
  | 'assumption'
  | 'understanding'
  | 'decision'
  | 'condition'
  | 'reaction'
  | 'learning'
  | 'idea'
  | 'note'

export type Certainty =
  | ''
  | 'exact'
  | 'approximate'
  | 'doubtful'

export type Share =
  | 'private'
  | 'background'
  | 'share'

export type Relation =
  | 'see'
  | 'led to'
  | 'supersedes'
  | 'answers'

export interface Link {
  to: string
  as: Relation
}

export type Met =
  | ''
  | 'met'
  | 'not met'
  | 'never known'

export interface Outcome {
  effects: string[]
  met: Met
  before: boolean
}

export interface Span {
  from: number
  to: number
}

export interface Entry {
  id: string
  account: string
  text: string
  kind: Kind
  guessed: boolean
  at: string
  typed: string
  sure: Certainty
  zone: string
  share: Share
  recorded: string
  locked: boolean
  removed: string
  revision: number
  links: Link[]
  outcome: Outcome
  marks: Span[]
}

export interface Kept {
  account: Account
  entry: Entry
}

export type VaultState =
  | 'none'
  | 'locked'
  | 'open'

export type Theme =
  | 'system'
  | 'light'
  | 'dark'

export type Language =
  | 'system'
  | 'en'
  | 'de'

export interface Spot {
  screen: string
  part: string
  account: string
  caseFile: string
  entry: string
  draft: string
  waits: string
  timed: boolean
  from: number
  to: number
}

export type Matter =
  | 'unreadable'
  | 'full'
  | 'readonly'
  | 'disk'

export interface Notice {
  about: Matter
  count: number
  place: string
}

export interface Start {
  vault: VaultState
  secured: boolean
  recovery: boolean
  version: string
  nonce: string
  theme: Theme
  language: Language
  spot: Spot
  notices: Notice[]
}

export interface Opened {
  account: Account
  entries: Entry[]
  damaged: boolean
}

export interface Line {
  id: string
  account: string
  text: string
  kind: Kind
  moment: string
}

export interface Leading {
  typed: string
  rest: string
  at: string
}

export interface Moment {
  at: string
  sure: Certainty
  zone: string
}

export type What =
  | ''
  | 'removed'
  | 'restored'
  | 'kind'
  | 'moment'
  | 'share'
  | 'chosen'
  | 'left'
  | 'zero'
  | 'decided'
  | 'marked'
  | 'merged'
  | 'parted'
  | 'listed'
  | 'unlisted'
  | 'moved'
  | 'answered'
  | 'linked'
  | 'concluded'
  | 'settled'
  | 'withdrawn'
  | 'superseded'

export interface Undone {
  what: What
  account: string
  entry: string
  undo: number
  redo: number
}

export interface Wrong {
  filter: string
  at: Span
  takes: string[]
  unfinished: boolean
}

export interface Found {
  entries: Entry[]
  partly: boolean
  wrong: Wrong
}

export type Field =
  | 'with'
  | 'own'
  | 'guards'
  | 'page'
  | 'by'
  | 'basis'
  | 'direction'
  | 'why'
  | 'level'
  | 'noticed'
  | 'surprise'
  | 'held from'
  | 'held until'
  | 'said'
  | 'checked'
  | 'ended'
  | 'cues'
  | 'meaning'
  | 'expected'
  | 'options'
  | 'goal'
  | 'pressures'
  | 'help'
  | 'change'
  | 'side'
  | 'role'
  | 'condition'
  | 'felt'
  | 'awake'
  | 'learned'
  | 'wanted'
  | 'holds'
  | 'source'
  | 'known from'
  | 'then'
  | 'now'
  | 'things'

export type Shape =
  | 'words'
  | 'one'
  | 'some'
  | 'hours'
  | 'moment'

export type Choice =
  | 'told to'
  | 'procedure'
  | 'my call'
  | 'other'
  | 'not sure'
  | 'absent'
  | 'present'
  | 'off'
  | 'bypassed for a reason'
  | 'worked'
  | 'docs'
  | 'runbook'
  | 'experience'
  | 'told'
  | 'test environment'
  | 'reading code'
  | 'dashboard'
  | 'habit'
  | 'hunch'
  | 'did not happen'
  | 'happened unexpectedly'
  | 'different kind'
  | 'earlier'
  | 'later'
  | 'more'
  | 'less'
  | 'elsewhere'
  | 'could not tell'
  | 'reasoning'
  | 'information'
  | 'system differs from its documentation'
  | 'interface'
  | 'procedure did not fit'
  | 'coordination'
  | 'timing'
  | 'wrong target'
  | 'environment changed'
  | 'unexplained'
  | 'individual'
  | 'technical'
  | 'organizational'
  | 'none'
  | 'mild'
  | 'strong'
  | 'broke my model'
  | 'said'
  | 'thought'
  | 'only visible now'
  | 'confirmed'
  | 'refuted'
  | 'dropped'
  | 'open'
  | 'people'
  | 'process'
  | 'technology'
  | 'let it start'
  | 'let it spread'
  | 'hid it'
  | 'slowed recovery'
  | 'helped'
  | 'fatigue'
  | 'time pressure'
  | 'workload'
  | 'interruption'
  | 'communication'
  | 'handoff'
  | 'documentation'
  | 'error message'
  | 'API contract'
  | 'alert noise'
  | 'missing signal'
  | 'observability lag'
  | 'guard'
  | 'access'
  | 'ownership'
  | 'deploy or config change'
  | 'dependency'
  | 'load'
  | 'look-alike names'
  | 'test-production difference'
  | 'parallel work'
  | 'goal conflict'
  | 'training'
  | 'solution'
  | 'better method'
  | 'corrected belief'
  | 'open question'
  | 'still holds'
  | 'partly'
  | 'no longer'
  | 'did it'
  | 'saw it'
  | 'heard it'
  | 'own notes'
  | 'log or graph'
  | 'shell history'
  | 'chat'
  | 'told later'
  | 'inferred'
  | 'at the time'
  | 'later that night'
  | 'after it was over'
  | 'from others'
  | 'from evidence'
  | 'guess'
  | 'leaning'
  | 'fairly sure'
  | 'sure'
  | 'certain'

export interface Question {
  field: Field
  shape: Shape
  offered: Choice[]
  chosen: Choice[]
  words: string
  skipped: boolean
  gap: boolean
  pivot: boolean
}

export interface Asked {
  entry: Entry
  questions: Question[]
  next: string
}

export type RecallMove =
  | 'begin'
  | 'on'
  | 'back'
  | 'end'

export type FindingKind =
  | ''
  | 'person'
  | 'handle'
  | 'email'
  | 'phone'
  | 'org'
  | 'team'
  | 'host'
  | 'ip'
  | 'mac'
  | 'cloudid'
  | 'account'
  | 'uuid'
  | 'ticket'
  | 'channel'
  | 'url'
  | 'repo'
  | 'commit'
  | 'user'
  | 'secret'
  | 'place'
  | 'codename'
  | 'other'
  | 'date'
  | 'time'
  | 'zone'
  | 'region'
  | 'role'

export interface Sensitive {
  from: number
  to: number
  kind: FindingKind
}

export type LaterIs =
  | 'added'
  | 'reworded'
  | 'taken out'

export type DiffIs =
  | 'same'
  | 'before'
  | 'after'

export interface Difference {
  text: string
  is: DiffIs
}

export interface Later {
  entry: string
  is: LaterIs
  words: Difference[]
  kind: boolean
  moment: boolean
  was: string
}

export type Side =
  | 'mine'
  | 'happened'

export interface Laid {
  entry: string
  side: Side
  earliest: string
  latest: string
  known: string
  effects: string[]
  backwards: boolean
}

export interface Timeline {
  lines: Laid[]
  from: string
  to: string
  zero: string
}

export interface Tally {
  met: string[]
  notMet: string[]
  neverKnown: string[]
  known: number
  enough: boolean
  share: number
  low: number
  high: number
}

export interface Sureness {
  certainty: string
  forecast: Tally
  remembered: Tally
}

export interface Calibration {
  levels: Sureness[]
  open: number
  few: number
}

export interface ExportedLog {
  folder: string
  files: string[]
  damaged: boolean
}

export interface Filter {
  name: string
  values: string[]
}

export type LessonSort =
  | ''
  | 'solution'
  | 'better method'
  | 'corrected belief'
  | 'open question'
  | 'other'
  | 'not sure'

export type Holds =
  | ''
  | 'still holds'
  | 'partly'
  | 'no longer'
  | 'other'
  | 'not sure'

export interface Origin {
  account: string
  title: string
  words: string
  at: string
}

export interface Lesson {
  entry: Entry
  sort: LessonSort
  holds: Holds
  wanted: string
  from: Origin
  ledTo: string[]
  answers: Entry[]
}

export interface Shelf {
  name: string
  lessons: string[]
}

export interface Lessons {
  all: Lesson[]
  systems: Shelf[]
  conditions: Shelf[]
  partly: boolean
}

export interface Memory {
  account: string
  entry: string
  text: string
  from: Origin
  since: string
  time: number
  days: number
  months: number
}

export interface LookBack {
  on: boolean
  memories: Memory[]
}

export interface Point {
  name: string
  count: number
  incidents: number
  nearMisses: number
  entries: string[]
}

export interface Patterns {
  accounts: number
  from: string
  to: string
  types: Point[]
  months: Point[]
  weekdays: Point[]
  hours: Point[]
  awake: Point[]
  conditions: Point[]
  why: Point[]
  surprises: Point[]
  systems: Point[]
  gaps: number
  few: number
}

export interface Kin {
  entry: Entry
  words: string[]
  from: Origin
}

export type Profile =
  | 'named'
  | 'role'
  | 'generalised'

export type Treatment =
  | 'replace'
  | 'generalise'
  | 'withhold'
  | 'keep'
  | 'undecided'

export interface Mark {
  from: number
  to: number
  entity: string
  treatment: Treatment
  original: string
}

export interface ReviewText {
  read: string
  marks: Mark[]
}

export interface ReviewLine {
  entry: Entry
  chosen: boolean
  free: boolean
  usual: boolean
  clock: string
  read: string
  marks: Mark[]
  said: string
  became: string
  why: ReviewText
}

export type Rule =
  | 'address.defanged'
  | 'address.ipv4'
  | 'address.ipv4-part'
  | 'address.ipv6'
  | 'address.mac'
  | 'address.masked'
  | 'address.pci-or-host-part'
  | 'address.version-or-ip'
  | 'address.wrapped'
  | 'alike.initials'
  | 'alike.login'
  | 'alike.org'
  | 'alike.part'
  | 'alike.short'
  | 'alike.spelling'
  | 'alike.statement'
  | 'channel.other'
  | 'channel.tilde'
  | 'chat.bare-nick'
  | 'chat.called'
  | 'chat.channel'
  | 'chat.handle'
  | 'chat.irc-nick'
  | 'chat.on'
  | 'chat.quoted'
  | 'chat.said'
  | 'chat.scope'
  | 'chat.slack-channel'
  | 'chat.slack-id'
  | 'chat.slack-mention'
  | 'chat.slack-stamp'
  | 'chat.starred'
  | 'chat.tilde'
  | 'chat.topic'
  | 'cloud.account'
  | 'cloud.arn'
  | 'cloud.bucket'
  | 'cloud.card'
  | 'cloud.iban'
  | 'cloud.id'
  | 'cloud.locator'
  | 'cloud.option'
  | 'cloud.path'
  | 'cloud.region'
  | 'cloud.region-azure'
  | 'cloud.twelve-digits'
  | 'cloud.upper'
  | 'code.module'
  | 'code.package'
  | 'code.registry'
  | 'codename-cue'
  | 'commit.changelist'
  | 'credential.config'
  | 'credential.cookie'
  | 'credential.cookie-name'
  | 'credential.curl'
  | 'credential.header'
  | 'credential.key-header'
  | 'credential.map'
  | 'credential.option'
  | 'credential.oracle'
  | 'credential.short-option'
  | 'credential.signed-url'
  | 'credential.sql'
  | 'credential.url'
  | 'credential.value'
  | 'credential.webhook'
  | 'date.anchor'
  | 'date.day'
  | 'date.day-month'
  | 'date.feast'
  | 'date.month'
  | 'date.month-year'
  | 'date.numbers'
  | 'date.quarter'
  | 'date.season'
  | 'date.weekday'
  | 'date.weekday-short'
  | 'date.year'
  | 'field.number'
  | 'field.serial'
  | 'field.value'
  | 'handle.network'
  | 'handle.said'
  | 'host.bare'
  | 'host.braces'
  | 'host.client'
  | 'host.command'
  | 'host.dotted'
  | 'host.environment'
  | 'host.field'
  | 'host.full'
  | 'host.iscsi'
  | 'host.joined'
  | 'host.kin'
  | 'host.lettered'
  | 'host.maybe'
  | 'host.named'
  | 'host.option'
  | 'host.pod'
  | 'host.pod-set'
  | 'host.range'
  | 'host.role'
  | 'host.said'
  | 'host.shape'
  | 'host.sibling'
  | 'host.syslog'
  | 'host.used'
  | 'host.wrapped'
  | 'id.device'
  | 'id.digest'
  | 'id.fingerprint'
  | 'id.hex'
  | 'id.letters'
  | 'id.named-number'
  | 'id.resource'
  | 'id.service-user'
  | 'id.trace'
  | 'id.uuid'
  | 'join.case'
  | 'join.domain'
  | 'join.familiar'
  | 'join.host'
  | 'join.known'
  | 'join.login'
  | 'join.part'
  | 'join.said'
  | 'join.same'
  | 'join.statement'
  | 'join.ticket'
  | 'join.within'
  | 'join.word'
  | 'mail.address'
  | 'mail.login'
  | 'mail.message-id'
  | 'mail.prompt'
  | 'mail.reversed'
  | 'mail.spelt'
  | 'name-again'
  | 'name-chat'
  | 'name-cue'
  | 'name-full'
  | 'name-honorific'
  | 'name-list'
  | 'name-net'
  | 'name-or-word'
  | 'name-seed'
  | 'name.capitals'
  | 'name.dataset'
  | 'name.initial'
  | 'number.account'
  | 'number.as'
  | 'number.beside'
  | 'number.bic'
  | 'number.contract'
  | 'number.cued'
  | 'number.iban'
  | 'number.job'
  | 'number.journey'
  | 'number.locator'
  | 'number.locator-said'
  | 'number.long'
  | 'number.masked'
  | 'number.said'
  | 'org-cue'
  | 'org-domain'
  | 'org.and'
  | 'org.and-small'
  | 'org.joined'
  | 'org.small'
  | 'path.data'
  | 'path.domain-user'
  | 'path.drive'
  | 'path.home'
  | 'path.ldap'
  | 'path.share'
  | 'path.tilde'
  | 'path.windows'
  | 'phone.american'
  | 'phone.bracket'
  | 'phone.cued'
  | 'phone.extension'
  | 'phone.groups'
  | 'phone.international'
  | 'phone.local'
  | 'phone.zerozero'
  | 'place'
  | 'place.room'
  | 'place.room-joined'
  | 'record.dicom'
  | 'record.hl7'
  | 'record.hl7-receiver'
  | 'repo.change'
  | 'repo.cued'
  | 'repo.folder'
  | 'repo.named'
  | 'repo.of-domain'
  | 'repo.owned'
  | 'repo.path'
  | 'repo.ssh'
  | 'repo.stem'
  | 'reworded'
  | 'role-unique'
  | 'secret.assigned'
  | 'secret.aws-key'
  | 'secret.beside'
  | 'secret.bitlocker'
  | 'secret.certificate'
  | 'secret.code'
  | 'secret.dictated'
  | 'secret.field'
  | 'secret.fingerprint'
  | 'secret.hash'
  | 'secret.jwt'
  | 'secret.keyed'
  | 'secret.ldap-hash'
  | 'secret.near'
  | 'secret.network'
  | 'secret.opens'
  | 'secret.pair'
  | 'secret.phrase'
  | 'secret.pin'
  | 'secret.prefixed'
  | 'secret.private-key'
  | 'secret.putty'
  | 'secret.pw'
  | 'secret.random'
  | 'secret.random-alone'
  | 'secret.said'
  | 'secret.ssh-key'
  | 'secret.token'
  | 'secret.tried'
  | 'secret.value'
  | 'secret.words'
  | 'service.used'
  | 'sql.object'
  | 'stray.code'
  | 'stray.edge'
  | 'stray.field'
  | 'stray.login'
  | 'stray.near'
  | 'stray.noun'
  | 'stray.number'
  | 'stray.part'
  | 'stray.path'
  | 'stray.prompt'
  | 'stray.theme'
  | 'team-cue'
  | 'thing.named'
  | 'thing.namespace'
  | 'ticket.change'
  | 'ticket.code'
  | 'ticket.desk'
  | 'ticket.key'
  | 'ticket.lettered'
  | 'ticket.lower'
  | 'ticket.merge'
  | 'ticket.number'
  | 'ticket.said'
  | 'ticket.slashed'
  | 'ticket.system'
  | 'ticket.words'
  | 'time.clock'
  | 'time.epoch'
  | 'time.epoch-alone'
  | 'time.half-day'
  | 'time.hours'
  | 'time.military'
  | 'time.past'
  | 'time.short'
  | 'time.stamp'
  | 'time.syslog'
  | 'told'
  | 'url.link'
  | 'user.account-name'
  | 'user.benutzer'
  | 'user.blame'
  | 'user.bracket'
  | 'user.by'
  | 'user.column'
  | 'user.command'
  | 'user.grant'
  | 'user.listing'
  | 'user.log'
  | 'user.named'
  | 'user.near-id'
  | 'user.netuse'
  | 'user.owner'
  | 'user.passed'
  | 'user.sid'
  | 'zone.name'
  | 'zone.offset'
  | 'zone.own'
  | 'zone.place'

export type Deciding =
  | ''
  | 'hide'
  | 'keep'
  | 'as'

export type FindingClass =
  | ''
  | 'Engineer'
  | 'Manager'
  | 'Support'
  | 'Customer contact'
  | 'Vendor contact'
  | 'Person'
  | 'Team'
  | 'the company'
  | 'Customer'
  | 'Vendor'
  | 'organisation'
  | 'host'
  | 'service'
  | 'project'
  | 'repository'
  | 'place'
  | 'item'

export interface PlaceOf {
  before: string
  form: string
  after: string
}

export interface JoinOf {
  one: string
  other: string
  rule: Rule
  why: string
}

export interface Finding {
  id: string
  kind: FindingKind
  name: string
  forms: string[]
  author: boolean
  rule: Rule
  why: string
  certain: boolean
  treatment: Treatment
  label: string
  decided: Deciding
  count: number
  lines: string[]
  keepable: boolean
  class: FindingClass
  tied: boolean
  parts: string[]
  places: PlaceOf[]
  joins: JoinOf[]
  single: boolean
}

export type Format =
  | 'pdf'
  | 'md'
  | 'json'

export interface ReleasedFile {
  format: Format
  name: string
  checksum: string
}

export interface LeftAt {
  at: string
  formats: Format[]
}

export interface Released {
  id: string
  account: string
  sheet: boolean
  caseFile: boolean
  whole: string
  at: string
  profile: Profile
  audience: string
  entries: string[]
  files: ReleasedFile[]
  left: LeftAt[]
  withdrawn: string
  supersedes: string
  supersededBy: string
  takes: string[]
}

export type IndirectKind =
  | 'role'
  | 'tenure'
  | 'origin'
  | 'health'
  | 'trait'
  | 'group'
  | 'place'
  | 'incident'
  | 'calendar'
  | 'figure'
  | 'quote'
  | 'error'
  | 'shift'
  | 'speech'
  | 'pronoun'
  | 'same'

export interface IndirectQuestion {
  id: string
  kind: IndirectKind
  line: string
  from: number
  to: number
  words: string
  with: string
  joins: JoinOf[]
}

export interface ReviewPart {
  title: string
  text: ReviewText
}

export interface LastPage {
  parts: ReviewPart[]
  shared: boolean
}

export interface Reviewed {
  account: Account
  caseFile: boolean
  name: ReviewText
  accounts: Origin[]
  profile: Profile
  audience: string
  lines: ReviewLine[]
  findings: Finding[]
  chosen: number
  undecided: number
  zero: string
  releases: Released[]
  questions: IndirectQuestion[]
  linesOnly: boolean
  lastPage: LastPage
}

export interface Spoken {
  entry: string
  text: string
}

export type RemarkKind =
  | 'counterfactual'
  | 'absence'
  | 'verdict'
  | 'trait'
  | 'self_blame'
  | 'blame_other'
  | 'hindsight'
  | 'single_cause'
  | 'hidden_agent'
  | 'exhortation'
  | 'minimiser'
  | 'mind_reading'

export interface Remark {
  from: number
  to: number
  kind: RemarkKind
  question: string
}

export interface Copied {
  text: string
}

export type Stop =
  | ''
  | 'nothing'
  | 'undecided'
  | 'leak'
  | 'overfull'
  | 'undrawable'

export interface Place {
  view: string
  line: number
  kind: FindingKind
  entity: string
  found: string
}

export interface Replaced {
  kind: FindingKind
  count: number
}

export interface Property {
  name: string
  value: string
}

export interface Finished {
  format: Format
  name: string
  bytes: number
  checksum: string
}

export interface Stand {
  text: string
  kind: FindingKind
}

export interface Receipt {
  profile: Profile
  audience: string
  shared: number
  withheld: number
  replaced: Replaced[]
  kept: number
  searched: number
  properties: Property[]
  files: Finished[]
  stands: Stand[]
}

export interface UnmaskedThing {
  kind: FindingKind
  name: string
  label: string
  earlier: boolean
  lines: number
}

export interface JoinedLabels {
  kind: FindingKind
  label: string
  before: string
}

export interface Overlap {
  earlier: Released
  kept: boolean
  same: boolean
  lines: number
  intervals: number
  figures: string[]
  unmasked: UnmaskedThing[]
  joined: JoinedLabels[]
}

export interface Prepared {
  draft: string
  stopped: Stop
  undecided: number
  cut: number
  places: Place[]
  characters: string[]
  pdf: string
  markdown: string
  receipt: Receipt
  overlaps: Overlap[]
  before: Released[]
}

export interface Saved {
  path: string
}

export interface Recognised {
  name: string
  exact: boolean
  releases: Released[]
}

export interface ShownLine {
  entry: string
  text: string
}

export interface ShownThing {
  kind: FindingKind
  forms: string[]
  treatment: Treatment
  label: string
}

export interface ReleaseShown {
  id: string
  kept: boolean
  pdf: string
  markdown: string
  lines: ShownLine[]
  things: ShownThing[]
  overlaps: Overlap[]
}

export interface CaseFile {
  id: string
  name: string
  words: string
  begun: string
  lines: number
  chosen: number
  left: Released[]
}

export interface SheetShown {
  turns: string[]
  ask: string
  rather: string
  points: ReviewLine[]
  asked: string
  left: string
  open: Finding[]
  questions: IndirectQuestion[]
  words: number
  seconds: number
  tooMany: number
}

export interface LaneName {
  lane: number
  label: string
}

export interface Lane {
  name: string
  file: string
  lines: number
  moved: number
  labels: string[]
}

export interface LaneApart {
  number: string
  minutes: number
}

export interface LaneLine {
  number: string
  lane: number
  line: number
  kind: Kind
  at: string
  own: string
  minutes: number
  text: string
  only: boolean
  apart: LaneApart[]
}

export interface LaneRow {
  at: string
  minutes: number
  lines: LaneLine[]
}

export interface LaneSame {
  label: string
  names: LaneName[]
}

export interface LanePlace {
  lane: number
  line: number
}

export interface LaneMoment {
  places: LanePlace[]
  differ: boolean
  words: string
}

export interface KeptLanes {
  id: string
  changed: string
  names: string[]
}

export interface Compared {
  lanes: Lane[]
  rows: LaneRow[]
  loose: LaneLine[]
  near: number
  same: LaneSame[]
  moments: LaneMoment[]
  kept: KeptLanes[]
}

export interface LaneEntity {
  kind: FindingKind
  name: string
  key: string
}

export interface LanesSaved {
  stopped: Stop
  path: string
  undecided: LaneEntity[]
  places: Place[]
  characters: string[]
}

export interface Secured {
  start: Start
  recovery: string
}

export interface Leaving {
  spot: Spot
  lines: Line[]
  quiet: boolean
}

export interface Left {
  start: Start
  unkept: string[]
  stale: boolean
}

export type Level =
  | 'none'
  | 'poor'
  | 'fair'
  | 'good'
  | 'strong'

export interface Strength {
  bits: number
  enough: boolean
  level: Level
}

export interface About {
  version: string
  licence: string
  licences: string
  parts: string[]
}

export interface Name {
  kind: FindingKind
  forms: string[]
  author: boolean
}

export type Night =
  | 'auto'
  | 'on'
  | 'off'

export type Paper =
  | 'a4'
  | 'letter'

export interface Preferences {
  theme: Theme
  language: Language
  textSize: number
  night: Night
  letters: boolean
  secondZone: string
  lockAfter: number
  paper: Paper
  quiet: RemarkKind[]
}

export interface Exported {
  folder: string
  accounts: number
  files: number
  damaged: boolean
}

export type BackupTrouble =
  | ''
  | 'gone'
  | 'full'
  | 'readonly'
  | 'unlike'
  | 'other'

export interface Backups {
  possible: boolean
  folder: string
  own: boolean
  count: number
  made: string
  checked: string
  lines: number
  late: boolean
  trouble: BackupTrouble
}

export type Part =
  | 'vault.db'
  | 'settings'
  | 'passphrase slot'
  | 'recovery slot'
  | 'device slot'
  | 'device key'
  | 'root'
  | 'records'
  | 'head'
  | 'body'
  | 'inbox key'

export interface Lost {
  started: string
  lines: number
  missing: number
  older: number
  title: boolean
  other: boolean
}

export interface Checkup {
  damage: Part[]
  lines: number
  accounts: number
  lost: Lost[]
  unplaced: number
  waiting: number
  stuck: number
  backups: number
  changed: number
  backup: string
}

export interface Binned {
  account: Account
  erased: string
}

export interface Bin {
  accounts: Binned[]
  releases: number
  own: number
  elsewhere: string[]
  holding: string[]
  traces: boolean
}

export interface Erased {
  elsewhere: string[]
}

export interface BackupFile {
  path: string
  name: string
  made: string
  size: number
  lines: number
  accounts: number
  changed: boolean
}

export interface Restorable {
  backups: BackupFile[]
  aside: string
}

export interface Inside {
  made: string
  lines: number
  accounts: number
  newer: number
}

/** What Go refuses with. */
export const codes = [
  'mistyped',
  'otherkey',
  'nosuchkey',
  'passphrase',
  'locked',
  'busy',
  'lost',
  'inboxkey',
  'odd',
  'turns',
  'nocopy',
  'audience',
  'damaged',
  'newer',
  'nokey',
  'full',
  'readonly',
  'disk',
  'folder',
  'exists',
  'made',
  'inbox',
  'long',
  'stale',
  'missing',
  'empty',
  'nottext',
  'when',
  'notime',
  'told',
  'nottold',
  'pivots',
  'notexpected',
  'notlearned',
  'notasked',
  'self',
  'withheld',
  'secret',
  'tied',
  'label',
  'notbackup',
  'otherjournal',
  'unlike',
  'notaside',
  'waiting',
  'labelhidden',
  'labeltaken',
  'mark',
  'notreleased',
  'manylanes',
  'said',
  'names',
  'gone',
  'weak',
  'norecovery',
  'internal',
] as const
export type Code = (typeof codes)[number]

/** The longest text of one line, in bytes of UTF-8. */
export const maxText = 8388608

/** The bound methods, as Wails puts them at window.go.app. */
export interface Bound {
  Journal: {
    Accounts(): Promise<Account[]>
    Amend(arg1: string, arg2: number, arg3: string): Promise<Kept>
    AmendKind(arg1: string, arg2: Kind): Promise<Kept>
    AmendMoment(arg1: string, arg2: string): Promise<Kept>
    AmendShare(arg1: string, arg2: Share): Promise<Kept>
    Begin(): Promise<Start>
    CountFrom(arg1: string, arg2: string): Promise<Opened>
    Drop(arg1: Line): Promise<string>
    Join(arg1: string, arg2: string): Promise<Opened>
    Leading(arg1: string): Promise<Leading>
    Moment(arg1: string, arg2: string): Promise<Moment>
    OfKind(arg1: Kind): Promise<Entry[]>
    Open(arg1: string): Promise<Opened>
    Record(arg1: Line): Promise<Kept>
    Redo(): Promise<Undone>
    Remove(arg1: string): Promise<Kept>
    Removed(arg1: string): Promise<Entry[]>
    Restore(arg1: string): Promise<Kept>
    Search(arg1: string): Promise<Found>
    Split(arg1: string): Promise<Opened>
    Start(): Promise<Start>
    Tell(arg1: string): Promise<Opened>
    Undo(): Promise<Undone>
    Unlock(arg1: string): Promise<Start>
  }
  Telling: {
    Answer(arg1: string, arg2: Field, arg3: string[], arg4: string, arg5: boolean): Promise<Asked>
    Ask(arg1: string): Promise<Asked>
    Close(arg1: string, arg2: Closing): Promise<Opened>
    Conclude(arg1: string, arg2: string[], arg3: Met): Promise<Kept>
    Describe(arg1: string, arg2: Described): Promise<Opened>
    Keep(arg1: string): Promise<Opened>
    Link(arg1: string, arg2: string, arg3: Relation): Promise<Kept>
    Pivot(arg1: string, arg2: boolean): Promise<Opened>
    Recall(arg1: string, arg2: RecallMove): Promise<Opened>
    Sensitive(arg1: string, arg2: string[]): Promise<Sensitive[][]>
    Since(arg1: string): Promise<Later[]>
    Timeline(arg1: string): Promise<Timeline>
    Unlink(arg1: string, arg2: string, arg3: Relation): Promise<Kept>
  }
  Learning: {
    Calibration(): Promise<Calibration>
    Export(arg1: string): Promise<ExportedLog>
    Filters(): Promise<Filter[]>
    Lessons(): Promise<Lessons>
    Lines(arg1: string[]): Promise<Entry[]>
    LookBack(): Promise<LookBack>
    LookedBack(arg1: string, arg2: string, arg3: number, arg4: boolean): Promise<LookBack>
    MarkHolds(arg1: string, arg2: Holds): Promise<Lessons>
    Patterns(): Promise<Patterns>
    Reopen(arg1: string, arg2: string): Promise<Lessons>
    Resolve(arg1: string, arg2: string): Promise<Lessons>
    SetLookBack(arg1: boolean): Promise<LookBack>
    Similar(arg1: string, arg2: string): Promise<Kin[]>
  }
  Review: {
    Address(arg1: string, arg2: Profile, arg3: string): Promise<Reviewed>
    Beside(arg1: string, arg2: boolean, arg3: boolean): Promise<Reviewed>
    Choose(arg1: string, arg2: string[], arg3: boolean): Promise<Reviewed>
    Classify(arg1: string, arg2: string, arg3: FindingClass): Promise<Reviewed>
    Coach(arg1: Spoken[], arg2: Language): Promise<Remark[][]>
    Decide(arg1: string, arg2: string, arg3: Deciding, arg4: string): Promise<Reviewed>
    Leave(arg1: string, arg2: string): Promise<Reviewed>
    Mark(arg1: string, arg2: string, arg3: number, arg4: number, arg5: FindingKind): Promise<Reviewed>
    Merge(arg1: string, arg2: string, arg3: string): Promise<Reviewed>
    Open(arg1: string): Promise<Reviewed>
    Part(arg1: string, arg2: string, arg3: string): Promise<Reviewed>
    PartPlace(arg1: string, arg2: string, arg3: number): Promise<Reviewed>
    Pass(arg1: string, arg2: RemarkKind, arg3: string): Promise<void>
    Settle(arg1: string, arg2: string, arg3: string): Promise<Reviewed>
  }
  Release: {
    Copy(arg1: string): Promise<Copied>
    Discard(): Promise<void>
    Prepare(arg1: string): Promise<Prepared>
    Save(arg1: string, arg2: Format, arg3: string): Promise<Saved>
    TakePlace(arg1: string, arg2: boolean): Promise<void>
  }
  Releases: {
    List(arg1: string): Promise<Released[]>
    Recognise(arg1: string): Promise<Recognised>
    Save(arg1: string, arg2: Format, arg3: string): Promise<Saved>
    Show(arg1: string): Promise<ReleaseShown>
    Supersede(arg1: string, arg2: string): Promise<Released[]>
    Withdraw(arg1: string, arg2: boolean): Promise<Released[]>
  }
  Cases: {
    Begin(arg1: string, arg2: string[], arg3: string[]): Promise<CaseFile>
    List(): Promise<CaseFile[]>
    Name(arg1: string, arg2: string): Promise<Reviewed>
    PutAside(arg1: string): Promise<CaseFile[]>
  }
  Sheet: {
    Decide(arg1: string, arg2: string, arg3: Deciding): Promise<SheetShown>
    Keep(arg1: string, arg2: string[], arg3: string, arg4: string): Promise<SheetShown>
    Leave(arg1: string, arg2: string): Promise<SheetShown>
    Prepare(arg1: string): Promise<Prepared>
    Read(arg1: string): Promise<SheetShown>
    Settle(arg1: string, arg2: string, arg3: string): Promise<SheetShown>
  }
  Lanes: {
    Call(arg1: LaneName[], arg2: string): Promise<Compared>
    Close(arg1: number): Promise<Compared>
    Count(arg1: number, arg2: number): Promise<Compared>
    Decide(arg1: FindingKind, arg2: string, arg3: Deciding): Promise<Compared>
    Erase(arg1: string): Promise<Compared>
    Nearness(arg1: number): Promise<Compared>
    Open(arg1: string): Promise<Compared>
    PutAway(): Promise<Compared>
    Reopen(arg1: string): Promise<Compared>
    Save(arg1: Format, arg2: string): Promise<LanesSaved>
    Say(arg1: LaneMoment): Promise<Compared>
    Show(): Promise<Compared>
    Uncall(arg1: number): Promise<Compared>
    Unsay(arg1: number): Promise<Compared>
  }
  Secure: {
    Change(arg1: string, arg2: string): Promise<Start>
    CheckRecovery(arg1: string): Promise<void>
    DeviceKey(): Promise<string>
    DrawRecovery(arg1: string): Promise<Secured>
    Lock(arg1: Leaving): Promise<Left>
    Make(arg1: string): Promise<Secured>
    Phrase(): Promise<string>
    ReadRecovery(arg1: string): Promise<string>
    Recover(arg1: string, arg2: string): Promise<Start>
    Rekey(arg1: string): Promise<Start>
    SaveRecovery(arg1: string, arg2: string): Promise<Saved>
    Strength(arg1: string): Promise<Strength>
    UseRecovery(arg1: string, arg2: string): Promise<Start>
  }
  Settings: {
    About(): Promise<About>
    AddNames(arg1: string): Promise<Name[]>
    Change(arg1: Preferences): Promise<Preferences>
    Export(arg1: string): Promise<Exported>
    ImportNames(arg1: string): Promise<Name[]>
    Look(arg1: Theme, arg2: Language): Promise<Start>
    Names(): Promise<Name[]>
    Read(): Promise<Preferences>
    RemoveName(arg1: FindingKind, arg2: string): Promise<Name[]>
  }
  Backup: {
    Choose(arg1: string): Promise<Backups>
    Now(): Promise<Backups>
    Own(): Promise<Backups>
    Read(): Promise<Backups>
  }
  Check: {
    Export(arg1: string): Promise<Exported>
    Left(arg1: string, arg2: string): Promise<Checkup>
    LeftAccount(arg1: string): Promise<Opened>
    LeftAccounts(): Promise<Account[]>
    Run(): Promise<Checkup>
  }
  Erase: {
    Anew(): Promise<Start>
    Bin(arg1: string[]): Promise<Bin>
    Journal(): Promise<Erased>
    Now(arg1: string): Promise<Bin>
    Read(): Promise<Bin>
    TakeBack(arg1: string[]): Promise<Bin>
  }
  Restore: {
    Back(): Promise<Start>
    Choose(arg1: string): Promise<string>
    Confirm(): Promise<Restorable>
    List(): Promise<Restorable>
    Read(arg1: string, arg2: string): Promise<Inside>
    Run(arg1: string, arg2: string, arg3: string): Promise<Start>
  }
  Window: {
    Flushed(arg1: boolean): Promise<void>
    Measures(): Promise<boolean>
    Painted(arg1: number): Promise<void>
    Took(arg1: string, arg2: number): Promise<void>
  }
}
