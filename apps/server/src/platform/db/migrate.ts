import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

export type Migration = { module: string; name: string; sql: string; checksum: string }

const ADVISORY_KEY = 4_870_001

/** The frozen SQL files of a module's `migrations/` folder, in the order of their numbers. */
export function readMigrations(module: string, folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8')
      return { module, name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database up to `migrations`. Each runs once in a transaction of its own. Modules are independent of each
 * other; inside a module the order is that of the numbers.
 *
 * @throws Error when a migration that has run was changed since (its checksum differs), or the database has
 *   migrations this version does not know: it belongs to a newer version
 * @returns how many ran now
 */
export async function migrate(pool: pg.Pool, migrations: Migration[]): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_KEY])
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migration (module text, name text, checksum text not null, applied_at timestamptz not null default now(), primary key (module, name))',
    )
    const done = await applied(client)
    refuseStrangers(done, migrations)
    let count = 0
    for (const migration of migrations) {
      if (done.has(keyOf(migration))) continue
      await apply(client, migration)
      count += 1
    }
    return count
  } finally {
    await client.query('select pg_advisory_unlock($1)', [ADVISORY_KEY]).catch(() => {})
    client.release()
  }
}

const keyOf = (migration: { module: string; name: string }) => `${migration.module}/${migration.name}`

async function applied(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ module: string; name: string; checksum: string }>(
    'select module, name, checksum from platform.migration',
  )
  return new Map(rows.map((row) => [keyOf(row), row.checksum]))
}

function refuseStrangers(done: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [keyOf(migration), migration.checksum]))
  for (const [key, checksum] of done) {
    const ours = known.get(key)
    if (ours === undefined) throw new Error(`数据库比程序新：没有见过迁移 ${key}。请用新版程序，或恢复旧备份`)
    if (ours !== checksum) throw new Error(`迁移 ${key} 在执行之后被改动过，拒绝启动`)
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into platform.migration (module, name, checksum) values ($1, $2, $3)', [
      migration.module,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`迁移 ${keyOf(migration)} 执行失败：${(error as Error).message}`, { cause: error })
  }
}
