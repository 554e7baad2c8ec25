import { expect, test, vi } from 'vitest'
import { Refused } from '../api'
import { Desk } from './desk.svelte'
import { fakeApi } from './fake'
import { account, entry, finding } from './fake.made'

const settle = () => new Promise((resolve) => setTimeout(resolve))

async function started(api = fakeApi()) {
  const desk = new Desk(api)
  await desk.gate.start()
  return desk
}

async function write(desk: Desk, text: string) {
  desk.writer.text = text
  desk.keep()
  await settle()
}

test('an open journal shows its newest account', async () => {
  const desk = await started(fakeApi([account('new'), account('old')]))
  expect(desk.screen).toBe('journal')
  expect(desk.journal.account?.id).toBe('new')
})

test('without a passphrase nothing is asked: the journal is opened', async () => {
  const api = fakeApi([])
  api.vault = 'locked'
  api.secured = false
  expect((await started(api)).screen).toBe('journal')
})

test('where there is no journal yet a passphrase is offered, and can wait', async () => {
  const api = fakeApi([])
  api.vault = 'none'
  api.secured = false
  const desk = await started(api)
  expect(desk.screen).toBe('first')
  await desk.write()
  expect(desk.screen).toBe('journal')
  expect(desk.gate.secured).toBe(false)
})

test('a line is shown once it is kept', async () => {
  const api = fakeApi()
  const desk = await started(api)
  await write(desk, 'restarted it')
  expect(api.kept.map((line) => line.text)).toEqual(['restarted it'])
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['restarted it'])
  expect(desk.writer.pending).toEqual([])
})

test('a line in the newest account leaves the account to Go, which may begin a new one', async () => {
  const api = fakeApi([account('last-night')], 'tonight')
  const desk = await started(api)
  await write(desk, 'paged')
  expect(desk.journal.account?.id).toBe('tonight')
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['paged'])
  expect(desk.journal.accounts.map((each) => each.id)).toEqual(['tonight', 'last-night'])
})

test('a line in an account that was opened by hand belongs to it', async () => {
  const api = fakeApi([account('new'), account('old')])
  const desk = await started(api)
  await desk.openAccount('old')
  await write(desk, 'one more thing')
  expect(api.kept[0]?.account).toBe('old')
  await desk.openAccount('new')
  await write(desk, 'and now')
  expect(desk.journal.target).toBe('')
})

test('a wrong passphrase changes nothing and is said', async () => {
  const api = fakeApi()
  api.vault = 'locked'
  const desk = await started(api)
  expect(desk.screen).toBe('unlock')
  await desk.gate.unlock('wrong')
  expect(desk.screen).toBe('unlock')
  expect(desk.trouble?.code).toBe('passphrase')
  await desk.gate.unlock('right')
  expect(desk.screen).toBe('journal')
  expect(desk.trouble).toBeUndefined()
})

test('without unlocking, lines go to the inbox and stay on screen', async () => {
  const api = fakeApi()
  api.vault = 'locked'
  const desk = await started(api)
  desk.write()
  expect(desk.screen).toBe('locked')
  await write(desk, 'paged again')
  expect(api.dropped.map((line) => line.text)).toEqual(['paged again'])
  expect(api.kept).toEqual([])
  expect(desk.gate.dropped.map((line) => line.text)).toEqual(['paged again'])
})

test('a journal that is open elsewhere takes a line all the same', async () => {
  const api = fakeApi()
  api.start = () => Promise.reject(new Refused('busy', 'no'))
  const desk = await started(api)
  expect(desk.trouble?.code).toBe('busy')
  desk.write()
  await write(desk, 'paged again')
  expect(api.dropped.map((line) => line.text)).toEqual(['paged again'])
})

test('unlocking loses no text that was typed before', async () => {
  const api = fakeApi()
  api.vault = 'locked'
  const desk = await started(api)
  desk.write()
  desk.writer.text = 'half a sent'
  await desk.gate.openUp()
  await desk.gate.unlock('right')
  expect(desk.writer.text).toBe('half a sent')
})

