// What a key and the timeline cost in an account of 2,000 lines: for "make bench". It prints, and fails for nothing.
import { afterAll, beforeAll, test } from 'vitest'
import { close, open, start } from './window'

beforeAll(open)
afterAll(close)

/** The middle one, and the one below which 95 of 100 are. */
function ranks(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}

test('2,000 lines', async () => {
  const win = await start({ seed: 'day', width: 1440 })
  const { page } = win
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.locator('.cm-content').waitFor()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    // From the key to the end of the work it made; what is drawn comes with the next frame.
    addEventListener('keydown', () => {
      const pressed = performance.now()
      setTimeout(() => times.push(performance.now() - pressed))
    }, true)
  })
  for (let i = 0; i < 200; i++) await page.keyboard.press('abcdefgh '[i % 9]!)
  const keys = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  console.log(`a key in an account of 2,000 lines: ${ranks(keys)}`)

  const opened: number[] = []
  for (let i = 0; i < 10; i++) {
    opened.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            const pressed = performance.now()
            dispatchEvent(new KeyboardEvent('keydown', { key: '2', ctrlKey: true, bubbles: true, cancelable: true }))
            const look = () =>
              document.querySelector('[data-part="timeline"] li') ? requestAnimationFrame(() => done(performance.now() - pressed)) : requestAnimationFrame(look)
            look()
          }),
      ),
    )
    await page.keyboard.press('Control+1')
    await page.locator('[data-part="lines"] li').first().waitFor()
  }
  console.log(`the timeline of 2,000 lines, to its first frame: ${ranks(opened)}`)
  await win.close()
})

test('a review of 10,000 lines', async () => {
  const win = await start({ seed: 'lines', width: 1440 })
  const { page } = win
  await page.locator('[data-part="lines"] li').first().waitFor()
  await page.keyboard.press('Control+3')
  await page.locator('[data-part="choose"] li').first().waitFor()
  /** From a press to the first frame in which what it asked for is there. */
  const took = (press: string, until: string) =>
    page.evaluate(
      ([press, until]) =>
        new Promise<number>((done) => {
          const pressed = performance.now()
          const look = () => (document.querySelector(until!) ? requestAnimationFrame(() => done(performance.now() - pressed)) : requestAnimationFrame(look))
          document.querySelector<HTMLElement>(press!)!.click()
          look()
        }),
      [press, until],
    )
  const read = '[data-part="read"] li'
  console.log(`10,000 lines chosen, to their first frame: ${(await took('[data-part="choose"] button', read)).toFixed(0)} ms`)
  const scrolled = await page.evaluate(async (read) => {
    const part = document.querySelector(read)!.closest('.part')!
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
    const times: number[] = []
    for (let i = 0; i < 60; i++) {
      const before = performance.now()
      part.scrollBy(0, 900)
      await frame()
      await frame()
      times.push(performance.now() - before)
    }
    return times
  }, read)
  console.log(`two frames of scrolling through them: ${ranks(scrolled)}`)
  console.log(`one taken out, to the next frame: ${(await took('[data-part="choose"] li.chosen input', '[data-part="choose"] li:first-child:not(.chosen)')).toFixed(0)} ms`)
  await win.close()
}, 180_000)
