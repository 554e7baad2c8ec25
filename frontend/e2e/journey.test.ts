import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close, open, start } from './window'

beforeAll(open)
afterAll(close)

test('the whole journey, by keyboard alone', async () => {
  const win = await start()
  const { page, wrong } = win
  const field = page.getByRole('textbox', { name: 'New line' })
  const lines = page.getByRole('list', { name: 'Lines' })

  // First run: a passphrase, its recovery key, one group back.
  await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
  await page.keyboard.type('the lighthouse keeper counts seven herons')
  await page.getByText(/nough\./).waitFor()
  await page.keyboard.press('Enter')
  const ask = page.getByRole('textbox', { name: /type group \d+/ })
  await ask.waitFor()
  const n = Number(/\d+/.exec((await page.getByText(/type group \d+/).textContent()) ?? '')?.[0])
  const group = await page.getByRole('list', { name: 'Your recovery key' }).getByRole('listitem').nth(n - 1).locator('.group').textContent()
  await ask.focus()
  await page.keyboard.type(group ?? '')
  await page.keyboard.press('Enter')

  // Writing.
  await field.waitFor()
  for (const line of [
    'paged, checkout errors at 40%',
    'restarted payments-db-3 with Priya Patel for the Kestrel release',
    'errors went up to 80%',
    'I thought the replica was healthy',
  ]) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await lines.getByText(line, { exact: true }).waitFor()
  }
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Control+Shift+M')
  await page.getByRole('listitem', { name: /assumption, I thought/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.type(' then')
  await page.keyboard.press('Enter')
  await lines.getByText('I thought the replica was healthy then', { exact: true }).waitFor()

  // What is half typed is kept before it is finished, and survives.
  await page.keyboard.press('Control+N')
  await page.keyboard.type('half a sent')
  await page.getByText(/^Kept \d\d:\d\d$/).waitFor()
  await page.reload()
  await lines.getByText('half a sent', { exact: true }).waitFor()

  // A line that is taken out can be taken back.
  await field.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Alt+ArrowUp')
  await page.locator('[data-part="lines"] li:focus').waitFor()
  await page.keyboard.press('Delete')
  await page.getByText('The line is removed.').waitFor()
  expect(await lines.getByText('half a sent', { exact: true }).count()).toBe(0)
  await page.keyboard.press('Control+Z')
  await lines.getByText('half a sent', { exact: true }).waitFor()

  // Review.
  await page.keyboard.press('Control+3')
  const boxes = page.getByRole('checkbox')
  await boxes.first().waitFor()
  expect(await page.getByText('0 of 5 lines.').count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Preview' }).last().isDisabled()).toBe(true)
  await boxes.first().focus()
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Space')
    await page.getByText(`${i + 1} of 5 lines.`).waitFor()
    await page.keyboard.press('Tab')
  }
  const findings = page.getByRole('list', { name: 'Found in it' })
  await findings.getByRole('listitem', { name: /payments-db-3/ }).waitFor()
  // F6 comes to what is open, also where something decided was looked at last.
  await findings.getByRole('listitem', { name: /payments-db-3/ }).focus()
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('F6')
    if (await findings.locator('li:focus').count()) break
  }
  await findings.locator('li.open:focus').waitFor()
  // Everything open is hidden, as it is proposed.
  for (let i = 0; i < 12 && (await findings.locator('li.open').count()); i++) {
    const before = await findings.locator('li.open').count()
    await page.keyboard.press('Enter')
    await expect.poll(() => findings.locator('li.open').count()).toBeLessThan(before)
  }
  await findings.getByRole('listitem', { name: /Priya Patel/ }).focus()
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'What ‘Priya Patel’ is called' }).fill('the database colleague')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /the database colleague/ }).first().waitFor()
  await page.keyboard.press('m')
  await page.keyboard.type('checkout')
  await page.keyboard.press('Enter')
  await findings.getByRole('listitem', { name: /^checkout/ }).waitFor()

  // Preview: the very pages, the receipt, the file.
  await page.keyboard.press('Control+4')
  await page.getByText(/Searched the finished files for \d+ forms/).waitFor()
  await page.locator('.over span', { hasText: 'host 1' }).first().waitFor()
  await page.keyboard.press('Control+P')
  const saved = (await page.getByText(/^Saved to /).textContent()) ?? ''
  expect(saved).toContain('Firsthand sent nothing anywhere.')
  const pdf = readFileSync(/Saved to (.*?)\. Firsthand/.exec(saved.trim())?.[1] ?? '')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.keyboard.press('Control+M')
  await expect.poll(() => page.getByText(/^Saved to .*\.md/).count()).toBe(1)
  await page.keyboard.press('Control+D')
  await page.getByText('The Markdown is on the clipboard').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(readFileSync(`${win.folder}/out/account.md`, 'utf8'))
  expect(copied).toContain('host 1')
  for (const secret of ['payments-db-3', 'Priya', 'Patel', 'checkout']) expect(copied).not.toContain(secret)

  // Locking asks nothing; unlocking comes back.
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+L')
  await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await page.getByText('That is not it.').waitFor()
  await page.keyboard.type('the lighthouse keeper counts seven herons')
  await page.keyboard.press('Enter')
  await page.locator('.line', { hasText: 'paged, checkout errors at 40%' }).waitFor()
  expect(wrong).toEqual([])
  await win.close()
})

test('the palette finds lines, the lines of a kind, and those with a name', async () => {
  const win = await start({ seed: 'night' })
  const { page } = win
  const found = page.locator('[data-part="rail"] mark')
  await page.locator('[data-part="lines"] li').first().waitFor()
  const text = (await page.locator('[data-part="lines"] li .text').first().textContent()) ?? ''
  const word = /\p{L}{5,}/u.exec(text)?.[0] ?? ''
  const palette = async (query: string) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').getByRole('combobox').fill(query)
  }

  await palette(word)
  await page.getByRole('option').filter({ hasText: text.slice(0, 20) }).last().click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-entry'))).toBeTruthy()

  await palette(`> ${word}`)
  await page.getByText('Nothing of that name.').waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('listitem', { name: /, effect, / }).first().waitFor()
  await palette('#eff')
  await page.keyboard.press('Enter')
  await page.locator('[data-part="rail"]').getByText(/^\d+ lines?\s*$/).waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+,')
  await page.getByRole('textbox', { name: 'New names' }).fill(`person: ${word}`)
  await page.getByRole('button', { name: 'Add' }).click()
  await palette('@')
  await page.getByRole('option', { name: word }).click()
  await found.first().waitFor()
  expect((await found.first().textContent())?.toLowerCase()).toBe(word.toLowerCase())
  expect(win.wrong).toEqual([])
  await win.close()
})
