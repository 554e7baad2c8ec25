import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: [process.env['MEASURE'] ? 'e2e/measure.ts' : 'e2e/**/*.test.ts'],
    // A cold build of the test server compiles SQLite.
    hookTimeout: 300_000,
    // Longer than what is waited for in it, so that a test that waits in vain says for what. A poll waits as long as the
    // browser does for an element: a second, its default, is a test of the machine's speed.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
    fileParallelism: false,
  },
})
