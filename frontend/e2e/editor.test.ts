import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { clean, close, open, start } from './window'

beforeAll(open)
afterAll(close)

/** A journal that is open, with the keyboard in its writing field. */
async function writing(wanted: Parameters<typeof start>[0] = {}) {
  const win = await start({ seed: 'night', ...wanted })
  const field = win.page.getByRole('textbox', { name: 'New line' })
  const lines = win.page.locator('[data-part="lines"] li')
  await field.waitFor()
  await lines.first().waitFor()
  return { win, page: win.page, field, lines }
}

test('what is typed before the editor is loaded is in it, and the caret where it was', async () => {
  let come = () => {}
  const asked = new Promise<void>((resolve) => (come = resolve))
  const { win, page } = await writing({ before: (page) => page.route('**/editor-*.js', (route) => asked.then(() => route.continue())) })
  await page.keyboard.type('errors clmb')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await page.locator('.cm-content').count()).toBe(0)
  come()
  await page.locator('.cm-content').waitFor()
  await page.keyboard.type('i')
  await page.keyboard.press('Enter')
  await page.locator('.line .text', { hasText: 'errors climb' }).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('the editor, once loaded, leaves the keyboard where the person has gone meanwhile', async () => {
  let come = () => {}
  const asked = new Promise<void>((resolve) => (come = resolve))
  const { win, page } = await writing({ before: (page) => page.route('**/editor-*.js', (route) => asked.then(() => route.continue())) })
  const find = page.getByRole('searchbox')
  await page.keyboard.press('Control+F')
  await expect.poll(() => find.evaluate((element) => element === document.activeElement)).toBe(true)
  come()
  await page.locator('.cm-content').waitFor()
  await page.keyboard.type('queue')
  expect(await find.inputValue()).toBe('queue')
  await win.close()
})

test('Enter keeps, Shift+Enter breaks the line, Tab leaves, and undo takes back up to a pause', async () => {
  const { win, page, field, lines } = await writing()
  await page.locator('.cm-content').waitFor()
  await page.keyboard.type('one')
  await page.waitForTimeout(1000)
  await page.keyboard.type(' two')
  await page.keyboard.press('Control+Z')
  expect(await field.textContent()).toBe('one')
  await page.keyboard.press('Control+Shift+Z')
  expect(await field.textContent()).toBe('one two')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('three')
  await page.keyboard.press('Tab')
  expect(await field.evaluate((element) => element.contains(document.activeElement))).toBe(false)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type(' four')
  await page.keyboard.press('Enter')
  await expect.poll(() => lines.last().locator('.text').textContent()).toBe('one two\nthree four')
  expect(await page.locator('.cm-line').count()).toBe(1)
  expect(win.wrong).toEqual([])
  await win.close()
})

test('a line is changed in its place, and Escape leaves it as it was typed', async () => {
  const { win, page, lines } = await writing()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Change the line' }).waitFor()
  await page.keyboard.type(', and again')
  await page.keyboard.press('Escape')
  await expect.poll(() => lines.last().locator('.text').textContent()).toContain(', and again')
  expect(await lines.last().evaluate((line) => line === document.activeElement)).toBe(true)
  expect(win.wrong).toEqual([])
  await win.close()
})

/** Puts a text on the clipboard and pastes it. */
async function paste(page: Page, text: string) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text)
  await page.keyboard.press('Control+V')
}

/** A log of this many bytes, in lines of eighty. */
const log = (bytes: number) => `${'replica lag above limit, retry pool exhausted, checkout pending, queue 0123456'} \n`.repeat(bytes / 80)

test('a pasted log of 5 MB is kept whole, goes on being typed in, and is shown folded', async () => {
  const { win, page, lines } = await writing()
  await page.locator('.cm-content').waitFor()
  const text = log(5_000_000)
  await paste(page, text)
  await page.keyboard.type('and this')
  await page.keyboard.press('Enter')
  await page.getByText(/^Kept \d\d:\d\d$/).waitFor()
  await expect.poll(() => lines.last().getByRole('button', { name: 'Show all, 5 MB' }).count()).toBe(1)
  const kept = await page.evaluate(async () => {
    const [newest] = await window.go.app.Journal.Accounts()
    return (await window.go.app.Journal.Open(newest!.id)).entries.at(-1)?.text
  })
  expect(kept === `${text}and this`).toBe(true)
  await page.keyboard.type('the next line')
  await page.keyboard.press('Enter')
  await expect.poll(() => lines.last().locator('.text').textContent()).toBe('the next line')
  await page.getByRole('button', { name: 'Show all, 5 MB' }).click()
  await page.getByRole('textbox', { name: 'Pasted text' }).waitFor()
  await clean(win, 'a long line, all of it')
  expect(win.wrong).toEqual([])
  await win.close()
})

test('more than a line holds stays in the field, in one clear sentence, and can be made shorter', async () => {
  const { win, page, field } = await writing()
  await page.locator('.cm-content').waitFor()
  await paste(page, log(9_000_000))
  await page.getByText('Not kept: that is too long for one line.').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Not kept: that is too long for one line.').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('shorter')
  await page.getByText(/^Kept \d\d:\d\d$/).waitFor()
  expect(await field.textContent()).toBe('shorter')
  expect(win.wrong).toEqual([])
  await win.close()
})