test('a full disk costs no text', async () => {
  const api = fakeApi()
  const desk = await started(api)
  api.refuse = 'full'
  await write(desk, 'errors climb')
  expect(desk.writer.status).toMatchObject({ is: 'failed', why: { code: 'full' } })
  expect(desk.writer.pending.map((line) => line.text)).toEqual(['errors climb'])
  api.refuse = undefined
  await desk.keepAll()
  expect(api.kept.map((line) => line.text)).toEqual(['errors climb'])
})

test('enough for now keeps a line that is there, and rests where there is none', async () => {
  const desk = await started()
  await desk.enough()
  expect(desk.night.resting, 'of an account without lines').toBe(false)
  desk.writer.text = 'last one'
  await desk.enough()
  await settle()
  expect(desk.night.resting).toBe(false)
  await desk.enough()
  expect(desk.night.resting).toBe(true)
  expect(desk.journal.account?.told).toBe(true)
})

test('a journal that cannot be read still takes a line', async () => {
  const api = fakeApi()
  api.accounts = () => Promise.reject(new Error('{"code":"damaged","message":"…"}'))
  const desk = await started(api)
  expect(desk.screen).toBe('journal')
  expect(desk.trouble?.code).toBe('damaged')
  await write(desk, 'still here')
  expect(api.kept).toHaveLength(1)
})

test('the first passphrase: measured, made, its recovery key proven', async () => {
  const api = fakeApi([])
  api.vault = 'none'
  api.secured = false
  const desk = await started(api)
  desk.gate.first.next.text = 'short'
  await desk.gate.first.next.measure()
  expect(desk.gate.first.next.strength.enough).toBe(false)
  await desk.gate.first.next.draw()
  expect(desk.gate.first.next.strength.enough).toBe(true)
  await desk.gate.first.secure()
  expect(desk.gate.first.next.text).toBe('')
  expect(desk.gate.first.recovery.groups.join('')).toMatch(/^AGE-SECRET-KEY-1/)
  expect(desk.gate.first.recovery.proven).toBe(false)
  desk.gate.first.recovery.answer = (desk.gate.first.recovery.groups[desk.gate.first.recovery.asked] ?? '').toLowerCase()
  expect(desk.gate.first.recovery.proven).toBe(true)
  await desk.gate.begin()
  expect(desk.screen).toBe('journal')
  expect(desk.gate.secured).toBe(true)
  expect(desk.gate.first.recovery.key).toBe('')
})

test('a removed line is offered back, and comes back', async () => {
  const desk = await started()
  await write(desk, 'one')
  await write(desk, 'two')
  desk.line = desk.journal.entries[0]?.id ?? ''
  await desk.lines.remove()
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['two'])
  expect(desk.notice.undoable).toBe(true)
  await desk.lines.undo()
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['one', 'two'])
})

test('a line is changed in its place while it is typed', async () => {
  const api = fakeApi()
  const desk = await started(api)
  await write(desk, 'restarted it')
  desk.line = desk.journal.entries[0]?.id ?? ''
  desk.lines.edit()
  desk.writer.type('restarted it twice')
  desk.lines.endEdit()
  await settle()
  expect(desk.journal.entries[0]).toMatchObject({ text: 'restarted it twice', revision: 2 })
})

test('a kind is for the line that has the keyboard, else for the one being written', async () => {
  const desk = await started()
  await write(desk, 'restarted it')
  desk.line = desk.journal.entries[0]?.id ?? ''
  desk.focused = 'lines'
  await desk.lines.kind('action')
  expect(desk.journal.entries[0]?.kind).toBe('action')
  await desk.lines.kind('action')
  expect(desk.journal.entries[0]?.kind).toBe('')
  desk.focused = 'field'
  await desk.lines.kind('effect')
  await write(desk, 'errors went up')
  expect(desk.journal.entries[1]?.kind).toBe('effect')
})

