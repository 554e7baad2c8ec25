import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { clean, close, open, start } from './window'

beforeAll(open)
afterAll(close)

/** A journal that is open, with the keyboard in its writing field; the editor is there, unless something else is prepared. */
async function writing(wanted: Parameters<typeof start>[0] = {}) {
  const win = await start({ seed: 'night', ...wanted })
  const field = win.page.getByRole('textbox', { name: 'New line' })
  const lines = win.page.locator('[data-part="lines"] li')
  await field.waitFor()
  await lines.first().waitFor()
  if (!wanted.before) await win.page.locator('.cm-content').waitFor()
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
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

test('of ten thousand lines those around the reader are on the page, and every one can be come to', async () => {
  const { win, page, field, lines } = await writing({ seed: 'lines' })
  await expect.poll(() => lines.count()).toBeLessThan(1000)
  expect(await lines.last().getAttribute('aria-posinset')).toBe('10000')
  await page.keyboard.type('one more')
  await page.keyboard.press('Enter')
  await expect.poll(() => lines.last().locator('.text').textContent()).toBe('one more')

  // By scrolling.
  const before = await lines.count()
  await page.locator('.scroll').evaluate((scroll) => (scroll.scrollTop = -scroll.scrollHeight))
  await expect.poll(() => lines.count()).toBeGreaterThan(before)
  await clean(win, 'ten thousand lines')

  // By searching, and on from there.
  await page.keyboard.press('Control+F')
  await page.keyboard.type('"look 4711"')
  await page.getByRole('button', { name: /look 4711/ }).click()
  const found = page.getByRole('listitem', { name: /look 4711:/ })
  await expect.poll(() => found.evaluate((line) => line === document.activeElement)).toBe(true)
  const stays = (await found.boundingBox())?.y ?? 0
  await page.getByRole('button', { name: /^Later lines/ }).evaluate((button: HTMLElement) => button.click())
  await page.getByRole('listitem', { name: /look 4890:/ }).waitFor({ state: 'attached' })
  expect(Math.abs(((await found.boundingBox())?.y ?? 0) - stays)).toBeLessThan(2)
  await page.keyboard.press('Alt+ArrowUp')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('look 4710:')

  // Whoever writes sees what they write.
  await field.focus()
  await page.keyboard.type('and another')
  await page.keyboard.press('Enter')
  await expect.poll(() => lines.last().locator('.text').textContent()).toBe('and another')
  expect(win.wrong).toEqual([])
  await win.close()
})

test('of ten thousand accounts the latest are on the page, and the palette finds the others', async () => {
  const { win, page, lines } = await writing({ seed: 'accounts' })
  const rail = page.getByRole('navigation', { name: 'Accounts' })
  const before = await rail.getByRole('listitem').count()
  expect(before).toBeLessThan(500)
  await rail.evaluate((nav) => (nav.scrollTop = nav.scrollHeight))
  await expect.poll(() => rail.getByRole('listitem').count()).toBeGreaterThan(before)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('the 9876th time')
  await page.getByRole('option', { name: /9876th/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => lines.last().locator('.text').textContent()).toContain('9876th')
  expect(win.wrong).toEqual([])
  await win.close()
})

test('a slow journal is said to be slow, and takes every line in its order', async () => {
  const { win, page, lines } = await writing()
  await win.conduct({ delay: 5000, method: 'Journal.Record' })
  for (const line of ['one', 'two', 'three']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await page.getByText('Not kept yet', { exact: true }).waitFor()
  expect(await page.getByText(/^Kept /).count()).toBe(0)
  await win.conduct({})
  await page.getByText(/^Kept \d\d:\d\d$/).waitFor()
  expect(await lines.locator('.text').allTextContents()).toEqual(['one', 'two', 'three'])
  expect(await page.getByText('Not kept yet', { exact: true }).count()).toBe(0)
  expect(win.wrong).toEqual([])
  await win.close()
})

for (const [code, says] of [
  ['full', 'Not kept: the disk is full.'],
  ['internal', 'Not kept: '],
])
  test(`a journal that refuses, ${code}: the text stays, and is kept by trying again`, async () => {
    const { win, page, field, lines } = await writing()
    await win.conduct({ fail: code, method: 'Journal.Record' })
    await page.keyboard.type('one')
    await page.keyboard.press('Enter')
    await page.keyboard.type('two, half')
    await page.getByText(says!).waitFor()
    // At every pause it is tried again, and goes on being said.
    await page.waitForTimeout(1500)
    expect(await page.getByText(says!).count()).toBe(1)
    expect(await page.locator('.line.pending').textContent()).toContain('one')
    expect(await field.textContent()).toBe('two, half')
    await clean(win, `refused, ${code}`)
    await win.conduct({})
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.line:not(.pending) .text', { hasText: /^one$/ }).waitFor()
    await expect.poll(() => page.getByText(says!).count()).toBe(0)
    await page.keyboard.press('Control+N')
    await page.keyboard.press('Enter')
    await expect.poll(() => lines.locator('.text').allTextContents()).toEqual(['one', 'two, half'])
    expect(win.wrong).toEqual([])
    await win.close()
  })
