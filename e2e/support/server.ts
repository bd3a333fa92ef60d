import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { setUpStaff } from './staff.ts'
import { startCentre } from './start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The centre the journeys share: set up, with its staff and no stories. */
    centre: string
    /** A centre with demo data. */
    demo: string
  }
}

/** Before all journeys: apps built if stale, one server with staff only and one with the demo. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../..')
  // Vitest's NODE_ENV=test would be built into the apps: development styles, and one id for all dialogs.
  const env = { ...process.env, NODE_ENV: 'production' }
  const built = spawnSync(process.execPath, ['tools/build.ts', '--stale'], { cwd: root, env, stdio: 'inherit' })
  if (built.status !== 0) throw new Error('the apps could not be built')
  const [centre, demo] = await Promise.all([startCentre(), startCentre({ demo: true })])
  await setUpStaff(centre.url)
  project.provide('centre', centre.url)
  project.provide('demo', demo.url)
  return async () => {
    await Promise.all([centre.close(), demo.close()])
  }
}
