import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url))

/** Runs `packages/<name>/bench/*.ts`, each in a process of its own; they print their own line. */
export function runPackageBenches(): void {
  for (const name of readdirSync(PACKAGES)) {
    const folder = join(PACKAGES, name, 'bench')
    if (!existsSync(folder)) continue
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.ts'))) {
      console.log(`\n${name}/bench/${file}`)
      const { status } = spawnSync(process.execPath, [join(folder, file)], { stdio: 'inherit', timeout: 300_000 })
      if (status !== 0) process.exitCode = 1
    }
  }
}