test('locking keeps what is typed, forgets what is shown, and asks nothing', async () => {
  const api = fakeApi()
  const desk = await started(api)
  desk.writer.text = 'half a sent'
  await desk.gate.lock()
  expect(api.kept.map((line) => line.text)).toEqual(['half a sent'])
  expect(desk.screen).toBe('unlock')
  expect(desk.journal.entries).toEqual([])
})

test('what was being typed is in the field again after unlocking, as the same line', async () => {
  const api = fakeApi()
  const desk = await started(api)
  desk.writer.text = '03:42 half a sent'
  await desk.gate.lock()
  expect(api.left[0]?.spot).toMatchObject({ screen: 'journal', account: 'a1', draft: api.kept[0]?.id, waits: '', timed: true })
  await desk.gate.unlock('right')
  expect(desk.writer.text).toBe('03:42 half a sent')
  desk.writer.text = '03:42 half a sentence'
  desk.keep()
  await settle()
  expect(api.entries.map((entry) => entry.text)).toEqual(['half a sentence'])
})

test('what the journal does not take in time waits in the inbox, and comes back as one line', async () => {
  const api = fakeApi()
  const desk = await started(api)
  desk.writer.text = 'half'
  await desk.writer.settle()
  desk.writer.text = 'half a sent'
  const amend = api.amend
  api.amend = () => Promise.reject(new Refused('internal', 'no'))
  await desk.gate.lock()
  expect(api.dropped.map((line) => line.text)).toEqual(['half a sent'])
  expect(api.dropped[0]?.id).not.toBe(api.kept[0]?.id)
  api.amend = amend
  api.entries = [...api.entries, { ...entry(api.dropped[0]!), account: 'a1', locked: true }]
  await desk.gate.unlock('right')
  expect(desk.writer.text).toBe('half a sent')
  desk.keep()
  await settle()
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['half a sent'])
  expect(desk.journal.entries[0]?.id).toBe(api.kept[0]?.id)
})

test('a line that is edited in its place is open again after unlocking', async () => {
  const api = fakeApi()
  const desk = await started(api)
  await write(desk, 'restarted it')
  desk.line = api.kept[0]?.id ?? ''
  desk.focused = 'lines'
  desk.lines.edit()
  desk.writer.type('restarted it twice')
  await desk.gate.lock()
  await desk.gate.unlock('right')
  expect(desk.asking).toBe('text')
  expect(desk.writer.editing?.text).toBe('restarted it twice')
})

test('locking with a full disk takes the keys and leaves the text in the window, until there is space', async () => {
  vi.useFakeTimers()
  const api = fakeApi()
  const desk = new Desk(api)
  await desk.gate.start()
  api.refuse = 'full'
  desk.writer.text = 'half a sent'
  const locked = desk.gate.lock()
  await vi.advanceTimersByTimeAsync(5000)
  await locked
  expect(api.vault).toBe('locked')
  expect(desk.screen).toBe('locked')
  expect(desk.writer.pending.map((line) => line.text)).toEqual(['half a sent'])
  expect(desk.writer.status).toMatchObject({ is: 'failed', why: { code: 'full' } })
  api.refuse = undefined
  await vi.advanceTimersByTimeAsync(10_000)
  expect(api.dropped.map((line) => line.text)).toEqual(['half a sent'])
  expect(desk.screen).toBe('unlock')
  expect(api.left.at(-1)).toMatchObject({ quiet: true, lines: [] })
  vi.useRealTimers()
})

test('a line written in front of the sealed journal is sealed by locking, and its place is not a spot', async () => {
  const api = fakeApi()
  api.vault = 'locked'
  const desk = await started(api)
  await desk.write()
  await write(desk, 'paged')
  desk.writer.text = 'and half'
  await desk.gate.lock()
  expect(api.dropped.map((line) => line.text)).toEqual(['paged', 'and half'])
  expect(desk.gate.dropped).toEqual([])
  expect(api.left[0]?.spot.screen).toBe('')
})

