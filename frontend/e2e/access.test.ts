import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, start, type Win } from './window'

beforeAll(open)
afterAll(close)

/** Through every screen of an open journal. */
async function through(win: Win, called: string) {
  const { page } = win
  await page.locator('[data-part="lines"] li').first().waitFor()
  await clean(win, `journal, ${called}`)
  await page.keyboard.press('Alt+ArrowUp')
  await page.locator('.acts').waitFor()
  await clean(win, `a line, ${called}`)
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox').waitFor()
  await clean(win, `palette, ${called}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('the')
  await page.locator('[data-part="rail"] mark').first().waitFor()
  await clean(win, `found lines, ${called}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await clean(win, `help, ${called}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await page.getByRole('combobox').first().waitFor()
  for (const more of await page.locator('details').all()) await more.locator('summary').click()
  await clean(win, `settings, ${called}`)
  await page.keyboard.press('Control+3')
  await page.getByRole('checkbox').first().waitFor()
  await page.locator('[data-part="choose"] button').first().click()
  const findings = page.locator('[data-part="findings"] li')
  await findings.first().waitFor()
  await clean(win, `review, ${called}`)
  await findings.first().focus()
  for (let i = 0; i < 200 && (await page.locator('[data-part="findings"] li.open').count()); i++) {
    const before = await page.locator('[data-part="findings"] li.open').count()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-part="findings"] li.open').count()).toBeLessThan(before)
  }
  await page.keyboard.press('Control+4')
  await page.locator('[data-part="receipt"] .out, .stopped li, .stopped button').first().waitFor()
  await page.locator('[data-page], .stopped li, .stopped button').first().waitFor({ state: 'attached' })
  await clean(win, `preview, ${called}`)
  expect(win.wrong, called).toEqual([])
}

const herons = 'the lighthouse keeper counts seven herons'

/** Through what is there for a forgotten passphrase, and back. */
async function forgotten(win: Win, called: string) {
  const { page } = win
  await page.getByRole('button', { name: 'I do not remember it' }).press('Enter')
  await page.getByRole('textbox', { name: 'Recovery key' }).fill('AGE-SECRET-KEY-1QQ')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await clean(win, `forgotten, ${called}`)
  await page.getByRole('button', { name: 'Back to the passphrase' }).press('Enter')
  await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
}

/** Opens the journal and goes through what changes its keys, without the pointer. */
async function keys(win: Win, called: string) {
  const { page } = win
  const command = async (name: string) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog').getByRole('combobox').fill(name)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Unlock' }).press('Enter')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(herons)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'sealed' }).waitFor()
  await command('new recovery key')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(herons)
  await clean(win, `renewing the recovery key, ${called}`)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Your recovery key' }).waitFor()
  await clean(win, `the new recovery key, ${called}`)
  await command('change the passphrase')
  await page.getByRole('textbox', { name: 'Present passphrase' }).fill('not this one')
  await page.getByRole('textbox', { name: 'New passphrase' }).fill(`${herons} again`)
  // Enter does nothing before the passphrase is measured.
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('alert').waitFor()
  await clean(win, `change of the passphrase, ${called}`)
  await page.getByRole('textbox', { name: 'Present passphrase' }).fill(herons)
  await page.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('heading', { name: 'The passphrase is changed' }).waitFor()
  await clean(win, `the changed passphrase, ${called}`)
  await page.getByRole('button', { name: 'Seal everything anew' }).press('Enter')
  await page.getByRole('heading', { name: 'Everything is sealed anew' }).waitFor()
  await page.getByRole('button', { name: 'Back to the settings' }).press('Enter')
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  expect(win.wrong, called).toEqual([])
}

for (const dark of [false, true])
  for (const width of [1280, 400]) {
    const called = `${dark ? 'dark' : 'light'}, ${width} px`

    test(`every screen, ${called}`, async () => {
      const win = await start({ seed: 'night', dark, width })
      await through(win, called)
      await win.close()
    })

    test(`first run and unlock, ${called}`, async () => {
      const first = await start({ dark, width })
      await first.page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
      await clean(first, `first run, ${called}`)
      await first.page.getByRole('button', { name: /Draw six words/ }).click()
      await first.page.getByRole('button', { name: 'Seal the journal' }).click()
      await first.page.getByRole('list', { name: 'Your recovery key' }).waitFor()
      await clean(first, `recovery key, ${called}`)
      await first.close()
      const sealed = await start({ seed: 'night', passphrase: herons, dark, width })
      await sealed.page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
      await clean(sealed, `unlock, ${called}`)
      await forgotten(sealed, called)
      await sealed.page.keyboard.press('Control+N')
      await sealed.page.getByRole('textbox', { name: 'New line' }).waitFor()
      await clean(sealed, `locked, ${called}`)
      if (dark === (width === 400)) await keys(sealed, called)
      await sealed.close()
    })
  }

// What is left of a screen of 1280 × 900 at 200 %, with the longer words.
test('every screen, in German, at 200 %', async () => {
  const win = await start({ seed: 'night', language: 'de-DE', width: 640, height: 450 })
  await win.page.getByRole('button', { name: 'Durchsicht' }).waitFor()
  await through(win, 'German')
  await win.close()
})
