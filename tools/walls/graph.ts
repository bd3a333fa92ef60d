import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cruise } from './cruise.ts'

const MODULE = /^apps\/server\/src\/modules\/([^/]+)\//
const PART = /^(?:packages|apps)\/([^/]+)\//
const TEST = /[.](test|fixture|journey)[.]tsx?$|\/src\/testing\//

/** Who imports whom: name → the names it imports, sorted; every room is there, also one without imports. */
export type Graph = Map<string, string[]>

export const moduleGraph = (cruised: Cruise): Graph => graphOf(cruised, MODULE)
export const partGraph = (cruised: Cruise): Graph => graphOf(cruised, PART)

function graphOf({ files, edges }: Cruise, room: RegExp): Graph {
  const real = files.filter((file) => !TEST.test(file))
  const targets = new Map(real.flatMap((file) => nameIn(file, room)).map((name) => [name, new Set<string>()]))
  for (const { from, to } of edges) {
    const [source] = TEST.test(from) ? [] : nameIn(from, room)
    const [target] = nameIn(to, room)
    if (source !== undefined && target !== undefined && source !== target) targets.get(source)?.add(target)
  }
  return new Map(
    [...targets].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, set]) => [name, [...set].toSorted()]),
  )
}

function nameIn(file: string, room: RegExp): string[] {
  const name = room.exec(file)?.[1]
  return name === undefined ? [] : [name]
}

/** What each module's manifest says it needs; a manifest without a `needs: [...]` of plain names is an error. */
export function manifests(root: string): Graph {
  const folder = join(root, 'apps/server/src/modules')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return new Map(
    names
      .filter((name) => existsSync(join(folder, name, 'module.ts')))
      .toSorted()
      .map((name) => [name, needsOf(readFileSync(join(folder, name, 'module.ts'), 'utf8'), name)]),
  )
}

function needsOf(source: string, name: string): string[] {
  const list = /\bneeds:\s*\[([^\]]*)\]/.exec(source)?.[1]
  if (list === undefined) throw new Error(`modules/${name}/module.ts says no needs: [...]`)
  return [...list.matchAll(/['"]([^'"]+)['"]/g)].flatMap((match) => match[1] ?? []).toSorted()
}

/** One circle in the graph as names in order, the first again at the end; undefined when there is none. */
export function circleIn(graph: Graph): string[] | undefined {
  const done = new Set<string>()
  const walk = (name: string, path: string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return undefined
    for (const next of graph.get(name) ?? []) {
      const circle = walk(next, [...path, name])
      if (circle) return circle
    }
    done.add(name)
    return undefined
  }
  for (const name of graph.keys()) {
    const circle = walk(name, [])
    if (circle) return circle
  }
  return undefined
}
