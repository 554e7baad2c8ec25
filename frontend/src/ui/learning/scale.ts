/** The whole numbers of an axis that begins at zero and holds the largest count, at most five of them above zero. */
export function ticks(most: number): number[] {
  const top = Math.max(most, 1)
  let step = 1
  for (let ten = 1; top / step > 5; ten *= 10) {
    step = [1, 2, 5, 10].map((each) => each * ten).find((each) => top / each <= 5) ?? step * 10
  }
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, i) => i * step)
}

/** Every how many columns carry their name, so that none runs into the next: all are in pixels. */
export function every(columns: number, width: number, name: number): number {
  return Math.max(1, Math.ceil((columns * name) / Math.max(width, 1)))
}
