import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type App, isStale, writeStamp } from './stamp.ts'

const app: App = { folder: 'apps/one', sources: ['apps/one', 'packages/kit/src', 'package-lock.json'] }
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rm-stamp-'))
  for (const folder of ['apps/one/src', 'apps/one/dist', 'packages/kit/src'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['apps/one/src/a.ts', 'packages/kit/src/index.ts', 'package-lock.json'])
    writeFileSync(join(root, file), 'x')
})
afterEach(() => rmSync(root, { recursive: true }))

test('what was never stamped is stale; what was stamped is not', () => {
  expect(isStale(root, app)).toBe(true)
  writeStamp(root, app)
  expect(isStale(root, app)).toBe(false)
})

test.each([
  ['a changed file', 'apps/one/src/a.ts', true],
  ['a new file', 'apps/one/src/b.ts', true],
  ['a changed package', 'packages/kit/src/index.ts', true],
  ['another dependency', 'package-lock.json', true],
  ['a file in dist', 'apps/one/dist/index.html', false],
  ['another app', 'apps/two.ts', false],
])('%s', (_, file, stale) => {
  writeStamp(root, app)
  writeFileSync(join(root, file), 'y')
  expect(isStale(root, app)).toBe(stale)
})

test('a new date alone changes nothing', () => {
  writeStamp(root, app)
  utimesSync(join(root, 'apps/one/src/a.ts'), 1, 1)
  expect(isStale(root, app)).toBe(false)
})
