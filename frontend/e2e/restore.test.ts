import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clean, close, open, pictured, start, type Win } from './window'

beforeAll(open)
afterAll(close)

const passphrase = 'the lighthouse keeper counts seven herons'
const recovery = (win: Win) => readFileSync(join(win.folder, 'recovery-key.txt'), 'utf8').trim()

/** Opens the sealed journal and makes a backup of it. */
async function backedUp(win: Win, now: string, done: string) {
  const { page } = win
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.keyboard.press('Control+,')
  const section = page.getByRole('region', { name: /^(Backups|Sicherungen)$/ })
  await section.getByRole('button', { name: now }).press('Enter')
  await section.getByText(done).last().waitFor()
  return section
}

/** Nothing stands out at the side of what scrolls. */
async function narrow(win: Win, what: string) {
  const wide = await win.page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('main, main *')].map((at) => (getComputedStyle(at).overflowX === 'auto' ? at.scrollWidth - at.clientWidth : 0))),
  )
  expect(wide, `${what}: wider than the window`).toBeLessThanOrEqual(0)
}

for (const wanted of [
  {
    language: 'en-GB', dark: true, width: 400, lock: 'Control+L', now: 'Back up now', done: 'read back whole.',
    left: 'What is left', read: 'Read it here', readOnly: 'it can be read, not changed', back: 'Back', ask: 'Restore a backup…',
    key: 'Recovery key', look: 'See what it holds', inside: /^The backup of/, newer: '1 line here is newer', run: 'Restore', field: 'Passphrase',
    restored: 'is set aside', again: 'Take it again', isBack: 'The journal of before is back',
  },
  {
    language: 'de-DE', dark: false, width: 640, lock: 'Control+L', now: 'Jetzt sichern', done: 'ganz zurückgelesen.',
    left: 'Was noch da ist', read: 'Hier lesen', readOnly: 'zum Lesen, nicht zum Ändern', back: 'Zurück', ask: 'Eine Sicherung zurückholen …',
    key: 'Wiederherstellungsschlüssel', look: 'Sehen, was darin ist', inside: /^Die Sicherung vom/, newer: '1 Zeile hier ist neuer', run: 'Zurückholen', field: 'Passphrase',
    restored: 'liegt beiseite', again: 'Wieder nehmen', isBack: 'Das Tagebuch von vorher ist wieder da',
  },
])
  test(`a damaged journal is read, made again of a backup, and taken back, by keyboard, ${wanted.language}`, async () => {
    const win = await start({ seed: 'night', passphrase, height: 700, ...wanted })
    const { page } = win
    await backedUp(win, wanted.now, wanted.done)
    // A line that is newer than the backup.
    await page.keyboard.press('Control+N')
    await page.keyboard.type('written after the backup')
    await page.keyboard.press('Enter')
    await page.locator('[data-part="lines"] li', { hasText: 'written after the backup' }).waitFor()
    await page.keyboard.press(wanted.lock)
    const field = page.getByRole('textbox', { name: wanted.field })
    await field.waitFor()
    const file = openSync(join(win.folder, 'journal', 'vault.db'), 'r+')
    writeSync(file, Buffer.alloc(4096), 0, 4096, 0)
    closeSync(file)
    await field.fill(passphrase)
    await page.keyboard.press('Enter')
    const left = page.getByRole('region', { name: wanted.left })
    await left.getByRole('button', { name: wanted.read }).waitFor()
    await clean(win, `what is left, ${wanted.language}`)
    await narrow(win, 'what is left')
    await pictured(win, `left-${wanted.language}`)

    // Read only.
    await left.getByRole('button', { name: wanted.read }).press('Enter')
    await page.getByRole('note').filter({ hasText: wanted.readOnly }).waitFor()
    await page.getByText('written after the backup').first().waitFor()
    await clean(win, `reading it, ${wanted.language}`)
    await narrow(win, 'reading it')
    await pictured(win, `remains-${wanted.language}`)
    await page.getByRole('button', { name: wanted.back, exact: true }).press('Enter')

    // Made again of the backup.
    await left.getByRole('button', { name: wanted.ask }).press('Enter')
    await page.getByRole('radio').first().waitFor()
    await page.getByRole('textbox', { name: wanted.key }).fill('AGE-SECRET-KEY-1QQ')
    await page.getByRole('button', { name: wanted.look }).press('Enter')
    await page.getByRole('alert').waitFor()
    await clean(win, `restoring, ${wanted.language}`)
    await narrow(win, 'restoring')
    await pictured(win, `restore-${wanted.language}`)
    await page.getByRole('textbox', { name: wanted.key }).fill(recovery(win).toLowerCase())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: wanted.inside }).waitFor()
    await page.getByText(wanted.newer).waitFor()
    await page.getByRole('textbox', { name: wanted.field }).fill(passphrase)
    const run = page.getByRole('button', { name: wanted.run, exact: true, disabled: false })
    await run.waitFor()
    await clean(win, `what the backup holds, ${wanted.language}`)
    await narrow(win, 'what the backup holds')
    await pictured(win, `inside-${wanted.language}`)
    await run.press('Enter')
    await page.getByText(wanted.restored).first().waitFor()
    await page.locator('[data-part="lines"] li').first().waitFor()
    await expect.poll(() => page.getByText('written after the backup').count()).toBe(0)

    // Taken back: it is as damaged as it was.
    await page.keyboard.press('Control+,')
    const again = page.getByRole('button', { name: wanted.again })
    await again.waitFor()
    await clean(win, `set aside, ${wanted.language}`)
    await again.scrollIntoViewIfNeeded()
    await pictured(win, `aside-${wanted.language}`)
    await again.press('Enter')
    await page.getByText(wanted.isBack).waitFor()
    await field.fill(passphrase)
    await page.keyboard.press('Enter')
    await left.waitFor()
    await win.close()
  })

