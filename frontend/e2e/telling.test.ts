import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { clean, close, open, pictured, start } from './window'

beforeAll(open)
afterAll(close)

/** A journal with one account of these lines, written now. */
async function told(lines: readonly string[], wanted: Parameters<typeof start>[0] = {}) {
  const win = await start({ seed: 'night', width: 1440, ...wanted })
  const { page } = win
  const field = page.getByRole('textbox', { name: 'New line' })
  await field.waitFor()
  await page.locator('.cm-content').waitFor()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await page.locator('.line:not(.pending) .text').filter({ hasText: line.replace(/^\d\d:\d\d /, '') }).waitFor()
  }
  return { win, page, field }
}

/** Puts the keyboard on the line with these words, once the field has come and taken it as it does. */
async function onto(page: Page, text: string) {
  await page.locator('.cm-content').waitFor()
  const line = page.locator('[data-part="lines"] li').filter({ hasText: text })
  const focused = async () => {
    await line.focus()
    return line.evaluate((element) => element === document.activeElement)
  }
  await expect.poll(focused).toBe(true)
}

const aside = (page: Page) => page.locator('[data-part="aside"]')

test('a line is asked about, one thing at a time, and nothing has to be answered', async () => {
  const { win, page } = await told(['restarted the cache'])
  await onto(page, 'restarted the cache')
  await aside(page).getByText('With what did you do it, and to what?').waitFor()
  await clean(win, 'asked about a line')
  await page.keyboard.press('Control+J')
  await page.keyboard.type('systemctl, on the second node')
  await page.keyboard.press('Enter')
  await aside(page).getByText('was it your call?').waitFor()
  await aside(page).getByRole('button', { name: 'my call', exact: true }).press('Enter')
  await aside(page).getByText('What stood between the action and its effect?').waitFor()
  await aside(page).getByRole('button', { name: 'Never ask this here' }).press('Enter')
  await aside(page).getByText('What does the page say').waitFor()
  await aside(page).getByRole('button', { name: 'Not now' }).press('Enter')
  await aside(page).getByText('How do you know this?').waitFor()
  expect(await aside(page).locator('dd').allTextContents()).toEqual([
    expect.stringContaining('systemctl, on the second node'),
    expect.stringContaining('my call'),
  ])
  await pictured(win, 'aside')

  // What was begun is kept by going elsewhere; what was put off comes back another time, what was skipped does not.
  await aside(page).getByRole('textbox').fill('it was mine')
  await page.keyboard.press('Control+N')
  await aside(page).locator('dd').filter({ hasText: 'it was mine' }).waitFor()
  await page.reload()
  await page.locator('[data-part="lines"] li').first().waitFor()
  await onto(page, 'restarted the cache')
  await aside(page).locator('dd').filter({ hasText: 'it was mine' }).waitFor()
  await aside(page).getByText('What does the page say').waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('an expectation, what answered it, and the gap between them', async () => {
  const { win, page } = await told(['02:10 errors should fall', '02:14 errors went up'])
  await onto(page, 'errors should fall')
  await page.keyboard.press('Control+E')
  await aside(page).getByRole('button', { name: 'Not met' }).press('Enter')
  await aside(page).getByRole('checkbox', { name: /errors went up/ }).press('Space')
  await aside(page).getByText('Written down before the outcome.').waitFor({ state: 'hidden' })
  // The first explanations are those that come first.
  await aside(page).getByRole('button', { name: 'Not now' }).press('Enter')
  await aside(page).getByRole('button', { name: 'Not now' }).press('Enter')
  await aside(page).getByText('In which way was it different').waitFor()
  await aside(page).getByRole('button', { name: 'more', exact: true }).press('Enter')
  await aside(page).getByText('What explains the difference?').waitFor()
  expect((await aside(page).locator('.choices button').allTextContents()).slice(0, 3)).toEqual([
    'the reasoning',
    'the information',
    'the system differs from its documentation',
  ])
  await clean(win, 'a gap')

  await page.keyboard.press('Control+2')
  const marks = page.locator('[data-part="timeline"] li')
  await expect.poll(() => marks.count()).toBe(2)
  expect(await marks.first().getAttribute('aria-label')).toBe(
    '02:10, expectation, errors should fall, Not met, answered by: errors went up',
  )
  expect(await marks.first().textContent()).toContain('gap')
  expect(await page.locator('.joins path.gap').count()).toBe(1)
  await clean(win, 'timeline')
  await pictured(win, 'timeline')

  // By keyboard: to the other line and back to where it was written; the times by another clock.
  await marks.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-part="timeline"] li:focus', { hasText: 'errors went up' }).waitFor()
  await page.keyboard.press('Control+Shift+Y')
  await page.keyboard.press('Control+Shift+Y')
  await marks.last().getByText('T+00:04').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-part="lines"] li:focus', { hasText: 'errors went up' }).waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

test('the timeline shows what was known by a minute, and a key joins there too', async () => {
  const { win, page } = await told(['02:10 errors should fall', '02:14 errors went up', '02:20 latency went up'])
  await page.keyboard.press('Control+2')
  const marks = page.locator('[data-part="timeline"] li')
  await expect.poll(() => marks.count()).toBe(3)
  await page.getByRole('slider').focus()
  await page.keyboard.press('Home')
  await expect.poll(() => marks.count()).toBe(1)
  await page.getByText('2 lines not known yet').waitFor()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => marks.count()).toBe(2)
  await page.keyboard.press('End')
  await expect.poll(() => marks.count()).toBe(3)
  await marks.first().focus()
  await page.keyboard.press('E')
  await page.getByRole('dialog').getByRole('checkbox', { name: /latency went up/ }).press('Space')
  await expect.poll(() => page.locator('.joins path:not(.lead)').count()).toBe(1)
  await clean(win, 'joining on the timeline')
  expect(win.wrong).toEqual([])
  await win.close()
})

test('an expectation is dragged onto the effect that answered it', async () => {
  const { win, page } = await told(['02:10 errors should fall', '02:14 errors went up', '02:20 latency went up'])
  await page.keyboard.press('Control+2')
  const marks = page.locator('[data-part="timeline"] li')
  const joins = page.locator('.joins path:not(.lead)')
  await expect.poll(() => marks.count()).toBe(3)
  const middle = async (text: string) => {
    const { x, y, width, height } = (await marks.filter({ hasText: text }).boundingBox())!
    return [x + width / 2, y + height / 2] as const
  }
  const drag = async (from: string, to: string) => {
    await page.mouse.move(...(await middle(from)))
    await page.mouse.down()
    await page.mouse.move(...(await middle(to)), { steps: 5 })
    await page.mouse.up()
  }
  // Only an expectation is answered.
  await drag('errors went up', 'latency went up')
  await drag('errors should fall', 'errors went up')
  await expect.poll(() => joins.count()).toBe(1)
  await drag('errors should fall', 'latency went up')
  await expect.poll(() => joins.count()).toBe(2)
  await expect.poll(() => marks.first().getAttribute('aria-label')).toMatch(/errors went up.*latency went up/)
  expect(win.wrong).toEqual([])
  await win.close()
})

test('remembering step by step, to the last question', async () => {
  const { win, page } = await told(['paged, checkout errors at 40%', 'restarted the cache', 'errors went up'])
  await page.keyboard.press('Control+Shift+G')
  await page.getByRole('button', { name: 'Begin' }).press('Enter')
  const next = page.getByRole('button', { name: 'Next', exact: true })
  const stage = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor()
  await stage('Put yourself back')
  await clean(win, 'recall')
  const field = page.getByRole('textbox', { name: 'New line' })
  await field.and(page.locator(':focus')).waitFor()
  await page.keyboard.type('in the kitchen, one screen')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'in the kitchen' }).waitFor()
  await pictured(win, 'recall')
  await next.click()
  await stage('Tell it all')
  await page.getByRole('button', { name: 'Skip this' }).click()
  await stage('Before the trouble')
  await page.getByRole('button', { name: 'Not sure' }).click()
  await stage('Lay it on a line')
  await page.getByText('Every line has its time.').waitFor()
  await next.click()
  await stage('Keep the first telling')
  await page.getByText('Nothing has been shared.').waitFor()
  await page.getByRole('button', { name: 'Keep what is written, and go on' }).click()
  await stage('Now the evidence')
  await next.click()
  await stage('Turning points')
  await page.getByRole('checkbox', { name: /errors went up/ }).press('Space')
  await expect.poll(() => page.getByRole('checkbox', { name: /errors went up/ }).isChecked()).toBe(true)
  await next.click()
  await stage('At that moment')
  await page.getByText('What did you see and hear at that moment?').waitFor()
  await clean(win, 'a turning point')
  await page.getByRole('textbox').fill('the red line')
  await page.keyboard.press('Enter')
  await page.getByText('What did it mean to you then?').waitFor()
  await next.first().click()
  // "Next" of the question goes on to the next one, that of the screen to the next screen.
  await page.getByRole('navigation', { name: 'Remember it' }).getByRole('button', { name: 'Next' }).click()
  await stage('What was there')
  await page.keyboard.type('two alerts with one name')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'two alerts' }).waitFor()
  await next.click()
  await stage('What you learned later')
  await next.click()
  await page.getByText('It can be taken up again at any time.').waitFor()

  // Then the three last questions, and it is over.
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('textbox', { name: 'What happened?' }).fill('The cache was cold.')
  await clean(win, 'closing')
  await page.getByRole('button', { name: 'It is over' }).click()
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.keyboard.press('Control+Shift+E')
  await page.getByText('This account is closed.').waitFor()
  expect(await page.getByRole('textbox', { name: 'What happened?' }).inputValue()).toBe('The cache was cold.')
  expect(win.wrong).toEqual([])
  await win.close()
})

