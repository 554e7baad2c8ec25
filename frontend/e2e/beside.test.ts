import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start } from './window'

beforeAll(open)
afterAll(close)

test('what leaves beside the lines is read before it leaves, and stays where that is said', async () => {
  const win = await start({ seed: 'night', width: 1440 })
  const { page } = win
  await page.locator('.cm-content').waitFor()
  for (const line of ['02:10 errors should fall', '02:14 errors went up']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await page.locator('.line:not(.pending) .text').filter({ hasText: line.slice(6) }).waitFor()
  }
  const line = page.locator('[data-part="lines"] li').filter({ hasText: 'errors should fall' })
  await line.focus()
  await expect.poll(() => line.evaluate((element) => element === document.activeElement)).toBe(true)
  const aside = page.locator('[data-part="aside"]')
  await page.keyboard.press('Control+E')
  await aside.getByRole('button', { name: 'Not met' }).press('Enter')
  await aside.getByRole('checkbox', { name: /errors went up/ }).press('Space')
  await aside.getByRole('checkbox', { name: /errors went up/, checked: true }).waitFor()

  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'All', exact: true }).click()
  const gap = page.locator('[data-part="read"]').getByText('Not as expected.')
  await gap.waitFor()
  await clean(win, 'what leaves beside the lines')
  await pictured(win, 'beside')

  const beside = page.getByRole('checkbox', { name: /^With what I said beside the lines/ })
  await beside.press('Space')
  await gap.waitFor({ state: 'hidden' })
  await expect.poll(() => beside.isChecked()).toBe(false)
  await beside.press('Space')
  await gap.waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})
