import type { Gate } from './gates.ts'

/** What reads the code without running it; the quickest first. */
export const READS: Gate[] = [
  { name: 'format', command: ['biome', 'format', '--error-on-warnings'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'screens', command: ['tsc', '-p', 'apps/console'] },
]

/** What runs it. The journeys walk through the built apps, so they come last. */
export const TESTS: Gate[] = [
  {
    name: 'walls',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'apps', 'e2e', 'bench', 'tools'],
  },
  { name: 'unit', project: 'unit' },
  { name: 'service', project: 'service' },
  { name: 'build', command: ['node', 'tools/build.ts'] },
  { name: 'journeys', project: 'journeys' },
]