test('a journal whose file is gone comes back from its backup, by the recovery key', async () => {
  const win = await start({ seed: 'night', passphrase })
  const { page } = win
  await backedUp(win, 'Back up now', 'read back whole.')
  await page.keyboard.press('Control+L')
  const field = page.getByRole('textbox', { name: 'Passphrase' })
  await field.waitFor()
  rmSync(join(win.folder, 'journal', 'vault.db'))
  await field.fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'The file of the journal is missing' }).waitFor()
  await clean(win, 'the file is gone')
  await pictured(win, 'lost')
  await page.getByRole('button', { name: 'Restore a backup…' }).press('Enter')
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recovery(win))
  await page.keyboard.press('Enter')
  await page.getByText('cannot be told').waitFor()
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await page.getByRole('button', { name: 'Restore', exact: true, disabled: false }).press('Enter')
  await page.locator('[data-part="lines"] li').first().waitFor()
  await expect.poll(() => page.getByText('set aside').count(), 'nothing was').toBe(0)
  await win.close()
})

test('what is left opens by the recovery key where the passphrase is forgotten', async () => {
  const win = await start({ seed: 'night', passphrase, dark: true })
  const { page } = win
  await page.getByRole('button', { name: 'I do not remember it' }).waitFor()
  const file = openSync(join(win.folder, 'journal', 'vault.db'), 'r+')
  writeSync(file, Buffer.alloc(4096), 0, 4096, 0)
  closeSync(file)
  await page.getByRole('button', { name: 'I do not remember it' }).press('Enter')
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recovery(win))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Read it here' }).press('Enter')
  await page.getByRole('note').waitFor()
  // Locking ends the reading.
  await page.keyboard.press('Control+L')
  await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
  await win.close()
})

test('a journal that is damaged when the window opens asks for either key', async () => {
  const win = await start({ seed: 'night', passphrase, width: 400 })
  const { page } = win
  await page.getByRole('textbox', { name: 'Passphrase' }).waitFor()
  for (const name of ['vault.db', 'inbox.key']) {
    const file = openSync(join(win.folder, 'journal', name), 'r+')
    writeSync(file, Buffer.alloc(104), 0, 104, 0)
    closeSync(file)
  }
  await page.reload()
  const key = page.getByRole('textbox', { name: 'Passphrase or recovery key' })
  await key.fill('not this one')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await clean(win, 'asked for a key')
  await narrow(win, 'asked for a key')
  await pictured(win, 'asked')
  await key.fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Read it here' }).waitFor()
  await win.close()
})
