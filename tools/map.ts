/** Prints docs/map.md from the real import graph; `--write` puts it in its place. `tools/walls/map.test.ts` keeps it fresh. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'
import { type Cruise, cruiseTree } from './walls/cruise.ts'
import { type Graph, moduleGraph, partGraph } from './walls/graph.ts'

const MAP = 'docs/map.md'

/** The map as Markdown: one line for every package, app and module, with what it imports. */
export function printMap(root: string, cruised: Cruise): string {
  const parts = partGraph(cruised)
  const folderOf = (name: string) => (existsSync(join(root, 'packages', name)) ? `packages/${name}` : `apps/${name}`)
  return [
    '# Map',
    '',
    'Printed from the real imports by `node tools/map.ts --write`; a test fails when it is stale. The words are the first',
    'sentence of each README. `a → b` means that a imports b, types included, tests aside.',
    '',
    '## Packages and apps',
    '',
    ...lines(parts, (name) => folderOf(name), root),
    '',
    '## Server modules',
    '',
    ...lines(moduleGraph(cruised), (name) => `apps/server/src/modules/${name}`, root),
    '',
  ].join('\n')
}

function lines(graph: Graph, folderOf: (name: string) => string, root: string): string[] {
  return [...graph].map(([name, targets]) => {
    const arrow = targets.length === 0 ? '' : ` → ${targets.map((target) => `\`${target}\``).join(' ')}`
    const words = firstSentence(join(root, folderOf(name), 'README.md'))
    return `- **\`${name}\`**${arrow}${words === undefined ? '' : `: ${words}`}`
  })
}

/** The first sentence of the first paragraph under the title, on one line; undefined without a README. */
export function firstSentence(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const paragraph = readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.replace(/^#.*\n?/gm, '').trim())
    .find((block) => block !== '')
  const text = paragraph?.replace(/\s+/g, ' ')
  return text === undefined ? undefined : (/^.*?(?:[.。](?=\s|$)|。|$)/.exec(text)?.[0] ?? text)
}

export const readMap = (root: string): string => readFileSync(join(root, MAP), 'utf8')

if (import.meta.main) {
  const text = printMap(ROOT, await cruiseTree(ROOT))
  if (process.argv.includes('--write')) writeFileSync(join(ROOT, MAP), text)
  else process.stdout.write(text)
}