test('the journal locks when nobody has touched the window for as long as was set', async () => {
  vi.useFakeTimers()
  const api = fakeApi()
  const desk = new Desk(api)
  await desk.gate.start()
  await vi.advanceTimersByTimeAsync(14 * 60_000)
  desk.gate.stir()
  await vi.advanceTimersByTimeAsync(14 * 60_000)
  expect(desk.screen).toBe('journal')
  await vi.advanceTimersByTimeAsync(61_000)
  expect(desk.screen).toBe('unlock')
  expect(api.left).toMatchObject([{ quiet: true }])

  // The computer slept: the page's timers stood still, the clock did not.
  await desk.gate.unlock('right')
  desk.gate.stir()
  vi.setSystemTime(Date.now() + 16 * 60_000)
  desk.gate.stir()
  await vi.advanceTimersByTimeAsync(100)
  expect(desk.screen).toBe('unlock')
  vi.useRealTimers()
})

test('a journal without a passphrase does not lock', async () => {
  const api = fakeApi()
  api.secured = false
  const desk = await started(api)
  await desk.gate.lock(true)
  expect(desk.screen).toBe('journal')
})

test('a save that finds the journal locked locks the window too, and loses nothing', async () => {
  const api = fakeApi()
  const desk = await started(api)
  api.record = () => Promise.reject(new Refused('locked', 'no'))
  desk.writer.text = 'half a sent'
  desk.keep()
  await settle()
  await settle()
  expect(desk.screen).toBe('unlock')
  expect(api.dropped.map((line) => line.text)).toEqual(['half a sent'])
})

test('what is written beside the window shows itself, unless somebody is in the middle of a line', async () => {
  const accounts = [account('a1')]
  const api = fakeApi(accounts)
  const desk = await started(api)
  api.entries = [entry({ id: 'n1', account: 'a1', text: 'from a terminal', kind: '', moment: '' })]
  await desk.arrive()
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['from a terminal'])
  desk.writer.text = 'half'
  await desk.writer.settle()
  accounts.unshift(account('a2'))
  await desk.arrive()
  expect(desk.journal.account?.id).toBe('a1')
  desk.keep()
  await desk.arrive()
  expect(desk.journal.account?.id).toBe('a2')
})

test('for whom a release is, is kept as typed, whatever key leads away', async () => {
  const api = fakeApi()
  const desk = await started(api)
  await write(desk, 'restarted it')
  const leave = [() => desk.go('preview'), () => desk.flush(), () => desk.gate.lock().then(() => desk.gate.unlock('right'))]
  for (const [n, away] of leave.entries()) {
    await desk.go('review')
    desk.review.whom = `guild ${n}`
    await away()
    await desk.go('journal')
    await desk.go('review')
    expect(desk.review.is?.audience).toBe(`guild ${n}`)
  }
})

test('a preview opens once everything is decided, and is saved as it was shown', async () => {
  const api = fakeApi()
  api.find(finding('db-3'))
  const desk = await started(api)
  await write(desk, 'restarted db-3')
  await desk.go('review')
  void desk.review.chooseAll(true)
  await desk.go('preview')
  expect([desk.screen, desk.review.undecided.length], 'what turned up is waited for, and shown').toEqual(['review', 1])
  await desk.go('journal')
  await desk.go('preview')
  expect(desk.preview.is?.stopped).toBe('undecided')
  await desk.go('review')
  await desk.review.decide('hide')
  await desk.go('preview')
  expect(desk.preview.ready).toBe(true)
  expect(desk.preview.markdown).toBe('/preview/d1/account.md')
  await desk.savePdf()
  expect(desk.preview.saved).toBe('/home/me/incident.pdf')
  await desk.go('journal')
  expect(desk.preview.ready).toBe(false)
})

test('an answer from before a save does not take the line off the screen again', async () => {
  const api = fakeApi()
  const desk = await started(api)
  const { open } = api
  let answer = () => {}
  api.open = async (id) => {
    const before = await open(id)
    await new Promise<void>((resolve) => (answer = resolve))
    return before
  }
  const arriving = desk.arrive()
  await settle()
  await write(desk, 'written meanwhile')
  api.open = open
  answer()
  await arriving
  expect(desk.journal.entries.map((entry) => entry.text)).toEqual(['written meanwhile'])
})
