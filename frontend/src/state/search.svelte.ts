import { refused, type Entry, type Found, type Kind, type Refused, type Wrong } from '../api'
import { words } from '../strings/index.svelte'
import { matches } from '../ui/text'

/** What finding a line asks of Go. */
export interface SearchApi {
  search(query: string): Promise<Found>
  ofKind(kind: Kind): Promise<Entry[]>
}

/** What Go says of a query in which nothing is wrong. */
export const right: Wrong = { filter: '', at: { from: 0, to: 0 }, takes: [], unfinished: false }

/** The kinds whose name in the language of the window, or in Go's, begins with the word. */
export const kindsOf = (word: string): Exclude<Kind, ''>[] =>
  (Object.keys(words().kinds) as Exclude<Kind, ''>[]).filter(
    (kind) => matches(words().kinds[kind].slice(0, word.length), word) || kind.startsWith(word.toLowerCase()),
  )

/**
 * Lines found by their words and by filters such as kind:effect, the latest first; by "#effect" those of a kind in the
 * language of the window. What a query means is said in Go, where its words are found is marked.
 */
export class Search {
  query = $state('')
  /** Nothing was asked for as long as it is undefined. */
  found = $state.raw<readonly Entry[]>()
  /** Whether the journal is damaged, and not all of it could be looked through. */
  partly = $state(false)
  /** A filter that does not take the value it was given. */
  wrong = $state.raw<Wrong>(right)
  trouble = $state.raw<Refused>()
  readonly #api: SearchApi

  constructor(api: SearchApi) {
    this.#api = api
  }

  /** Looks for what is typed. An answer to what was typed before does not count. */
  async find(): Promise<void> {
    const asked = this.query
    if (!asked.trim()) {
      this.clear()
      return
    }
    try {
      const found = await this.lines(asked)
      if (asked !== this.query) return
      this.found = found.entries
      this.partly = found.partly
      this.wrong = found.wrong
      this.trouble = undefined
    } catch (reason) {
      if (asked !== this.query) return
      this.found = []
      this.trouble = refused(reason)
    }
  }

  /** The lines that a query finds. */
  async lines(query: string): Promise<Found> {
    const [, word, rest = ''] = /^\s*#(\S*)\s*(.*)$/s.exec(query) ?? []
    if (word === undefined) return this.#api.search(query)
    const kinds = word ? kindsOf(word) : []
    const all = await Promise.all(kinds.map((kind) => this.#api.ofKind(kind)))
    return { entries: all.flat().filter((entry) => matches(entry.text, rest)), partly: false, wrong: right }
  }

  /** Puts a value in the place of the one that a filter does not take. */
  async say(value: string): Promise<void> {
    if (!this.wrong.filter) return
    const { from, to } = this.wrong.at
    const said = /\s/.test(value) ? `"${value}"` : value
    this.query = this.query.slice(0, from) + said + this.query.slice(to)
    await this.find()
  }

  clear(): void {
    this.query = ''
    this.found = undefined
    this.partly = false
    this.wrong = right
    this.trouble = undefined
  }
}
