import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  // Vitest would otherwise take Svelte's build for the server.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    target: 'safari18',
    // The content security policy allows files of our own only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: { environment: 'jsdom', css: true, include: ['src/**/*.test.ts'] },
})
