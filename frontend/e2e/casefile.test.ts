// A case file: lines of several accounts, through the same review and the same gate as any release.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start, type Wanted } from './window'

beforeAll(open)
afterAll(close)

/** The Learning screen of two years of nights. */
async function learning(wanted: Wanted = {}) {
  const win = await start({ seed: 'years', ...wanted })
  const { page } = win
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.locator('.cm-content').waitFor()
  await page.keyboard.press('Control+5')
  await page.locator('#cases').waitFor()
  const lines = page.locator('[data-part="choose"] li:has(input)')
  return { win, page, lines, ticked: page.locator('[data-part="choose"] ol input:checked') }
}

test('from a learning to a saved file, by keyboard: reviewed, previewed, kept like any release', async () => {
  const { win, page, lines, ticked } = await learning()
  await page.locator('[data-lesson]').first().focus()
  await page.keyboard.press('c')
  await page.getByRole('heading', { name: 'Case file', level: 1 }).waitFor()
  // The learning alone is ticked; what led to it is offered.
  await expect.poll(() => lines.count()).toBe(2)
  await expect.poll(() => ticked.count()).toBe(1)
  await page.getByRole('button', { name: 'All', exact: true }).press('Enter')
  await expect.poll(() => ticked.count()).toBe(2)
  // A title is a line like the others.
  await page.getByRole('textbox', { name: 'Title' }).fill('What Priya Patel taught us')
  await page.getByRole('textbox', { name: 'For whom' }).fill('the guild')
  await page.keyboard.press('Tab')
  // What identifies in the title is decided about like everything.
  await page.getByText('1 undecided').waitFor()
  await page.locator('[data-part="findings"] li', { hasText: 'Priya Patel' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.name .label', { hasText: 'Engineer A' }).waitFor()
  await clean(win, 'a case file under review')
  await pictured(win, 'case-review')
  await page.keyboard.press('Control+4')
  await page.getByRole('heading', { name: 'Receipt' }).waitFor()
  await page.getByText(/^case\.md, /).waitFor()
  await page.getByRole('radio', { name: 'Markdown' }).check()
  await page.locator('pre', { hasText: 'What Engineer A taught us' }).waitFor()
  const shown = await page.locator('pre').textContent()
  expect(shown).not.toContain('Priya')
  await clean(win, 'a case file before it leaves')
  await pictured(win, 'case-preview')
  await page.keyboard.press('Control+m')
  await page.getByText(/^Saved to .*case\.md\./).waitFor()
  expect(await readFile(join(win.folder, 'out', 'case.md'), 'utf8')).toBe(shown)

  // It is kept: for whom, when, which lines, what became of each thing, the checksum.
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: /for the guild/ }).waitFor()
  await page.getByText('case.md').first().waitFor()
  await page.getByText('Priya Patel → Engineer A').waitFor()
  await clean(win, 'a case file that left')
  await pictured(win, 'case-left')
  await page.keyboard.press('Control+5')
  await page.getByRole('button', { name: /left .* for the guild/ }).waitFor()
  // With the account whose lines they were stands what of it left, and where.
  await page.locator('[data-lesson]').first().press('Enter')
  await page.locator('[data-part="lines"] li:focus').waitFor()
  await page.keyboard.press('Control+Shift+L')
  await page.getByText('These lines left in a case file').waitFor()
  await clean(win, 'lines that left in a case file')
  await page.getByRole('button', { name: 'Show the case file' }).press('Enter')
  await page.getByRole('button', { name: 'Save the Markdown again…' }).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('from the lines behind a number: of several accounts, chosen one by one, and it waits where it was left', async () => {
  const { win, page, lines, ticked } = await learning({ dark: true })
  await page.getByRole('table', { name: 'Conditions' }).getByRole('button').first().press('Enter')
  await page.getByRole('group', { name: 'Lines behind it' }).getByRole('button', { name: 'Case file…' }).press('Enter')
  await page.getByRole('heading', { name: 'Case file', level: 1 }).waitFor()
  await expect.poll(() => lines.count()).toBeGreaterThan(3)
  expect(await ticked.count()).toBe(0)
  await page.getByRole('button', { name: 'All', exact: true }).press('Enter')
  await page.getByRole('heading', { name: /^Case 2: / }).waitFor()
  await clean(win, 'lines of several accounts, dark')
  await pictured(win, 'case-pattern')
  // A line that is left out is private to its account as before, and undo takes it again.
  const all = await ticked.count()
  await page.locator('[data-part="choose"] input').first().press('Space')
  await expect.poll(() => ticked.count()).toBe(all - 1)
  await page.locator('h1').click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => ticked.count()).toBe(all)
  // The account's own review knows nothing of it.
  await page.keyboard.press('Control+1')
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.keyboard.press('Control+3')
  await page.getByRole('heading', { name: 'Review', level: 1 }).waitFor()
  await expect.poll(() => page.locator('[data-part="choose"] ol input').count()).toBeGreaterThan(0)
  expect(await ticked.count()).toBe(0)
  // It waits on the Learning screen, and can be taken off it.
  await page.keyboard.press('Control+5')
  const waiting = page.locator('section[aria-labelledby="cases"]')
  await waiting.getByRole('button', { name: /chosen · begun/ }).waitFor()
  await clean(win, 'case files, dark')
  await waiting.getByRole('button', { name: /^Take off the list/ }).press('Enter')
  await expect.poll(() => waiting.locator('li').count()).toBe(0)
  expect(win.wrong).toEqual([])
  await win.close()
})

for (const [called, wanted] of [
  ['400 px', { width: 400, height: 800 }],
  ['German, 200 %', { width: 640, height: 450, language: 'de-DE' }],
] as const)
  test(`a case file, ${called}`, async () => {
    const { win, page, ticked } = await learning(wanted)
    await page.locator('[data-lesson]').first().focus()
    await page.keyboard.press('c')
    await expect.poll(() => ticked.count()).toBe(1)
    await clean(win, `a case file, ${called}`)
    await pictured(win, `case-${called}`)
    await page.keyboard.press('Control+5')
    await page.locator('section[aria-labelledby="cases"] li').first().waitFor()
    await clean(win, `case files, ${called}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })
