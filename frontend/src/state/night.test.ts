import { expect, test, vi } from 'vitest'
import type { Account } from '../api'
import { account } from './fake.made'
import { Night } from './night.svelte'

/** A night around these accounts, the newest first, of which the newest is open. */
function night(...accounts: Account[]) {
  const around = { writing: true, account: accounts[0], setting: 'auto' as 'auto' | 'on' | 'off' }
  const is = new Night({
    writing: () => around.writing,
    account: () => around.account,
    newest: () => accounts[0],
    setting: () => around.setting,
  })
  return { is, around }
}

const begun = (at: string): Account => ({ ...account('a1'), started: at, ended: at })

test('it is night where an account that was begun at night is written at night', () => {
  for (const [hour, started, wanted] of [
    [3, '2026-03-01T02:51:00+01:00', true],
    [23, '2026-03-01T22:00:00+01:00', true],
    [6, '2026-03-01T02:51:00+01:00', false],
    [3, '2026-03-01T14:00:00+01:00', false],
  ] as const) {
    const { is } = night(begun(started))
    is.hour = hour
    expect(is.is, `${started} at ${hour}`).toBe(wanted)
  }
  const { is } = night()
  is.hour = 3
  expect(is.is, 'before the first line').toBe(true)
})

test('by hand and by the settings it is night at any hour, and only where lines are written', () => {
  const { is } = night(begun('2026-03-01T14:00:00+01:00'))
  is.hour = 14
  is.toggle()
  expect(is.is).toBe(true)
  is.byItself()
  expect(is.is).toBe(false)
  const on = night(begun('2026-03-01T14:00:00+01:00'))
  on.around.setting = 'on'
  on.is.hour = 14
  expect(on.is.is).toBe(true)
  const elsewhere = night(begun('2026-03-01T02:51:00+01:00'))
  elsewhere.around.writing = false
  elsewhere.is.hour = 3
  expect(elsewhere.is.is).toBe(false)
})

test('the morning after, last night is offered once', () => {
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 2, 1, 10))
  const last = begun('2026-03-01T02:51:00')
  const { is } = night(last)
  is.begin(true)
  expect(is.last?.id).toBe('a1')
  is.offered = false
  expect(is.last).toBeUndefined()
  is.begin(false)
  expect(is.last, 'to somebody who was in the middle of something').toBeUndefined()
  vi.setSystemTime(new Date(2026, 2, 3, 10))
  is.begin(true)
  expect(is.last, 'days later').toBeUndefined()
  vi.useRealTimers()
})
