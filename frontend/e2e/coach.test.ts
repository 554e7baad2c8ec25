import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start, type Wanted, type Win } from './window'

beforeAll(open)
afterAll(close)

/** What the page asks Go by itself, here to set the hours in which nothing asks. */
async function nightIs(win: Win, night: 'on' | 'off') {
  await win.page.evaluate(async (night) => {
    const { Settings } = (window as never as { go: { app: { Settings: { Read(): Promise<object>; Change(to: object): Promise<object> } } } }).go.app
    await Settings.Change({ ...(await Settings.Read()), night })
  }, night)
  // The window reads its settings as it opens.
  await win.page.reload()
  await win.page.locator('[data-part="lines"]').getByText('the root cause').waitFor()
}

async function reviewed(wanted: Wanted, night: 'on' | 'off', write: string, line: RegExp, all: string) {
  const win = await start(wanted)
  const { page } = win
  await page.getByRole('button', { name: write }).click()
  await page.locator('[data-part="field"]').waitFor()
  await page.locator('[data-part="field"]').click()
  for (const text of ['I restarted it at 02:14', 'Obviously I should have looked first', 'the root cause was the cache']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await page.locator('[data-part="lines"] li').filter({ hasText: text }).filter({ has: page.locator('time[datetime]') }).waitFor()
  }
  await nightIs(win, night)
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: all, exact: true }).click()
  await page.locator('[data-part="read"]').getByText(line).waitFor()
  return win
}

test('questions stand beside the lines, one at a time, and go by key: once, and for good', async () => {
  const win = await reviewed({}, 'off', 'Write first, do this later', /restarted it/, 'All')
  const { page } = win
  const read = page.locator('[data-part="read"]')
  const question = (name: RegExp) => read.getByRole('group', { name })
  await question(/“Obviously”/).waitFor()
  await question(/“root cause”/).waitFor()
  expect(await read.locator('[data-coach]').count()).toBe(2)
  expect(await read.locator('li').filter({ hasText: 'restarted it' }).locator('[data-coach]').count()).toBe(0)
  await clean(win, 'questions')
  await pictured(win, 'coach')

  // Only this one. The next about the line comes, and has the keyboard.
  await page.keyboard.press('F8')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Put aside')
  await page.keyboard.press('Enter')
  await question(/“should have looked”/).waitFor()
  await expect.poll(() => question(/“should have looked”/).evaluate((at) => at.contains(document.activeElement))).toBe(true)

  // This kind, for good.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await question(/“should have looked”/).waitFor({ state: 'detached' })
  await expect.poll(() => question(/“root cause”/).evaluate((at) => at.contains(document.activeElement))).toBe(true)

  // Both stay away, and the settings bring the kind back.
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+3')
  await question(/“root cause”/).waitFor()
  expect(await read.locator('[data-coach]').count()).toBe(1)
  await page.keyboard.press('Control+,')
  const asks = page.getByRole('checkbox', { name: /^what was not done/ })
  await asks.waitFor()
  expect(await asks.isChecked()).toBe(false)
  await asks.check()
  await clean(win, 'questions in the settings')
  await page.keyboard.press('Control+3')
  await question(/“should have looked”/).waitFor()
  expect(await question(/“Obviously”/).count()).toBe(0)
  expect(win.wrong).toEqual([])
  await win.close()
})

test('at night nothing asks', async () => {
  const win = await reviewed({}, 'on', 'Write first, do this later', /restarted it/, 'All')
  const { page } = win
  // The answer has come, and is empty.
  await page.evaluate(async () => {
    const { Review } = (window as never as { go: { app: { Review: { Coach(lines: object[], language: string): Promise<unknown[][]> } } } }).go.app
    const asked = await Review.Coach([{ entry: 'x', text: 'I should have looked.' }], 'en')
    if (asked.length !== 1 || asked[0]?.length) throw new Error('it asks at night')
  })
  expect(await page.locator('[data-coach]').count()).toBe(0)
  await win.close()
})

test('in German, dark and narrow', async () => {
  const win = await reviewed({ language: 'de-DE', dark: true, width: 400 }, 'off', 'Erst schreiben, das hier später', /restarted it/, 'Alle')
  const { page } = win
  await page.locator('[data-coach]').getByText(/Seit wann war das bekannt|Wann wurde das bekannt/).first().waitFor()
  await clean(win, 'questions in German')
  await page.locator('[data-coach]').first().scrollIntoViewIfNeeded()
  await pictured(win, 'coach-german')
  await win.close()
})
