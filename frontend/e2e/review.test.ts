import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, start, type Win } from './window'

beforeAll(open)
afterAll(close)

/** A review with every one of the lines chosen. */
async function reviewed(win: Win, lines: readonly string[]) {
  const { page } = win
  await page.getByRole('button', { name: 'Write first, do this later' }).click()
  await page.getByRole('textbox', { name: 'New line' }).waitFor()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Lines' }).getByText(line, { exact: true }).waitFor()
  }
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'All', exact: true }).click()
  const findings = page.getByRole('list', { name: 'Found in it' })
  await findings.getByRole('listitem').first().waitFor()
  return { page, findings, finding: (name: RegExp) => findings.getByRole('listitem', { name }) }
}

test('one thing or two, and what it is, by keyboard', async () => {
  const win = await start()
  const { page, finding } = await reviewed(win, ['Sam Lee paged me, Sam Park joined', 'then I asked Sam'])
  const read = page.locator('[data-part="read"]')
  await finding(/^Sam, person, 1 place, decide/).focus()

  // Two would fit: it is one of them.
  await page.keyboard.press('s')
  await clean(win, 'the same as')
  await page.getByRole('combobox', { name: '‘Sam’ is one with' }).selectOption({ label: 'Sam Park (person)' })
  await page.keyboard.press('Enter')
  await finding(/^Sam Park, person, 2 places, becomes Engineer B/).waitFor()
  expect(await read.innerText()).toContain('then I asked Engineer B')

  // And it is somebody of another class.
  await page.keyboard.press('c')
  await clean(win, 'what it is')
  await page.getByRole('combobox', { name: 'What ‘Sam Park’ is' }).selectOption('Manager')
  await page.keyboard.press('Enter')
  await finding(/^Sam Park, person, 2 places, becomes Manager A/).waitFor()

  // No: it is another's.
  await page.keyboard.press('p')
  await clean(win, 'two things')
  await page.getByRole('combobox', { name: 'Which of these names is another’s?' }).selectOption('Sam')
  await page.keyboard.press('Enter')
  await finding(/^Sam, person, 1 place, becomes /).waitFor()
  await finding(/^Sam Park, person, 1 place/).waitFor()

  // All of it can be taken back.
  await finding(/^Sam Park/).focus()
  for (const then of [/^Sam Park, person, 2 places, becomes Manager A/, /^Sam Park, person, 2 places, becomes Engineer B/, /^Sam, person, 1 place, decide/]) {
    await page.keyboard.press('u')
    await finding(then).waitFor()
  }
  expect(win.wrong).toEqual([])
  await win.close()
})
