import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'tools/**/*.test.ts'], exclude: ['**/*.service.test.ts', '**/node_modules/**'] } },
      { test: { name: 'service', include: ['apps/server/src/**/*.service.test.ts'], globalSetup: ['apps/server/src/testing/postgres.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 } },
    ],
  },
})
