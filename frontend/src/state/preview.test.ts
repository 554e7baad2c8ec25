import { expect, test } from 'vitest'
import { fakeApi } from './fake'
import { Preview } from './preview.svelte'

const sum = async (text: string) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

test('bytes that are not those of the receipt are not shown', async () => {
  const api = fakeApi()
  const prepare = api.prepare
  const pdf = { format: 'pdf', name: 'incident.pdf', bytes: 3, checksum: await sum('/preview/d1/account.pdf') } as const
  const md = { format: 'md', name: 'account.md', bytes: 3, checksum: await sum('another text') } as const
  api.prepare = async (of) => {
    const is = await prepare(of)
    return { ...is, receipt: { ...is.receipt, files: [pdf, md] } }
  }
  const preview = new Preview(api)
  await preview.open('a1')
  expect(preview.trouble?.code).toBe('gone')
  expect(preview.markdown).toBe('')
  expect(preview.ready).toBe(false)

  api.prepare = async (of) => {
    const is = await prepare(of)
    return { ...is, receipt: { ...is.receipt, files: [pdf] } }
  }
  await preview.open('a1')
  expect(preview.trouble).toBeUndefined()
  expect(preview.ready).toBe(true)
})

test('where there is no PDF the Markdown is shown, until there is one again', async () => {
  const api = fakeApi()
  const prepare = api.prepare
  const preview = new Preview(api)
  api.prepare = async (of) => ({ ...(await prepare(of)), stopped: 'undrawable', pdf: '' })
  await preview.open('a1')
  expect(preview.shown).toBe('md')
  expect(preview.pdf).toBeUndefined()
  await preview.save('pdf', '')
  expect(preview.saved).toBe('')
  await preview.save('md', '')
  expect(preview.saved).toContain('incident.md')
  api.prepare = prepare
  await preview.open('a1')
  expect(preview.shown).toBe('pdf')
})

test('what leaves waits for what was said of the earlier release, and is not lost', async () => {
  const api = fakeApi()
  const preview = new Preview(api)
  api.prepare = async () => ({ ...(await fakeApi().prepare('a1')), receipt: { ...(await fakeApi().prepare('a1')).receipt, files: [] } })
  await preview.open('a1')
  const said: string[] = []
  let late = (): void => undefined
  api.takePlace = () => new Promise<void>((resolve) => (late = resolve)).then(() => void said.push('takes'))
  api.save = async () => {
    said.push('saved')
    return { path: '/home/me/incident.pdf' }
  }
  const taking = preview.take(true)
  const saving = preview.save('pdf', 'Save')
  late()
  await Promise.all([taking, saving])
  expect(said).toEqual(['takes', 'saved'])
  expect(preview.takes).toBe(true)
})

/** A preview whose document is made, and whose pages come when they are let. */
async function opening() {
  const api = fakeApi()
  const { pages } = api
  let come = () => {}
  const late = new Promise<void>((done) => (come = done))
  api.pages = (path) => late.then(() => pages(path))
  const preview = new Preview(api)
  const opened = preview.open('a1')
  await expect.poll(() => preview.ready).toBe(true)
  return { preview, opened, come }
}

test('what is to leave while the pages are on their way leaves once they are there, and once', async () => {
  const { preview, opened, come } = await opening()
  const saving = preview.save('md', '')
  await preview.save('md', '')
  expect(preview.saved).toBe('')
  come()
  await opened
  await saving
  expect(preview.saved).toContain('incident.md')
})

test('what is to leave stays where other pages come meanwhile', async () => {
  const { preview, opened, come } = await opening()
  const saving = preview.save('md', '')
  const again = preview.open('a1')
  come()
  await Promise.all([opened, saving, again])
  expect(preview.saved).toBe('')
})
