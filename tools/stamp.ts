import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An app with assets to build, and everything that goes into them: files and folders, from the root of the tree. */
export type App = { folder: string; sources: string[] }

const SHARED = ['packages/kit/src', 'packages/body/src', 'packages/contract/src', 'package-lock.json']

/** The apps there are; one without a vite.config.ts has nothing to build. */
export function apps(root: string): App[] {
  return ['apps/console', 'apps/reader']
    .filter((folder) => existsSync(join(root, folder, 'vite.config.ts')))
    .map((folder) => ({ folder, sources: [folder, ...SHARED] }))
}

const stampFile = (root: string, app: App) => join(root, app.folder, 'dist', '.stamp')

/** A hash of the names and contents of everything that goes into the app: a checkout that only changed dates is not stale. */
export function stampOf(root: string, app: App): string {
  const hash = createHash('sha256')
  for (const file of app.sources.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [path] : []
  return readdirSync(join(root, path))
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .toSorted()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}

/** Whether what lies in `dist` was built from something else, or was not built to the end. */
export function isStale(root: string, app: App): boolean {
  const file = stampFile(root, app)
  return !existsSync(file) || readFileSync(file, 'utf8') !== stampOf(root, app)
}

export function writeStamp(root: string, app: App): void {
  writeFileSync(stampFile(root, app), stampOf(root, app))
}
