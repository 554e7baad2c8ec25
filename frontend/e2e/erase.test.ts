import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start } from './window'

beforeAll(open)
afterAll(close)

const passphrase = 'the lighthouse keeper counts seven herons'

for (const wanted of [
  {
    language: 'en-GB', dark: true, width: 400,
    erase: 'Erase', put: 'Put it into the bin', back: /^Take back:/, isBack: 'Back as it was.', now: /^Erase now:/,
    word: 'erase', erased: 'Erased.', whole: 'Erase the whole journal now…', wholeNow: 'Erase the whole journal now',
    gone: 'The journal is erased', anew: 'Begin anew', first: 'Draw six words by lot',
  },
  {
    language: 'de-DE', dark: false, width: 1280,
    erase: 'Löschen', put: 'In den Papierkorb', back: /^Zurückholen:/, isBack: 'Wieder da, wie es war.', now: /^Jetzt löschen:/,
    word: 'Löschen', erased: 'Gelöscht.', whole: 'Das ganze Tagebuch jetzt löschen …', wholeNow: 'Das ganze Tagebuch jetzt löschen',
    gone: 'Das Tagebuch ist gelöscht', anew: 'Neu beginnen', first: 'Sechs Wörter auslosen',
  },
])
  test(`an account goes into the bin and comes back, then for ever; then the journal, by keyboard, ${wanted.language}`, async () => {
    const win = await start({ seed: 'night', passphrase, ...wanted })
    const { page } = win
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page.locator('[data-part="lines"] li').first().waitFor()
    await page.keyboard.press('Control+,')
    const section = page.getByRole('region', { name: wanted.erase, exact: true })
    const choices = section.getByRole('combobox').locator('option')
    await choices.first().waitFor({ state: 'attached' })
    const before = await choices.count()
    const put = section.getByRole('button', { name: wanted.put, exact: true })
    await put.press('Enter')
    const back = section.getByRole('button', { name: wanted.back })
    await back.waitFor()
    await expect.poll(() => choices.count()).toBe(before - 1)
    await clean(win, `in the bin, ${wanted.language}`)
    await pictured(win, `bin-${wanted.language}`)
    await back.press('Enter')
    await section.getByText(wanted.isBack).waitFor()
    await expect.poll(() => choices.count()).toBe(before)

    // For ever, once the word is typed.
    await put.press('Enter')
    const now = section.getByRole('button', { name: wanted.now })
    await now.press('Enter')
    const form = section.getByRole('form', { name: wanted.now })
    await clean(win, `asked, ${wanted.language}`)
    await page.keyboard.type('no')
    await page.keyboard.press('Enter')
    await form.getByRole('button', { disabled: true }).waitFor()
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => now.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await form.waitFor()
    await page.keyboard.type(wanted.word)
    await page.keyboard.press('Enter')
    await section.getByText(wanted.erased).waitFor()
    await back.waitFor({ state: 'detached' })
    await clean(win, `erased, ${wanted.language}`)

    await section.getByRole('button', { name: wanted.whole }).press('Enter')
    await section.getByRole('form', { name: wanted.wholeNow }).waitFor()
    await clean(win, `asked for the journal, ${wanted.language}`)
    const wide = await page.locator('.page').evaluate((at) => at.scrollWidth - at.clientWidth)
    expect(wide, 'wider than the window').toBeLessThanOrEqual(0)
    await pictured(win, `erase-${wanted.language}`)
    expect(readdirSync(join(win.folder, 'journal'))).toContain('vault.db')
    await page.keyboard.type(wanted.word)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: wanted.gone }).waitFor()
    await clean(win, `the journal is gone, ${wanted.language}`)
    await pictured(win, `gone-${wanted.language}`)
    expect(existsSync(join(win.folder, 'journal', 'vault.db'))).toBe(false)
    expect(readdirSync(join(win.folder, 'config', 'keys'))).toEqual([])
    await page.getByRole('button', { name: wanted.anew }).press('Enter')
    await page.getByRole('button', { name: wanted.first }).waitFor()
    expect(win.wrong).toEqual([])
    await win.close()
  })
