// What years add up to: search, learnings, counts, certainty, looking back, and what a line is like.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start, type Win } from './window'

let years: Win | undefined

beforeAll(open)
afterAll(async () => {
  await years?.close()
  await close()
})

/** The Learning screen of two years of nights, with everything on it: of one journal, in a window as it is on starting. */
async function learning() {
  if (years) await years.page.reload()
  const win = (years ??= await start({ seed: 'years' }))
  const { page } = win
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.locator('.cm-content').waitFor()
  await page.keyboard.press('Control+5')
  await page.getByRole('combobox', { name: 'Search the journal' }).and(page.locator(':focus')).waitFor()
  await page.getByRole('heading', { name: 'How sure I was' }).waitFor()
  return { win, page, field: page.getByRole('combobox', { name: 'Search the journal' }), found: page.locator('.found li') }
}

test('searching by keyboard: a filter is offered, its values too, and the lines lead to where they stand', async () => {
  const { win, page, field, found } = await learning()
  await page.keyboard.type('ki')
  await page.getByRole('option', { name: /^kind:/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('kind:')
  await page.keyboard.type('le')
  await page.getByRole('option', { name: /^learning/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.locator('#offers [aria-selected="true"]', { hasText: 'learning' }).waitFor()
  await clean(win, 'values offered')
  await pictured(win, 'learning-offers')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('kind:learning ')
  await page.keyboard.type('queue')
  await page.getByText('3 lines', { exact: true }).waitFor()
  await clean(win, 'found')
  await pictured(win, 'learning-found')

  // The found lines by arrows, back to the field, and to where one stands.
  await page.keyboard.press('ArrowDown')
  await found.first().locator('button:focus').waitFor()
  await page.keyboard.press('ArrowUp')
  await field.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('[data-part="lines"] li:focus', { hasText: 'a drained queue' }).waitFor()

  // What was asked is there again on return.
  await page.keyboard.press('Control+5')
  await field.and(page.locator(':focus')).waitFor()
  expect(await field.inputValue()).toBe('kind:learning queue')
  await expect.poll(() => found.count()).toBe(3)
  expect(win.wrong).toEqual([])
})

test('a value that a filter does not take is underlined where it stands, and told in a sentence', async () => {
  const { win, page, field } = await learning()
  await field.fill('cache kind:outage lag')
  await page.getByRole('status').getByText('“kind:” does not take “outage”.', { exact: false }).waitFor()
  expect(await page.locator('.under u').textContent()).toBe('outage')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  await clean(win, 'a wrong filter')
  await pictured(win, 'learning-wrong')
  await field.fill('cache kind:effect lag')
  await expect.poll(() => page.locator('.under u').count()).toBe(0)
  await page.keyboard.press('Escape')
  await expect.poll(() => field.inputValue()).toBe('')
  // The filters are there to be found, and begin one.
  await page.getByRole('button', { name: /^before:/ }).click()
  await expect.poll(() => field.inputValue()).toBe('before:')
  await page.getByText('A day, a month or a year', { exact: false }).waitFor()
  await field.and(page.locator(':focus')).waitFor()
  expect(win.wrong).toEqual([])
})

test('a learning holds by one key, and an open question is answered by a line', async () => {
  const { win, page } = await learning()
  const lesson = page.locator('[data-part="lessons"] [data-lesson]')
  await lesson.nth(1).focus()
  await page.keyboard.press('h')
  await page.getByRole('button', { name: 'Still holds', pressed: true }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: 'No longer', pressed: true }).waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Still holds', pressed: true }).count()).toBe(0)
  await page.keyboard.press('n')
  await expect.poll(() => page.locator('[data-part="lessons"] [aria-pressed="true"]').count()).toBe(0)
  await page.keyboard.press('ArrowUp')
  await lesson.first().and(page.locator(':focus')).waitFor()

  const question = page.locator('[data-part="lessons"] > ul > li').first()
  await question.getByRole('button', { name: 'Answer it by a line…' }).press('Enter')
  await page.getByRole('searchbox', { name: 'Search for the line that answers it' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('reconnect orders')
  await question.getByRole('button', { name: /consumers of orders-db reconnect/ }).first().press('Enter')
  await question.getByText('Answered by', { exact: true }).waitFor()
  await clean(win, 'an answered question')
  await question.getByRole('button', { name: /^No longer answered by/ }).press('Enter')
  await question.getByText('Answered by', { exact: true }).waitFor({ state: 'detached' })

  await page.getByRole('combobox', { name: 'Order' }).selectOption('systems')
  await page.locator('[data-part="lessons"] h3').first().waitFor()
  await clean(win, 'by system')
  await page.getByRole('combobox', { name: 'Order' }).selectOption('conditions')
  await page.getByRole('heading', { name: 'documentation' }).waitFor()
  expect(win.wrong).toEqual([])
})

test('every point of a chart leads to its lines, and the table says the same', async () => {
  const { win, page } = await learning()
  const months = page.locator('.chart', { has: page.getByRole('heading', { name: 'By month' }) })
  await months.locator('.point[tabindex="0"]').focus()
  const label = (await months.locator('.point:focus').getAttribute('aria-label')) ?? ''
  expect(label).toMatch(/^\w+ \d{4}: \d+ cases?, /)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => months.locator('.point:focus').getAttribute('aria-label')).not.toBe(label)
  await page.keyboard.press('End')
  await expect.poll(() => months.locator('.point:focus').getAttribute('aria-label')).toBe(label)
  await page.keyboard.press('Enter')
  await months.getByRole('group', { name: 'Lines behind it' }).waitFor()
  const count = Number(/: (\d+)/.exec(label)?.[1])
  await expect.poll(() => months.locator('.behind li').count()).toBe(count)
  await months.locator('.behind li button:focus').waitFor()
  await clean(win, 'lines behind a point')
  await pictured(win, 'learning-behind')
  await page.keyboard.press('Escape')
  await months.locator('.point:focus').waitFor()
  await months.locator('summary').click()
  await clean(win, 'a table')
  const cells = await months.locator('tbody tr').last().locator('th, td').allTextContents()
  expect(Number(cells.at(-1))).toBe(count)
  expect(cells.slice(1, -1).reduce((sum, each) => sum + Number(each), 0)).toBe(count)

  // The first number of an axis is zero.
  expect(await months.locator('text.number').first().textContent()).toBe('0')
  await page.getByRole('table', { name: 'Conditions' }).getByRole('button').first().press('Enter')
  await page.locator('.behind li button:focus').press('Enter')
  await page.locator('[data-part="lines"] li:focus').waitFor()
  expect(win.wrong).toEqual([])
})

test('how sure somebody was: so many of so many met, and in words where that is too few to tell', async () => {
  const { win, page } = await learning()
  const table = page.getByRole('table', { name: 'Written down before the outcome' })
  await table.getByRole('row', { name: /^sure/ }).locator('.interval').waitFor({ state: 'attached' })
  await table.getByRole('row', { name: /^a guess/ }).getByText('too few to tell').waitFor()
  expect(await table.getByRole('row', { name: /^a guess/ }).locator('svg').count()).toBe(0)
  await table.getByRole('row', { name: /^sure/ }).getByRole('button').press('Enter')
  await page.getByRole('group', { name: 'Lines behind it' }).locator('li').first().waitFor()
  expect(win.wrong).toEqual([])
})

test('looking back is asked for; later is another day, and not this one is for ever', async () => {
  const { win, page } = await learning()
  const card = page.locator('.card')
  expect(await card.count()).toBe(0)
  await page.getByRole('checkbox', { name: /^Bring up what I told and learned/ }).press('Space')
  await card.getByRole('heading', { name: / ago you (learned|told) this/ }).waitFor()
  await clean(win, 'looking back')
  await page.locator('[data-part="page"]').evaluate((each) => (each.scrollTop = 0))
  await pictured(win, 'learning-back')
  const text = async () => (await card.count()) ? card.locator('.text').textContent() : ''
  const first = await text()
  await card.getByRole('button', { name: 'Not this one' }).press('Enter')
  await expect.poll(text).not.toBe(first)
  await page.keyboard.press('Control+1')
  await page.locator('[data-part="lines"] li').first().waitFor()
  expect(await card.count()).toBe(0)
  await page.keyboard.press('Control+5')
  await card.waitFor()
  const second = await text()
  expect(second).not.toBe(first)
  // What is read does not come up again before its next time.
  await card.getByRole('button', { name: 'Read it' }).press('Enter')
  await page.locator('[data-part="lines"] li:focus').waitFor()
  await page.keyboard.press('Control+5')
  await page.getByRole('heading', { name: 'How sure I was' }).waitFor()
  await expect.poll(text).not.toBe(second)
  // Nothing comes up for whoever does not want it any more.
  await page.getByRole('checkbox', { name: /^Bring up what I told and learned/ }).press('Space')
  await card.waitFor({ state: 'detached' })
  expect(win.wrong).toEqual([])
})

test('the log is taken along in the clear, and the screen says so', async () => {
  const { win, page } = await learning()
  await page.getByText('in the clear, with every name in it', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Export my log…' }).press('Enter')
  await page.getByText(/^learned\.md, learned\.json, learned\.csv written to .*, in the clear\.$/).waitFor()
  const out = join(win.folder, 'out')
  expect((await readdir(out)).toSorted()).toEqual(['learned.csv', 'learned.json', 'learned.md'])
  expect(await readFile(join(out, 'learned.md'), 'utf8')).toContain('a drained queue is no proof')
  // What is there is never written over.
  await page.getByRole('button', { name: 'Export my log…' }).press('Enter')
  await page.getByRole('alert').getByText('A file of that name is there already', { exact: false }).waitFor()
  expect(win.wrong).toEqual([])
})

test('nothing yet is said calmly, and at night none of it is there', async () => {
  const win = await start()
  const { page } = win
  await page.getByRole('button', { name: 'Write first' }).click()
  await page.locator('.cm-content').waitFor()
  await page.keyboard.press('Control+5')
  await page.getByText('Nothing has been written yet.', { exact: false }).waitFor()
  await clean(win, 'empty')
  await pictured(win, 'learning-empty')
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+.')
  await expect.poll(() => page.locator('nav').count()).toBe(0)
  await page.keyboard.press('Control+5')
  await page.getByRole('textbox', { name: 'New line' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Learning' }).count()).toBe(0)
  expect(win.wrong).toEqual([])
  await win.close()
})

test('a line like earlier ones shows them beside it, by day, until it is not wanted', async () => {
  const win = await start({ seed: 'years', width: 1440 })
  const { page } = win
  const field = page.getByRole('textbox', { name: 'New line' })
  await page.locator('.cm-content').waitFor()
  await field.focus()
  await page.keyboard.type('why does the failover take so long')
  const seen = page.locator('[data-part="seen"]')
  await seen.getByText('Both say', { exact: false }).first().waitFor()
  expect(await seen.locator('li').count()).toBeLessThanOrEqual(3)
  expect(await seen.textContent()).toContain('failover')
  await field.and(page.locator(':focus')).waitFor()
  await clean(win, 'seen before')
  await pictured(win, 'seen')
  await page.keyboard.press('Control+G')
  await seen.locator('button:focus').waitFor()
  await page.keyboard.press('Escape')
  await seen.waitFor({ state: 'detached' })
  await field.and(page.locator(':focus')).waitFor()
  expect(await field.textContent()).toBe('why does the failover take so long')
  expect(win.wrong).toEqual([])
  await win.close()
})

for (const [called, wanted] of [
  ['dark', { dark: true }],
  ['400 px', { width: 400, height: 800 }],
  ['German', { language: 'de-DE' }],
  // What is left of 1280 × 900.
  ['200 %', { width: 640, height: 450, language: 'de-DE' }],
] as const)
  test(`Learning, ${called}`, async () => {
    const win = await start({ seed: 'years', ...wanted })
    const { page } = win
    await page.locator('[data-part="lines"] li').first().waitFor()
    await page.locator('.cm-content').waitFor()
    await page.keyboard.press('Control+5')
    await page.locator('#sure').waitFor()
    await page.locator('summary').first().click()
    await page.locator('.point').last().click()
    await page.locator('.behind li').first().waitFor()
    await clean(win, `Learning, ${called}`)
    await pictured(win, `learning-${called}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })
