import { closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start } from './window'

beforeAll(open)
afterAll(close)

const passphrase = 'the lighthouse keeper counts seven herons'

for (const wanted of [
  { language: 'en-GB', dark: true, width: 400, now: 'Check now', whole: 'All is whole', left: 'What is left', out: 'Export what can be read…', written: 'in the clear.' },
  { language: 'de-DE', dark: false, width: 1280, now: 'Jetzt prüfen', whole: 'Alles ist ganz', left: 'Was noch da ist', out: 'Lesbares ausgeben …', written: 'geschrieben.' },
]) {
  test(`a whole journal is checked in the settings, ${wanted.language}`, async () => {
    const win = await start({ seed: 'night', passphrase, ...wanted })
    const { page } = win
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page.locator('[data-part="lines"] li').first().waitFor()
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: wanted.now }).press('Enter')
    await page.getByText(wanted.whole).waitFor()
    await clean(win, `checked, ${wanted.language}`)
    await pictured(win, `checked-${wanted.language}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })

  test(`a journal that lost its beginning shows what is left, and lets it out, ${wanted.language}`, async () => {
    const win = await start({ seed: 'night', passphrase, ...wanted })
    const { page } = win
    const field = page.getByRole('textbox', { name: 'Passphrase' })
    await field.waitFor()
    const file = openSync(join(win.folder, 'journal', 'vault.db'), 'r+')
    writeSync(file, Buffer.alloc(4096), 0, 4096, 0)
    closeSync(file)
    await field.fill(passphrase)
    await page.keyboard.press('Enter')
    const left = page.getByRole('region', { name: wanted.left })
    const out = left.getByRole('button', { name: wanted.out })
    await out.waitFor()
    await clean(win, `damaged, ${wanted.language}`)
    await out.press('Enter')
    await left.getByText(wanted.written).last().waitFor()
    await expect.poll(() => readdirSync(join(win.folder, 'out')).filter((name) => name.endsWith('.md')).length).toBeGreaterThan(0)
    await clean(win, `what is left was written, ${wanted.language}`)
    await pictured(win, `damaged-${wanted.language}`)
    await win.close()
  })
}
