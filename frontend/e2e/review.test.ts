import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start, write, type Win } from './window'

beforeAll(open)
afterAll(close)

/** A review with every one of the lines chosen. */
async function reviewed(win: Win, lines: readonly string[]) {
  const { page } = win
  await write(win, lines)
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'All', exact: true }).click()
  const findings = page.getByRole('list', { name: 'Found in it' })
  await findings.getByRole('listitem').first().waitFor()
  return { page, findings, finding: (name: RegExp) => findings.getByRole('listitem', { name }) }
}

test('one thing or two, and what it is, by keyboard', async () => {
  const win = await start()
  const { page, finding } = await reviewed(win, ['Sam Lee paged me, Sam Park joined', 'word came from Sam'])
  const read = page.locator('[data-part="read"]')
  await finding(/^Sam, person, 1 place, decide/).focus()

  // Two would fit: it is one of them.
  await page.keyboard.press('s')
  await clean(win, 'the same as')
  await page.getByRole('combobox', { name: '‘Sam’ is one with' }).selectOption({ label: 'Sam Park (person)' })
  await page.keyboard.press('Enter')
  await finding(/^Sam Park, person, 2 places, becomes Engineer B/).waitFor()
  expect(await read.innerText()).toContain('word came from Engineer B')

  // And it is somebody of another class.
  await page.keyboard.press('c')
  await clean(win, 'what it is')
  await page.getByRole('combobox', { name: 'What ‘Sam Park’ is' }).selectOption('Manager')
  await page.keyboard.press('Enter')
  await finding(/^Sam Park, person, 2 places, becomes Manager A/).waitFor()

  // No: it is another's.
  await page.keyboard.press('p')
  await clean(win, 'two things')
  await page.getByRole('combobox', { name: 'Which of these is another’s?' }).selectOption('Sam')
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

test('one place of a name is another thing', async () => {
  const win = await start()
  const { page, finding } = await reviewed(win, ['Hana was slow again', 'I asked Hana, and Hana (Hana Novak) restarted it'])
  const read = page.locator('[data-part="read"]')
  await finding(/^Hana Novak, person, 4 places/).focus()
  await page.keyboard.press('Enter')
  await finding(/^Hana Novak, person, 4 places, becomes Engineer A/).focus()

  // Why the names are one is there to be read.
  await page.getByText('Why these names are one').click()
  await page.getByText('as names of one').waitFor()
  await clean(win, 'why one')

  // Hana the database is not Hana the person.
  await finding(/^Hana Novak/).focus()
  await page.keyboard.press('p')
  await clean(win, 'one place')
  const which = page.getByRole('combobox', { name: 'Which of these is another’s?' })
  await which.selectOption({ label: '1. [Hana] was slow again' })
  await page.keyboard.press('Enter')
  await finding(/^Hana Novak, person, 3 places/).waitFor()
  await finding(/^Hana, person, 1 place/).focus()
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'What ‘Hana’ is' }).selectOption('service')
  await page.keyboard.press('Enter')
  await expect.poll(() => read.innerText()).toContain('service 1 was slow again')

  // What would tell, or stands for something else, is no label.
  await finding(/^Hana, person, 1 place/).focus()
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: /Hana/ }).fill('the box of Hana Novak')
  await page.keyboard.press('Enter')
  await page.getByText('would tell what is hidden').waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('a document that still holds something is stopped, and the words can be marked', async () => {
  const win = await start()
  const { page } = await reviewed(win, ['restarted payments-db-3 by the orange door'])
  const place = (view: string, line: number) => ({ view, line, kind: 'other', entity: '', found: 'orange door' })
  await page.route('**/__call/app.Release.Prepare', (route) =>
    route.fulfill({
      json: {
        result: {
          draft: '',
          stopped: 'leak',
          undecided: 0,
          cut: 0,
          places: [place('stream 4', 1), place('text', 7), place('raw bytes', 90)],
          characters: [],
          pdf: '',
          markdown: '',
          receipt: { profile: 'role', audience: '', shared: 0, withheld: 0, replaced: [], kept: 0, searched: 0, properties: [], files: [], stands: [] },
          overlaps: [],
          before: [],
        },
      },
    }),
  )
  await page.keyboard.press('Control+4')
  await page.getByRole('alert').getByText('The finished file still held what is hidden. No file was made.').waitFor()
  await page.getByText('line 7 of the text').waitFor()
  expect(await page.getByRole('button', { name: 'Hide it' }).count()).toBe(1)
  await clean(win, 'stopped by a leak')
  await pictured(win, 'leak')
  await page.getByRole('button', { name: 'Hide it' }).press('Enter')
  const words = page.getByRole('textbox', { name: 'Hide these words wherever they stand' })
  await words.waitFor()
  expect(await words.inputValue()).toBe('orange door')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem', { name: /^orange door, other/ }).waitFor()
  await page.unroute('**/__call/app.Release.Prepare')
  await page.keyboard.press('Control+4')
  await page.getByText(/Searched the finished files/).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('what has no letters in the PDF leaves as Markdown', async () => {
  const win = await start()
  const { page } = await reviewed(win, ['restarted payments-db-3, it said \u13a0\u13a1'])
  await page.keyboard.press('Control+4')
  await page.getByText('The Markdown holds everything.').waitFor()
  await clean(win, 'no letters')
  expect(await page.getByRole('radio', { name: 'PDF' }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Save PDF…' }).count()).toBe(0)
  await page.keyboard.press('Control+M')
  await page.getByText(/^Saved to .*\.md/).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('an error in the middle of deciding is said, and what is shown is what is so', async () => {
  const win = await start()
  const { page, findings, finding } = await reviewed(win, ['asked Robin about the Kestrel release'])
  const decide = async (fail: string) =>
    expect((await page.request.post(new URL('/__test', page.url()).href, { data: { method: 'Review.Decide', fail } })).ok()).toBe(true)
  const open = await findings.locator('li.open').count()
  expect(open).toBeGreaterThan(0)
  await decide('full')
  await findings.locator('li.open').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('The disk is full.').waitFor()
  expect(await findings.locator('li.open').count()).toBe(open)
  await clean(win, 'an error while deciding')
  await pictured(win, 'error')
  // The keyboard is still there, and the next try goes through.
  await decide('')
  await page.keyboard.press('Enter')
  await expect.poll(() => findings.locator('li.open').count()).toBe(open - 1)
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  await finding(/./).first().waitFor()
  await win.close()
})

test('what names nobody is asked about before it leaves, by keyboard', async () => {
  const win = await start()
  const { page, finding } = await reviewed(win, ['a team of three lost 4,217,933 orders with Priya Patel', 'I had a fever that night'])
  const questions = page.getByRole('list', { name: 'Before it leaves' })
  const question = (name: RegExp) => questions.getByRole('listitem', { name })
  const read = page.locator('[data-part="read"]')

  // They come after the findings.
  await finding(/^Priya Patel/).focus()
  await page.keyboard.press('j')
  await expect.poll(() => question(/^‘a team of three’\. Are these so few people/).evaluate((each) => each === document.activeElement)).toBe(true)
  await clean(win, 'an indirect question')

  // The suggestion, words of one's own, or as it is: the next one is the current one then.
  await page.keyboard.press('Enter')
  await expect.poll(() => read.innerText()).toContain('A small team lost 4,217,933 orders')
  await expect.poll(() => question(/^‘4,217,933’/).evaluate((each) => each === document.activeElement)).toBe(true)
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'What stands for ‘4,217,933’' }).fill('some')
  await clean(win, 'other words')
  await page.keyboard.press('Enter')
  await expect.poll(() => read.innerText()).toContain('A small team lost some orders')
  await expect.poll(() => question(/^‘a fever’/).evaluate((each) => each === document.activeElement)).toBe(true)
  await page.keyboard.press('y')
  await questions.waitFor({ state: 'detached' })
  await finding(/^4,217,933, other, 1 place, becomes some/).waitFor()

  // What was left is asked again once that is taken back.
  await page.keyboard.press('u')
  await question(/^‘a fever’/).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('whether two names are one thing is asked, with the reason, and answered by key', async () => {
  const win = await start()
  const { page, finding } = await reviewed(win, ['Sam Lee paged me, Sam Park joined', 'then I asked Sam, who said no'])
  const question = (name: RegExp) => page.getByRole('list', { name: 'Before it leaves' }).getByRole('listitem', { name })
  const current = (of: ReturnType<typeof question>) => of.evaluate((each) => each === document.activeElement)

  const lee = question(/^‘Sam’\. Is it the same as this, so that one label stands for both\? Sam Lee$/)
  await lee.focus()
  await expect.poll(() => lee.innerText()).toContain('the one may be a part of the other')
  await expect.poll(() => page.getByRole('button', { name: /^Two things/ }).count()).toBe(1)
  await clean(win, 'whether two names are one thing')
  await pictured(win, 'same')

  // They are two; so Sam is the other.
  await page.keyboard.press('y')
  const park = question(/^‘Sam’.* Sam Park$/)
  await expect.poll(() => current(park)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Before it leaves' }).waitFor({ state: 'detached' })
  await finding(/^Sam Park, person, 2 places/).waitFor()
  await expect.poll(() => page.locator('[data-part="read"]').innerText()).toMatch(/(Engineer .) joined[^]*I asked \1,/)
  expect(win.wrong).toEqual([])
  await win.close()
})

test('of a long account the page has what is near; a thing found far down is shown where it stands', async () => {
  const win = await start({ seed: 'day', width: 1440 })
  const { page } = win
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.keyboard.press('Control+3')
  const choose = page.locator('[data-part="choose"] li')
  const read = page.locator('[data-part="read"] li')
  await choose.first().waitFor()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  // As it reads, Go says.
  await read.first().getByText('look 0:').waitFor()
  expect(await choose.count()).toBeLessThan(500)
  expect(await read.count()).toBeLessThan(500)
  expect(await read.first().getAttribute('aria-setsize')).toBe('2000')

  // Words near the end are marked: they are taken there.
  await page.getByRole('button', { name: 'Mark text…' }).click()
  await page.getByRole('textbox', { name: 'Hide these words wherever they stand' }).waitFor()
  await page.keyboard.type('look 1900')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem', { name: /^look 1900, other/ }).click()
  const chip = page.locator('[data-part="read"] .chip.here')
  await expect.poll(() => chip.count()).toBe(1)
  const line = read.filter({ has: page.locator('.chip.here') })
  expect(await line.getAttribute('aria-posinset')).toBe('1901')
  await expect.poll(() => chip.evaluate((at) => { const { top, bottom } = at.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight })).toBe(true)
  await clean(win, 'near the end of a long review')

  // What came before is brought, and what is in sight stays.
  const top = () => line.evaluate((at) => at.getBoundingClientRect().top)
  const before = await top()
  await page.getByRole('button', { name: /^Earlier lines/ }).evaluate((button: HTMLElement) => button.click())
  await expect.poll(() => read.first().getAttribute('aria-posinset')).not.toBe('1841')
  expect(Math.abs((await top()) - before)).toBeLessThan(2)

  // And whoever scrolls to the end comes to the last line.
  await expect.poll(async () => {
    await page.locator('[data-part="read"]').evaluate((part) => part.parentElement!.scrollTo(0, 1e7))
    return read.last().getAttribute('aria-posinset')
  }).toBe('2000')
  expect(win.wrong).toEqual([])
  await win.close()
})
