import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, open, start } from './window'

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
