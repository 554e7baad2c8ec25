/** Says a number of things in a language: with its plural, and its way to write numbers. */
export function counting(tag: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(tag)
  const numbers = new Intl.NumberFormat(tag)
  return (n, one, other) => `${numbers.format(n)} ${rules.select(n) === 'one' ? one : other}`
}
