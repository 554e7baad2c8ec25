import { expect, test } from 'vitest'
import { sift } from './sift'

function page(): HTMLElement {
  const page = document.createElement('div')
  page.innerHTML = `
    <section id="look"><h2>Look</h2>
      <label data-row id="theme">Theme <select><option>Dark</option></select></label>
      <label data-row id="size">Text size</label></section>
    <section id="time"><h2>Time</h2>
      <label data-row id="zone">Second zone <select data-long><option>Dar es Salaam</option></select></label></section>
    <section id="own"><h2>Your journal</h2><p>In the clear.</p></section>`
  return page
}

/** What stands on the page after sifting. */
function left(query: string): string[] {
  const root = page()
  sift(root, query)
  return [...root.querySelectorAll<HTMLElement>('[id]')].filter((each) => !each.closest('[hidden]')).map(({ id }) => id)
}

test('nothing sought leaves everything', () => {
  expect(left('')).toHaveLength(6)
  expect(sift(page(), '')).toBe(3)
})

test('a row is found by its name and by what can be chosen in it', () => {
  expect(left('SIZE')).toEqual(['look', 'size'])
  expect(left('dar')).toEqual(['look', 'theme'])
})

test('a heading brings its whole section, and so does its own text', () => {
  expect(left('look')).toEqual(['look', 'theme', 'size'])
  expect(left('clear')).toEqual(['own'])
})

test('what is nowhere leaves nothing', () => {
  expect(left('weather')).toEqual([])
  expect(sift(page(), 'weather')).toBe(0)
})

test('what was hidden comes back', () => {
  const root = page()
  sift(root, 'weather')
  expect(sift(root, '')).toBe(3)
  expect(root.querySelectorAll('[hidden]')).toHaveLength(0)
})
