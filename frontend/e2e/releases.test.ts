import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseAll, clean, close, looks, open, pictured, start, write, type Wanted, type Win } from './window'

beforeAll(open)
afterAll(close)

const lines = ['I asked Priya Patel to fail over the primary of the payment queue', '412 jobs were waiting in the payment queue by then']

/** A window in which these lines left as Markdown, by role, for the team. */
async function left(wanted: Wanted = {}): Promise<Win> {
  const win = await start(wanted)
  const { page } = win
  await write(win, lines)
  await chooseAll(win)
  const audience = page.locator('.audience input')
  await audience.fill('the team')
  await audience.press('Enter')
  await page.locator('footer button.primary:enabled').waitFor()
  await page.keyboard.press('Control+4')
  await page.locator('.out button:enabled').first().waitFor()
  await page.keyboard.press('Control+d')
  await page.locator('.after').filter({ hasText: /\S/ }).waitFor()
  return win
}

test('what left is kept as it was; what a named one would unmask is shown before it leaves', async () => {
  const win = await left()
  const { page } = win
  await page.keyboard.press('Control+Shift+L')
  const list = page.getByRole('list', { name: 'What has left' })
  await list.getByRole('button', { name: /for the team, by role, 2 lines$/ }).waitFor()
  await page.getByText(/I asked Engineer A to fail over/).waitFor()
  await page.getByText('Priya Patel → Engineer A').waitFor()
  await page.getByRole('button', { name: 'Copy Markdown' }).click()
  await page.getByText('The Markdown is on the clipboard').waitFor()
  await clean(win, 'releases')
  await pictured(win, 'releases')

  // For the same people, with the name: the preview says what that tells.
  await page.keyboard.press('Control+3')
  await page.getByRole('combobox', { name: 'How much it shows' }).selectOption('named')
  await page.getByRole('listitem', { name: /^Priya Patel, person/ }).waitFor()
  await page.keyboard.press('Control+4')
  await page.getByText('This release takes the mask off an earlier one.').waitFor()
  await page.getByText('Engineer A there is Priya Patel here, in 1 line.').waitFor()
  await page.getByText('2 lines are the same; 2 as far apart in time; the figure 412.').waitFor()
  await clean(win, 'preview beside an earlier release')
  await pictured(win, 'preview-beside')
  await page.getByRole('checkbox', { name: /^It takes the place of the one of .* for the team/ }).check()
  await page.keyboard.press('Control+d')
  await page.getByText('The Markdown is on the clipboard').waitFor()

  // Both are kept, and it is the later one that is looked at.
  await page.keyboard.press('Control+Shift+L')
  await list.getByRole('button', { name: /by role, 2 lines, superseded$/ }).waitFor()
  await list.getByRole('button', { name: /named, 2 lines$/ }).and(page.locator('[aria-current]')).waitFor()
  await page.getByText('Engineer A there is Priya Patel here, in 1 line.').waitFor()

  // By keyboard to the other one; withdrawn, it says what is true and what to tell them.
  await list.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await list.getByRole('button', { name: /superseded$/ }).and(page.locator('[aria-current]')).waitFor()
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await page.getByText('Copies that others have cannot be recalled').waitFor()
  await page.getByText('A later one takes its place.').waitFor()
  await clean(win, 'withdraw')
  await pictured(win, 'releases-withdraw')
  await page.getByRole('button', { name: 'Mark it as withdrawn' }).click()
  await list.getByRole('button', { name: /withdrawn .*, superseded$/ }).waitFor()
  await page.keyboard.press('Control+z')
  await list.getByRole('button', { name: /2 lines, superseded$/ }).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('what was replaced is outlined, on the pages and in the text, and reached by key', async () => {
  const win = await left()
  const { page } = win
  const first = page.getByRole('img', { name: 'Engineer A: stands for something, person' })
  await first.waitFor()
  await page.keyboard.press('F8')
  await expect.poll(() => first.evaluate((at) => at === document.activeElement)).toBe(true)
  // The frame lies over the very words.
  const frame = await first.boundingBox()
  const sheet = await page.locator('[data-page]').boundingBox()
  expect(frame && sheet && frame.width > 40 && frame.width < 160 && frame.x > sheet.x && frame.y > sheet.y).toBe(true)
  await clean(win, 'outlined')
  await pictured(win, 'preview-outlined')
  await page.getByRole('radio', { name: 'Markdown' }).check()
  const word = page.locator('pre [data-stands]').filter({ hasText: 'Engineer A' })
  await word.waitFor()
  await page.keyboard.press('F8')
  await expect.poll(() => word.evaluate((at) => at === document.activeElement)).toBe(true)
  await clean(win, 'outlined in the text')
  expect(win.wrong).toEqual([])
  await win.close()
})

for (const look of looks) {
  test(`releases: ${look.name}`, async () => {
    const win = await left(look)
    await win.page.keyboard.press('Control+Shift+L')
    await win.page.locator('[data-part="releases"] button').first().waitFor()
    await win.page.getByText(/Engineer A/).first().waitFor()
    await clean(win, look.name)
    await pictured(win, `releases-${look.name}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })
}
