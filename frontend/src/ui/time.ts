// Go sends times as RFC 3339 on the clock they were lived by. The window only words them.

import type { Certainty } from '../api'

// Making a format takes a hundred times as long as using it, and ten thousand accounts have their day.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}

/** "03:42" of "2026-11-21T03:42:10+01:00". */
export const clock = (at: string): string => at.slice(11, 16)

/** Whether the person was not sure of a line's time. */
export const unsure = ({ sure }: { sure: Certainty }): boolean => sure === 'approximate' || sure === 'doubtful'

/** "2026-11-21" of the same. */
export const dateOf = (at: string): string => at.slice(0, 10)

/** "Saturday 21 Nov", with the year unless it is this one. */
export function day(date: string, locale: string, today = new Date()): string {
  const at = new Date(`${date}T12:00:00Z`)
  if (Number.isNaN(at.getTime())) return date
  return formatOf(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    ...(at.getUTCFullYear() === today.getFullYear() ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(at)
}

/** "Sat 21 Nov", with the year unless it is this one. */
export function shortDay(date: string, locale: string, today = new Date()): string {
  const at = new Date(`${date}T12:00:00Z`)
  if (Number.isNaN(at.getTime())) return date
  const year = at.getUTCFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const }
  return formatOf(locale, { weekday: 'short', day: 'numeric', month: 'short', ...year, timeZone: 'UTC' }).format(at)
}

/** "1 January 2000". */
export const fullDate = (date: string, locale: string): string =>
  formatOf(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))

/** How many days ago the date was on the machine's calendar; negative in the future. */
export function daysAgo(date: string, now = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.round((today - Date.parse(`${date}T00:00:00Z`)) / 86_400_000)
}

/** "UTC+1" of "…+01:00": the offset the clock had. */
export function offset(at: string): string {
  const match = /([+-])(\d\d):(\d\d)$/.exec(at)
  if (!match) return 'UTC'
  const [, sign = '+', hours = '0', minutes = '00'] = match
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

const two = (n: number) => String(Math.abs(n)).padStart(2, '0')

/** This moment on the machine's clock, as Go writes it. */
export function localNow(now = new Date()): string {
  const west = now.getTimezoneOffset()
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
  return `${date}T${time}${west > 0 ? '-' : '+'}${two(Math.trunc(west / 60))}:${two(west % 60)}`
}

/** "03:42" on the clock of another zone. */
export function clockIn(at: string, zone: string): string {
  try {
    return formatOf('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at))
  } catch {
    return '' // A zone that this machine does not know.
  }
}

/** A time by one of the clocks: where it was lived, UTC, or counted from time zero ("T+00:14"). */
export function timeAs(at: string, by: 'local' | 'utc' | 'zero', zero: string): string {
  if (!at) return ''
  if (by === 'utc') return clockIn(at, 'UTC')
  if (by === 'local' || !zero) return clock(at)
  // As a person reads minutes off two clocks: seconds do not count.
  const minute = (time: string) => Math.floor(Date.parse(time) / 60_000)
  const minutes = minute(at) - minute(zero)
  return `T${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`
}
