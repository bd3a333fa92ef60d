import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { ROOT } from '../root.ts'

const FOLDERS = ['packages', 'apps', 'e2e', 'bench', 'tools']

/** `from` and `to` are paths from the root of the tree, with slashes (two folders, for a rule about folders). */
export type Breach = { rule: string; from: string; to: string }
export type Cruise = { files: string[]; edges: { from: string; to: string }[]; breaches: Breach[]; rules: string[] }

/** Reads a tree that is laid out like ours and holds it against the walls. `files` are the tree's own, not those of npm. */
export async function cruiseTree(root: string, folders: string[] = FOLDERS): Promise<Cruise> {
  const { forbidden = [], options = {} } = await extractConfig(join(ROOT, '.dependency-cruiser.mjs'))
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, ruleSet: { forbidden }, validate: true },
    options.enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where a result was expected')
  return { ...read(output), rules: forbidden.map((rule) => rule.name ?? '') }
}

function read(result: ICruiseResult): Omit<Cruise, 'rules'> {
  const ours = result.modules.filter(
    (module) => !module.source.includes('node_modules') && /[.](m?ts|tsx)$/.test(module.source),
  )
  return {
    files: ours.map((module) => module.source),
    edges: ours.flatMap((module) => module.dependencies.map(({ resolved }) => ({ from: module.source, to: resolved }))),
    breaches: result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}
