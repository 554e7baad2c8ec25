import { expect, test } from 'vitest'
import tokens from './tokens.css?raw'

/** The luminance of "#rrggbb", by WCAG 2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const colours = new Map(
  [...tokens.matchAll(/--([a-z]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
    .toReversed() // the first one counts: those of more contrast come later
    .map(([, name = '', light = '', dark = '']) => [name, [light, dark] as const]),
)
const pick = (name: string, theme: number) => colours.get(name)?.[theme] ?? ''

for (const [theme, called] of ['light', 'dark'].entries()) {
  test(`text stands out from every surface, ${called}`, () => {
    for (const text of ['ink', 'quiet', 'time', 'risk'])
      for (const surface of ['paper', 'rail', 'sheet', 'hover', 'chosen']) {
        // Times and risks lie on these only.
        if ((text === 'time' || text === 'risk') && surface === 'chosen') continue
        const found = contrast(pick(text, theme), pick(surface, theme))
        expect.soft(found, `${text} on ${surface}: ${found.toFixed(2)}`).toBeGreaterThanOrEqual(7)
      }
  })

  test(`focus and edges can be seen, ${called}`, () => {
    for (const mark of ['focus', 'edge'])
      for (const surface of ['paper', 'sheet'])
        expect.soft(contrast(pick(mark, theme), pick(surface, theme)), `${mark} on ${surface}`).toBeGreaterThanOrEqual(3)
  })
}
