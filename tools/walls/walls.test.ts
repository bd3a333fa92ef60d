import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { cruiseTree } from './cruise.ts'

const FIXTURE = join(import.meta.dirname, 'fixture')

test('every wall bites: the breaching tree breaks each rule', { timeout: 60_000 }, async () => {
  const { files, breaches, rules } = await cruiseTree(FIXTURE, ['packages', 'apps'])
  expect(files.length).toBeGreaterThan(25)
  expect([...new Set(breaches.map((breach) => breach.rule))].toSorted()).toEqual(rules.toSorted())
})

/** What the fixture marks as allowed must pass: a rule that forbids everything would bite as well. */
test.each([
  ['the command line of a package reads files', 'packages/kit/src/cli.ts'],
  ['app.ts reads the manifests', 'apps/server/src/app.ts'],
  ['a store speaks SQL', 'apps/server/src/modules/news/news.store.ts'],
])('%s', { timeout: 60_000 }, async (_, file) => {
  const { files, breaches } = await cruiseTree(FIXTURE, ['packages', 'apps'])
  expect(files).toContain(file)
  expect(breaches.filter((breach) => breach.from === file)).toEqual([])
})

test('the house keeps its walls', { timeout: 120_000 }, async () => {
  const { files, breaches } = await cruiseTree(ROOT)
  expect(files.length).toBeGreaterThan(100)
  expect(files.some((file) => file.endsWith('.tsx'))).toBe(true)
  expect(breaches).toEqual([])
})
