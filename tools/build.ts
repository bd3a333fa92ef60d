/** Builds what the browsers load: `node tools/build.ts` all of it, `--stale` only what its sources have left behind. */
import './needs-node.mjs'
import { join } from 'node:path'
import { build } from 'vite'
import { apps, isStale, writeStamp } from './stamp.ts'
import { ROOT } from './root.ts'

for (const app of apps(ROOT)) {
  if (process.argv.includes('--stale') && !isStale(ROOT, app)) continue
  console.log(`正在构建 ${app.folder} …`)
  await build({ root: join(ROOT, app.folder), mode: 'production', logLevel: 'warn' })
  writeStamp(ROOT, app)
}
