/** `npm run new-module <name> <noun>`: writes the rooms of a new server module, its contract folder and a failing journey. */
import './needs-node.mjs'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CONTRACT, JOURNEY, NEXT } from './new-module/outside.ts'
import { SERVER } from './new-module/server.ts'
import { fill, makeWords, type Words } from './new-module/words.ts'
import { ROOT } from './root.ts'

/** Writes the files under `root` and returns their paths from there. @throws Error when one of them is there already */
export function writeModule(root: string, words: Words): string[] {
  const files = new Map([
    ...inFolder(`apps/server/src/modules/${words.name}`, SERVER),
    ...inFolder(`packages/contract/src/${words.name}`, CONTRACT),
    [`e2e/${words.name}.journey.ts`, JOURNEY] as const,
  ])
  const filled = [...files].map(([path, template]) => [fill(path, words), fill(template, words)] as const)
  for (const [path] of filled) if (existsSync(join(root, path))) throw new Error(`${path} is there already`)
  for (const [path, text] of filled) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return filled.map(([path]) => path)
}

function inFolder(folder: string, templates: Record<string, string>): [string, string][] {
  return Object.entries(templates).map(([path, template]) => [`${folder}/${path}`, template])
}

if (import.meta.main) {
  try {
    const words = makeWords(process.argv[2], process.argv[3])
    const files = writeModule(ROOT, words)
    const code = files.filter((path) => path.endsWith('.ts'))
    // The length of the words moves the line breaks.
    spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['format', '--write', ...code], { cwd: ROOT, stdio: 'ignore' })
    console.log(`${files.join('\n')}\n${fill(NEXT, words)}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
