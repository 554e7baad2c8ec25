// The case files of the stand-in for Go.
import type { CaseFile, Reviewed } from '../api'
import type { CasesApi } from './cases.svelte'

/** Case files in memory; of those that there are, which lines. */
export function fakeCases(reviewed: (of: string) => Reviewed): { api: CasesApi; lines: (of: string) => readonly string[] | undefined; name: (of: string) => string } {
  let all: CaseFile[] = []
  const lines = new Map<string, readonly string[]>()
  return {
    lines: (of) => lines.get(of),
    name: (of) => all.find((each) => each.id === of)?.name ?? '',
    api: {
      cases: async () => all,
      beginCase: async (name, offered, chosen) => {
        const id = `case ${offered.join(' ')}`
        const begun = { id, name, words: offered[0] ?? '', begun: '2026-11-21T03:42:00+01:00', lines: offered.length, chosen: chosen.length, left: [] }
        all = [begun, ...all.filter((each) => each.id !== id)]
        lines.set(id, offered)
        return begun
      },
      nameCase: async (id, name) => {
        all = all.map((each) => (each.id === id ? { ...each, name } : each))
        return reviewed(id)
      },
      putAside: async (id) => (all = all.filter((each) => each.id !== id)),
    },
  }
}