test('at night the window shows little and asks nothing; by day last night is offered to be read', async () => {
  const { win, page, field } = await told(['paged', 'errors went up', 'restarted the cache', 'errors fall'], { hour: 2 })
  await expect.poll(() => page.locator('[data-part="lines"] li').count()).toBe(3)
  expect(await page.locator('[data-part="rail"], [data-part="aside"], nav, .kinds').count()).toBe(0)
  await clean(win, 'at night')
  await pictured(win, 'night')
  await page.keyboard.press('Control+.')
  await page.locator('[data-part="rail"]').waitFor()
  await page.keyboard.press('Control+.')
  await expect.poll(() => page.locator('[data-part="rail"]').count()).toBe(0)
  await field.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Kept\. 4 lines since 02:\d\d\.$/).waitFor()
  await page.getByText('Nothing has been shared. Sleep.').waitFor()
  // A slow machine: the screens of the day come after the answer.
  let come = () => {}
  const late = new Promise<void>((done) => (come = done))
  const day = await win.later(10, (page) => page.route('**/day-*.js', (route) => void late.then(() => route.continue())))
  await day.getByText(/^Last night, 02:\d\d to 02:\d\d, 4 lines\./).waitFor()
  await day.getByRole('button', { name: 'Read it' }).press('Enter')
  await day.getByRole('button', { name: 'Read it' }).waitFor({ state: 'detached' })
  come()
  await day.locator('[data-part="timeline"] li:focus').waitFor()
  expect(win.wrong).toEqual([])
  await win.close()
})

for (const [called, wanted] of [
  ['dark', { dark: true }],
  ['400 px', { width: 400, height: 700 }],
  ['German', { language: 'de-DE' }],
] as const)
  test(`what is asked, the timeline and the recall, ${called}`, async () => {
    const win = await start({ seed: 'night', width: 1440, ...wanted })
    const { page } = win
    await page.locator('[data-part="lines"] li').first().waitFor()
    await page.locator('.cm-content').waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await page.locator('[data-part="lines"] li:focus').waitFor()
    await page.keyboard.press('Control+J')
    await aside(page).locator('form').waitFor()
    await clean(win, `aside, ${called}`)
    await page.keyboard.press('Control+2')
    await page.locator('[data-part="timeline"] li').first().waitFor()
    await clean(win, `timeline, ${called}`)
    await page.keyboard.press('Control+Shift+G')
    await page.locator('.prompt button').press('Enter')
    await page.locator('.prompt h2').waitFor()
    await clean(win, `recall, ${called}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })
