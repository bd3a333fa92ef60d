import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { makePool, type Pool } from './pool.ts'

const name = `migrate_${process.pid}`
const server = inject('postgresUrl')
const url = server.replace('/postgres?', `/${name}?`)
let pool: Pool

async function admin(sql: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
beforeAll(() => admin(`create database ${name}`))
beforeEach(async () => {
  await pool?.end()
  pool = makePool(url, 4)
  await pool.query('drop schema if exists platform cascade; drop schema public cascade; create schema public')
})
afterAll(async () => {
  await pool.end()
  await admin(`drop database if exists ${name} with (force)`)
})

const step = (module: string, file: string, sql: string): Migration => ({
  module,
  name: file,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})
const first = step('a', '0001-a.sql', 'create table a (n integer)')
const second = step('a', '0002-a.sql', 'alter table a add column m integer')
const other = step('b', '0001-b.sql', 'create table b (n integer)')
const tables = async () =>
  (await pool.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)).rows.map(
    (row) => row.tablename,
  )

describe('migrate', () => {
  it('runs each once, and a new module’s first after another module’s second', async () => {
    expect(await migrate(pool, [first, second])).toBe(2)
    expect(await migrate(pool, [first, second])).toBe(0)
    expect(await migrate(pool, [other, first, second])).toBe(1)
    expect(await tables()).toEqual(['a', 'b'])
  })

  it('refuses one that was changed after it ran', async () => {
    await migrate(pool, [first])
    await expect(migrate(pool, [step('a', first.name, 'create table c ()')])).rejects.toThrow(
      '迁移 a/0001-a.sql 在执行之后被改动过，拒绝启动',
    )
  })

  it('refuses a database that is newer than the program', async () => {
    await migrate(pool, [first, second])
    await expect(migrate(pool, [first])).rejects.toThrow('数据库比程序新：没有见过迁移 a/0002-a.sql')
  })

  it('takes back all of one that fails, and none of those before it', async () => {
    const broken = step('a', '0002-a.sql', 'create table half (n integer); insert into half values (1); select 1/0')
    await expect(migrate(pool, [first, broken])).rejects.toThrow(/^迁移 a\/0002-a.sql 执行失败：division by zero/)
    expect(await tables()).toEqual(['a'])
    expect(await migrate(pool, [first, second])).toBe(1)
  })

  it('lets several processes start at once', async () => {
    const pools = [makePool(url, 2), makePool(url, 2), makePool(url, 2)]
    const counts = await Promise.all(pools.map((one) => migrate(one, [first, second, other])))
    await Promise.all(pools.map((one) => one.end()))
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 3])
  })

  it('reads numbered files only, in their order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rongmei-migrations-'))
    for (const file of ['0010-b.sql', '0002-a.sql', 'readme.md', '3-c.sql'])
      writeFileSync(join(folder, file), 'select 1')
    expect(readMigrations('a', folder).map((one) => one.name)).toEqual(['0002-a.sql', '0010-b.sql'])
    rmSync(folder, { recursive: true })
  })
})
