// Builds the test server, once for all files.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test server lies. */
    server: string
  }
}

/** Tells the tests where it is: one that is built already, or ours, which goes again when they are through. */
export default function setup({ provide }: TestProject): (() => void) | undefined {
  const built = process.env['FIRSTHAND_SERVER']
  if (built) {
    provide('server', built)
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'firsthand-e2e-'))
  const server = join(folder, 'server')
  execFileSync('go', ['build', '-o', server, './internal/uitest/server'], { cwd: resolve(import.meta.dirname, '../..'), stdio: 'inherit' })
  provide('server', server)
  return () => rmSync(folder, { recursive: true, force: true })
}
