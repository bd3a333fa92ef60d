import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { firstSentence, printMap, readMap } from '../map.ts'
import { ROOT } from '../root.ts'
import { type Cruise, cruiseTree } from './cruise.ts'
import { circleIn, manifests, moduleGraph } from './graph.ts'

describe('the real tree', () => {
  let cruised: Cruise
  beforeAll(async () => {
    cruised = await cruiseTree(ROOT)
  }, 120_000)

  test('each module imports exactly the neighbours its manifest needs', () => {
    expect(manifests(ROOT).size).toBeGreaterThan(0)
    expect(Object.fromEntries(moduleGraph(cruised))).toEqual(Object.fromEntries(manifests(ROOT)))
  })

  test('no two modules need each other, however far round', () => {
    expect(circleIn(moduleGraph(cruised))).toBeUndefined()
  })

  test('each module says in its README what it is', () => {
    for (const name of manifests(ROOT).keys()) {
      expect(firstSentence(join(ROOT, 'apps/server/src/modules', name, 'README.md')), name).toMatch(/\w+ \w+/)
    }
  })

  test('docs/map.md is what `node tools/map.ts` prints', () => {
    expect(readMap(ROOT)).toBe(printMap(ROOT, cruised))
  })
})

test('the fixture’s lie is found: news imports duty and duty news, by files and by manifests', async () => {
  const fixture = join(import.meta.dirname, 'fixture')
  const cruised = await cruiseTree(fixture, ['packages', 'apps'])
  expect(Object.fromEntries(moduleGraph(cruised))).toEqual({ duty: ['news'], news: ['duty'] })
  expect(Object.fromEntries(manifests(fixture))).toEqual({ duty: ['news'], news: ['duty'] })
})

test.each([
  ['a chain', { a: ['b'], b: ['c'], c: [] }, undefined],
  ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, undefined],
  ['two', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
  ['a long way round', { x: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c', 'a']],
])('circle in %s', (_, graph, circle) => {
  expect(circleIn(new Map(Object.entries(graph)))).toEqual(circle)
})

test.each([
  ['# Duty\n\nOwns the rota. Needs identity.\n', 'Owns the rota.'],
  ['# Duty\nOwns the\nrota of v1.2 clients.', 'Owns the rota of v1.2 clients.'],
  ['值守排班。需要 identity。', '值守排班。'],
  ['# Only a title\n', undefined],
])('first sentence of %j', (text, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'rm-map-'))
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'README.md'), text)
    expect(firstSentence(join(folder, 'README.md'))).toBe(expected)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
