import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseAll, clean, close, looks, open, pictured, start, write, type Wanted, type Win } from './window'

beforeAll(open)
afterAll(close)

const lines = ['I asked Priya Patel to fail over the queue', '412 jobs were waiting', 'I thought the index was being built', 'I stopped the job']

/** A window on the meeting sheet of an account whose lines are all chosen. */
async function speaking(wanted: Wanted = {}): Promise<Win> {
  const win = await start(wanted)
  const { page } = win
  await write(win, lines)
  await chooseAll(win)
  await page.locator('[data-part="read"] li').nth(lines.length - 1).waitFor()
  await page.keyboard.press('Control+Shift+H')
  await page.locator('.turn input').nth(lines.length - 1).waitFor()
  return win
}

test('three turning points and two fields make one page to speak from', async () => {
  const win = await speaking()
  const { page } = win
  const speak = page.getByRole('main', { name: 'To speak from' })
  await page.getByRole('checkbox', { name: /^I asked/ }).check()
  await speak.getByText('I asked Engineer A to fail over the queue').waitFor()
  await page.getByRole('checkbox', { name: /^412/ }).check()
  await page.getByRole('checkbox', { name: /^I stopped/ }).check()
  // A fourth cannot be told in three minutes.
  await expect.poll(() => page.getByRole('checkbox', { name: /^I thought/ }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Ask me about' }).fill('the call with Thornfield')
  await page.getByRole('textbox', { name: 'I would rather not go into' }).fill('who was asleep')
  await page.keyboard.press('Tab')
  await speak.getByText('who was asleep').waitFor()
  await page.getByText('24 words, 0:11 aloud.').waitFor()
  await clean(win, 'sheet')
  await pictured(win, 'sheet')

  // What is found in it is decided here; then it leaves.
  await page.getByRole('button', { name: 'Save the page…' }).click()
  await page.getByText('Something is still undecided.').waitFor()
  await page.getByRole('region', { name: 'Still to be decided before it leaves' }).getByRole('button', { name: 'Hide' }).click()
  await speak.getByText('Thornfield').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Save as Markdown…' }).click()
  const saved = page.getByText(/^Saved to /)
  await saved.waitFor()
  const path = /Saved to (.*)\. Firsthand/.exec(await saved.innerText())?.[1] ?? join(win.folder, 'sheet.md')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('## I would rather not go into\n\nwho was asleep')
  expect(text).not.toMatch(/Priya|Thornfield/)

  // It is among what has left.
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: /Meeting sheet, by role/ }).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

for (const look of looks) {
  test(`sheet: ${look.name}`, async () => {
    const win = await speaking(look)
    await win.page.locator('.turn input').first().check()
    await win.page.locator('.speak').getByText('Engineer A').waitFor()
    await clean(win, look.name)
    await pictured(win, `sheet-${look.name}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })
}
