import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start, type Win } from './window'

const files = mkdtempSync(join(tmpdir(), 'firsthand-lanes-'))

beforeAll(open)
afterAll(async () => {
  rmSync(files, { recursive: true, force: true })
  await close()
})

const statement = 'A personal account, de-identified, not a verdict. Times are counted from T+00:00, a moment its author chose.'

/** A released account with these parts. */
function account(name: string, text: string): string {
  const path = join(files, name)
  writeFileSync(path, text.startsWith('# ') || text.startsWith('{') ? text : `# A first-hand account\n\n*${statement}*\n\n${text}\n`)
  return path
}

const first = account(
  'first.md',
  "## What I did\n\n**1 · T+00:00** Restarted host 1.\n\n**3 · T+01:31** Went home.\n\n## What I saw\n\n**2 · T+00:09** Errors rose on host 1, Engineer A saw it too.\n\n## Notes\n\n**4 · —** It was quiet.",
)
const second = account('second.md', '## What I saw\n\n**1 · T+00:02** Paged. Engineer B was there.\n\n**2 · T+00:14** Errors everywhere.')
const named = account('named.md', '## What I did\n\n**1 · T+00:02** Then I called Priya Patel about it.')
const other = account('other.md', '# Notes\n\nWe were down.\n')

const line = (page: Page, number: string) => page.locator('.told').filter({ has: page.locator('.number', { hasText: new RegExp(`^${number.replace('.', '\\.')}$`) }) })

/** Opens accounts, each in a lane. */
async function laid(win: Win, ...paths: string[]) {
  const { page } = win
  await page.keyboard.press('Control+6')
  for (const [i, path] of paths.entries()) {
    await win.conduct({ path })
    await page.locator('.tools button:enabled').first().waitFor()
    await page.keyboard.press('Control+O')
    await expect.poll(() => page.locator('.heads section').count()).toBe(i + 1)
  }
}

test('two accounts stand side by side on one clock, and the reader says what is one and what differs', async () => {
  const win = await start({ seed: 'night', width: 1440 })
  const { page } = win
  await page.locator('.cm-content').waitFor()
  await laid(win, first, second)
  await clean(win, 'two lanes')
  await pictured(win, 'lanes')

  // By the clock alone: what stands alone, and what lies minutes apart.
  await line(page, '1.3').getByText('in this lane only').waitFor()
  await line(page, '1.2').getByText('2.2 is 5 min later').waitFor()

  // One moment becomes time zero of both, by the keyboard.
  await line(page, '2.1').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'T+00:00 is here' }).press('Enter')
  await expect.poll(() => page.getByLabel('Moved by minutes').nth(1).inputValue()).toBe('-2')
  await line(page, '1.2').getByText('2.2 is 3 min later').waitFor()

  // Lines that differ, in the reader's words.
  await line(page, '1.2').click()
  await line(page, '2.2').click()
  await page.getByText('Chosen: 1.2, 2.2').waitFor()
  await page.getByLabel('In your words').fill('one of us looked earlier')
  await page.getByRole('button', { name: 'We differ here' }).click()
  await page.locator('.said').getByText('we differ here').waitFor()
  await page.locator('.said').getByText('one of us looked earlier').waitFor()

  // A label is one in both lanes only once that is said.
  await page.getByLabel('Label in lane 1').selectOption('Engineer A')
  await page.getByLabel('Label in lane 2').selectOption('Engineer B')
  await page.getByLabel('Called here').fill('first responder')
  await page.getByRole('button', { name: 'They are one' }).click()
  await line(page, '1.2').getByText('first responder saw it too').waitFor()
  await line(page, '2.1').getByText('first responder was there').waitFor()
  await clean(win, 'what the reader says')
  await pictured(win, 'lanes-said')

  const out = join(files, 'out.md')
  await win.conduct({ path: out })
  await page.keyboard.press('Control+M')
  await page.getByText('Saved to').waitFor()
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('| Clock | Lane 1 | Lane 2 |')
  expect(text).toContain('| **1.2**, **2.2** | we differ here, 3 min apart | one of us looked earlier |')
  expect(text).toContain('| first responder | Engineer A | Engineer B |')
  const pdf = join(files, 'out.pdf')
  await win.conduct({ path: pdf })
  await page.keyboard.press('Control+P')
  await page.getByText(`Saved to ${pdf}`).waitFor()
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')

  // What is theirs is in nobody's account, and a lane can be closed.
  await page.getByRole('button', { name: 'Close lane 1' }).click()
  await expect.poll(() => page.locator('.heads section').count()).toBe(1)
  await page.keyboard.press('Control+1')
  await page.locator('[data-part="lines"]').waitFor()
  expect(await page.locator('[data-part="lines"]').innerText()).not.toContain('Errors')
  expect(win.wrong).toEqual([])
  await win.close()
})

test('a name that is no label waits for a decision, and what is no release is not opened', async () => {
  const win = await start({ seed: 'night' })
  const { page } = win
  await page.locator('.cm-content').waitFor()
  await laid(win, first, named)
  await win.conduct({ path: other })
  await page.keyboard.press('Control+O')
  await page.getByText('no account that Firsthand released').waitFor()
  const out = join(files, 'named-out.md')
  await win.conduct({ path: out })
  await page.keyboard.press('Control+M')
  await page.getByText('These are no labels of a release').waitFor()
  await clean(win, 'something undecided')
  await page.getByRole('button', { name: 'Hide Priya Patel' }).press('Enter')
  await page.getByText('Saved to').waitFor()
  expect(readFileSync(out, 'utf8')).toContain('Then I called [withheld: person] about it.')

  // Put away it is kept; it can be gone on with, and removed for good.
  await page.getByRole('button', { name: 'Put these away' }).press('Enter')
  const kept = page.getByRole('region', { name: 'Kept' })
  await kept.getByText('2 lanes').waitFor()
  await clean(win, 'kept lanes')
  await pictured(win, 'lanes-kept')
  await kept.getByRole('button', { name: /: first\.md, named\.md$/ }).first().press('Enter')
  await page.getByRole('heading', { name: 'Lane 2' }).waitFor()
  await page.getByRole('button', { name: 'Put these away' }).press('Enter')
  await kept.getByRole('button', { name: /^Remove/ }).press('Enter')
  await clean(win, 'whether to remove kept lanes')
  await kept.getByRole('button', { name: 'Remove', exact: true }).last().press('Enter')
  await kept.waitFor({ state: 'detached' })
  await page.getByText('Open two or more accounts').waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test.each([
  { language: 'de-DE', dark: true, width: 400, opened: 'nur in dieser Spur', lane: 'Spur 2' },
  { language: 'en-GB', dark: true, width: 1280, opened: 'in this lane only', lane: 'Lane 2' },
])('lanes in %o', async ({ language, dark, width, opened, lane }) => {
  const win = await start({ seed: 'night', language, dark, width })
  const { page } = win
  await page.locator('.cm-content').waitFor()
  await laid(win, first, second)
  await page.getByRole('heading', { name: lane }).waitFor()
  await line(page, '1.3').getByText(opened).waitFor()
  await clean(win, `lanes, ${language}`)
  await pictured(win, `lanes-${language}`)
  // The arrows go on in order of the clock, from lane to lane.
  await line(page, '1.1').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('.number')?.textContent)).toBe('2.1')
  expect(win.wrong).toEqual([])
  await win.close()
})
