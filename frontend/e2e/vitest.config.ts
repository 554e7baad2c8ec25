import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: [process.env['MEASURE'] ? 'e2e/measure.ts' : 'e2e/**/*.test.ts'],
    // A cold build of the test server compiles SQLite.
    hookTimeout: 300_000,
    testTimeout: 60_000,
    fileParallelism: false,
  },
})
