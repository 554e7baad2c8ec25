/** The numbers to choose from, in order. One that was set elsewhere is offered too. */
export const among = (of: readonly number[], value: number): number[] =>
  [...new Set([...of, value])].toSorted((a, b) => a - b)
