import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, start } from './window'

beforeAll(open)
afterAll(close)

const passphrase = 'the lighthouse keeper counts seven herons'

for (const wanted of [
  { language: 'en-GB', dark: false, width: 1280, now: 'Back up now', done: 'read back whole.', choose: 'Choose a folder…' },
  { language: 'de-DE', dark: true, width: 400, now: 'Jetzt sichern', done: 'ganz zurückgelesen.', choose: 'Ordner wählen …' },
])
  test(`backups in the settings, ${wanted.language}`, async () => {
    const win = await start({ seed: 'night', passphrase, ...wanted })
    const { page } = win
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page.locator('[data-part="lines"] li').first().waitFor()
    await page.keyboard.press('Control+,')
    const section = page.getByRole('region', { name: /Backups|Sicherungen/ })
    await section.getByRole('button', { name: wanted.now }).press('Enter')
    await section.getByText(wanted.done).last().waitFor()
    await clean(win, `backups, ${wanted.language}`)
    const made = readdirSync(join(win.folder, 'journal', 'backups'))
    expect(made.filter((name) => /^\d{8}T\d{6}Z-\d{4}\.age$/.test(name)).length).toBeGreaterThan(0)

    await section.getByRole('button', { name: wanted.choose }).press('Enter')
    await section.getByText(join(win.folder, 'out')).waitFor()
    await section.getByRole('button', { name: wanted.now }).press('Enter')
    await expect.poll(() => readdirSync(join(win.folder, 'out')).length).toBeGreaterThan(0)
    await clean(win, `backups in a folder of one's choice, ${wanted.language}`)
    expect(win.wrong).toEqual([])
    await win.close()
  })

test('a journal without a recovery key says that there are no backups', async () => {
  const win = await start({ seed: 'night' })
  await win.page.locator('[data-part="lines"] li').first().waitFor()
  await win.page.keyboard.press('Control+,')
  await win.page.getByText('A backup opens with the recovery key, and there is none yet.').waitFor()
  await clean(win, 'no backups')
  await win.close()
})
