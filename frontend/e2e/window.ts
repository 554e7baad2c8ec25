// The built frontend in a browser, in front of the real Go by way of the test-only bridge.
import axe from 'axe-core'
import { spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'

const { env } = process
const root = resolve(import.meta.dirname, '../..')

/** How late Go answers, in milliseconds, where nothing else is said: what is a race on a slow machine is one here. */
const slow = Number(env['E2E_DELAY'] ?? 0)

let browser: Browser

/** Starts the browser. */
export async function open(): Promise<void> {
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export async function close(): Promise<void> {
  await browser?.close()
}

export interface Win {
  readonly page: Page
  /** Where the journal and what was saved lie. */
  readonly folder: string
  /** What the page said to the console that it should not have. */
  readonly wrong: string[]
  /** How Go answers from now on: late, with a refusal, or as ever. */
  conduct(how: { delay?: number; fail?: string; method?: string; path?: string }): Promise<void>
  /** The same journal in another window, at this hour. */
  later(hour: number, before?: (page: Page) => Promise<void>): Promise<Page>
  close(): Promise<void>
}

export interface Wanted {
  seed?: 'night' | 'lines' | 'day' | 'accounts' | 'years'
  passphrase?: string
  dark?: boolean
  width?: number
  height?: number
  language?: string
  /** The hour on the clocks of the machine and the window. By day, unless the night is what is tested. */
  hour?: number
  /** What is prepared before the page is loaded. */
  before?: (page: Page) => Promise<void>
}

/** A zone in which it is this hour now. The sign is POSIX's: west is plus. */
function zoneAt(hour: number): string {
  const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12
  return ahead ? `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}` : 'UTC'
}

/** A window in front of a journal of its own. */
export async function start({
  seed,
  passphrase,
  dark,
  width = 1280,
  height = 900,
  language = 'en-GB',
  hour = 12,
  before,
}: Wanted = {}): Promise<Win> {
  const args = ['-dist', join(root, 'frontend/dist'), '-for', '3m']
  if (seed) args.push('-seed', seed)
  if (passphrase) args.push('-passphrase', passphrase)
  const zone = zoneAt(hour)
  const process: ChildProcess = spawn(inject('server'), args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...env, TZ: zone } })
  const lines = createInterface({ input: process.stdout! })[Symbol.asyncIterator]()
  const address = String((await lines.next()).value)
  const folder = String((await lines.next()).value)
  const look = {
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: language,
  } as const
  const context = await browser.newContext({ ...look, timezoneId: zone })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address })
  const page = await context.newPage()
  const conduct: Win['conduct'] = async (how) => void (await fetch(`${address}/__test`, { method: 'POST', body: JSON.stringify({ delay: slow, ...how }) }))
  if (slow) await conduct({})
  const wrong: string[] = []
  const others: BrowserContext[] = []
  page.on('console', (message) => {
    // The browser asks for an icon of the site by itself.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  await before?.(page)
  await page.goto(address)
  return {
    page,
    folder,
    wrong,
    conduct,
    later: async (hour, before) => {
      const another = await browser.newContext({ ...look, timezoneId: zoneAt(hour) })
      const page = await another.newPage()
      await before?.(page)
      await page.goto(address)
      others.push(another)
      return page
    },
    close: async () => {
      for (const each of [...others, context]) await each.close()
      const gone = new Promise((done) => process.once('exit', done))
      process.stdin?.end()
      await gone
    },
  }
}

/** Writes lines into a journal that is new, and waits until each is kept. */
export async function write({ page }: Win, lines: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: /^(Write first, do this later|Erst schreiben, das hier später)$/ }).click()
  await page.locator('[data-part="field"]').waitFor()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await page.locator('[data-part="lines"] .line:not(.pending)').filter({ hasText: line }).waitFor()
  }
}

/** Goes to the review, and ticks every line. */
export async function chooseAll({ page }: Win): Promise<void> {
  await page.keyboard.press('Control+3')
  const boxes = page.locator('[data-part="choose"] input')
  await boxes.first().waitFor()
  for (const box of await boxes.all()) await box.check()
}

/** Looks that a screen is seen in beside the usual one. */
export const looks: readonly (Wanted & { name: string })[] = [
  { name: 'dark', dark: true },
  { name: 'narrow', width: 400, height: 800 },
  { name: 'German', language: 'de-DE', width: 640, height: 480 },
]

/** Nothing on the screen stands in the way of whoever uses it otherwise. */
export async function clean({ page }: Win, what: string): Promise<void> {
  // Once a page and within it, which has no frames, and without what passes: a tenth of the time for the same violations.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
  })
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect(found, what).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${what}: wider than the window`).toBeLessThanOrEqual(0)
}

/** Leaves a picture of the page where E2E_PICTURES says, for somebody to look at. */
export async function pictured({ page }: Win, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}
