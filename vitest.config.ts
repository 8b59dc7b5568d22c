import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// graphql has a CommonJS and an ES build; two copies in one process refuse each other's types.
const graphqlOnce = [{ find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) }]

// A file keeps about a core busy, and as much with its database and browser.
const maxWorkers = Math.max(2, Math.floor(availableParallelism() / 2))

// The hub serves style sheets of its own; without this vitest hands it empty ones.
const shared = { alias: graphqlOnce, css: true, maxWorkers, setupFiles: ['test/testkit/setup.ts'], testTimeout: 120_000, expect: { poll: { timeout: 15_000 } }, hookTimeout: 600_000 }

export default defineConfig({
  resolve: { alias: graphqlOnce },
  oxc: { decorator: { legacy: true } },
  test: {
    projects: [
      { extends: true, test: { ...shared, name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/**/*.db.test.ts', 'test/portal/**'] } },
      { extends: true, test: { ...shared, name: 'database', include: ['test/**/*.db.test.ts'], globalSetup: 'test/testkit/database.setup.ts' } },
      { extends: true, test: { ...shared, name: 'portal', include: ['test/portal/**/*.test.ts'], globalSetup: 'test/testkit/hub.setup.ts' } },
    ],
  },
})
