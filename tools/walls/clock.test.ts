import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'

const CLOCK = 'apps/server/src/platform/clock.ts'
/** `new Date(ms)` is a conversion; without an argument it reads the machine's clock. */
const READS_THE_CLOCK = /\bDate\.now\(|\bnew Date\(\)/

/** Files of the server and the packages that read the machine's clock: the replay would then live in two times at once. */
function clockReaders(root: string): string[] {
  return globSync(['apps/server/src/**/*.ts', 'packages/*/src/**/*.ts'], { cwd: root })
    .filter(
      (file) => !/[.](test|fixture)[.]ts$/.test(file) && READS_THE_CLOCK.test(readFileSync(join(root, file), 'utf8')),
    )
    .toSorted()
}

test('only the platform’s clock reads the time', () => {
  expect(clockReaders(ROOT)).toEqual([CLOCK])
})

test('the breaching tree is caught', () => {
  expect(clockReaders(join(import.meta.dirname, 'fixture'))).toEqual(['apps/server/src/modules/news/news.jobs.ts'])
})
