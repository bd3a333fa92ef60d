/** Starts the platform: `npm start` with the demo centre, `npm run serve` without. */
import './needs-node.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { apps, isStale } from './stamp.ts'
import { ROOT } from './root.ts'

if (apps(ROOT).some((app) => isStale(ROOT, app))) {
  // In a process of its own: the bundler's memory goes when it ends, and the server stays small.
  const built = spawnSync(process.execPath, [join(ROOT, 'tools/build.ts'), '--stale'], { cwd: ROOT, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

// In this very process, so that Ctrl-C reaches the server and nothing in between.
const { runCommand } = await import('../apps/server/src/main.ts')
await runCommand(['serve', ...process.argv.slice(2)])
