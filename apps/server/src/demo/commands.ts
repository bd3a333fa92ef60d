import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allMigrations, type World } from '../app.ts'
import { openDatabase, type Opened } from '../boot.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { makePool } from '../platform/db/pool.ts'
import { type Log, makeLog } from '../platform/log.ts'
import { readSetting } from '../platform/settings.ts'
import { localStorage } from '../platform/storage.ts'
import type { DemoAccount } from './cast.ts'
import { bringUpTo, READY, replayInto } from './prepare.ts'
import { printNumbers } from './print.ts'
import { loadSnapshot, openSnapshot, saveSnapshot, SNAPSHOT, takeSnapshot } from './snapshot.ts'
import { countOthers, dropAll, findFiles, hasPeople } from './snapshot.store.ts'

export type { DemoAccount }

/**
 * Sees to it that the demo centre is there: in a database that holds nobody, from the shipped snapshot, or by living
 * the years now when the snapshot is missing or of other migrations. A preparation that was cut short is done anew.
 *
 * @returns the accounts for the banner; none when the database holds a real centre
 */
export async function ensureDemo(world: World, opened: Opened, _config: Config, log: Log): Promise<DemoAccount[]> {
  const { system } = world
  const known = async () => (await readSetting<DemoAccount[]>(system, 'demoAccounts')) ?? []
  if (await hasPeople(opened.pool)) {
    if ((await readSetting<boolean>(system, 'demo')) !== true) return []
    if ((await readSetting<boolean>(system, READY)) === true) return known()
    await startAnew(opened)
  }
  const began = performance.now()
  const ground = { url: opened.url, storage: system.storage, log }
  const snapshot = openSnapshot()
  if (snapshot === null || !(await loadSnapshot(opened.pool, system.storage, snapshot))) {
    console.log('演示快照缺失或已过时，现场重放两年的演示数据（约半分钟；npm run replay 可重建快照）')
    await replayInto(ground, { progress: (month) => process.stdout.write(`\r  ${month}`) })
    process.stdout.write('\r')
  }
  await bringUpTo(ground, system.now())
  console.log(`演示中心已备好（${((performance.now() - began) / 1000).toFixed(1)} 秒）`)
  return known()
}

/** Replays the years from nothing in a temporary folder, prints what came of it and writes the snapshot. */
export async function replayCommand(_argv: string[]): Promise<number> {
  const log = makeLog('warn')
  const dataDir = mkdtempSync(join(tmpdir(), 'rongmei-replay-'))
  const began = performance.now()
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const embedded = await startEmbedded({ dataDir, log, settings, sync: false })
  try {
    const pool = makePool(embedded.url(), 2)
    try {
      await migrate(pool, allMigrations())
      const storage = localStorage(join(dataDir, 'files'))
      const progress = (month: string) => process.stdout.write(`\r正在重放 ${month}`)
      const numbers = await replayInto({ url: embedded.url(), storage, log }, { progress })
      const seconds = (performance.now() - began) / 1000
      const bytes = saveSnapshot(await takeSnapshot(pool, storage))
      process.stdout.write('\r')
      printNumbers(numbers, { seconds, bytes, path: SNAPSHOT })
    } finally {
      await pool.end()
    }
  } finally {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return 0
}

/** Removes the demo: afterwards the centre is empty and the first-run page greets. Refuses while a server is at work. */
export async function wipeDemo(): Promise<number> {
  const config = readConfig(process.env)
  const log = makeLog('warn')
  let opened: Opened
  try {
    opened = await openDatabase(config, log)
  } catch (error) {
    console.error(`没有删除任何数据：${(error as Error).message}`)
    return 1
  }
  try {
    const reason = await whyNot(opened, config)
    if (reason) {
      console.error(`没有删除任何数据：${reason}`)
      return 1
    }
    const files = await findFiles(opened.pool)
    await startAnew(opened)
    const storage = localStorage(join(config.dataDir, 'files'))
    for (const file of files) await storage.remove(file.sha256)
    console.log(`演示数据已删除（${files.length} 个文件）。下次 npm run serve 会出现首次设置页。`)
    return 0
  } finally {
    await opened.close()
  }
}

async function whyNot(opened: Opened, config: Config): Promise<string | null> {
  const client = await opened.pool.connect()
  try {
    const { rows } = await client.query<{ value: unknown }>(`select value from platform.setting where key = 'demo'`)
    if (rows[0]?.value !== true) return '这个数据库里不是演示中心'
    // The database we started ourselves admits one server at a time; another's may have guests.
    if (config.databaseUrl && (await countOthers(client)) > 0) return '还有别的程序连着数据库，请先停止服务'
    return null
  } finally {
    client.release()
  }
}

/** A database as on its first day. Cut short between the two steps, the next start migrates. */
async function startAnew({ pool }: Opened): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await dropAll(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  await migrate(pool, allMigrations())
}
