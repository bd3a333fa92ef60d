import type { Opened } from '../boot.ts'
import type { World } from '../app.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'

export type DemoAccount = { account: string; role: string; password: string }

export async function ensureDemo(_world: World, _opened: Opened, _config: Config, _log: Log): Promise<DemoAccount[]> {
  return []
}
export async function replayCommand(_argv: string[]): Promise<number> {
  return 1
}
export async function wipeDemo(): Promise<number> {
  return 1
}
