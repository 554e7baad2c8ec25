import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: [process.env['MEASURE'] ? 'e2e/measure.ts' : 'e2e/**/*.test.ts'],
    globalSetup: 'e2e/server.ts',
    // Longer than what is waited for in it, so that a test that waits in vain says for what. A poll waits as long as the
    // browser does for an element: a second, its default, is a test of the machine's speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
    // Two at a time: most of a test is waiting for a window of its own. What measures does it alone.
    maxWorkers: 2,
    fileParallelism: !process.env['MEASURE'],
  },
})
