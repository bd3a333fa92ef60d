import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { allMigrations, compose } from '../app.ts'
import { migrate } from '../platform/db/migrate.ts'
import { makePool } from '../platform/db/pool.ts'
import { silentLog } from '../platform/log.ts'
import { verifyEvents } from '../platform/seal.ts'
import { localStorage } from '../platform/storage.ts'
import { testDatabase } from '../testing/database.ts'
import { bringUpTo, replayInto } from './prepare.ts'
import { digestOf, loadSnapshot, openSnapshot, takeSnapshot } from './snapshot.ts'
import { dropAll, findIds } from './snapshot.store.ts'
import { findTroupe } from './troupe.ts'
import { todoOf } from './verbs.ts'

const folder = await mkdtemp(join(tmpdir(), 'rongmei-demo-'))
const storage = localStorage(folder)
const opened: { end(): Promise<void> }[] = []

/** An empty migrated database with its pool. */
async function ground() {
  const database = await testDatabase()
  const pool = makePool(database.url, 4)
  opened.push({ end: () => pool.end().then(() => database.drop()) })
  return { pool, url: database.url, storage, log: silentLog }
}

afterAll(async () => {
  await Promise.all(opened.map((one) => one.end()))
  await rm(folder, { recursive: true, force: true })
})

test('two replays of a month leave the same, and a snapshot carries it over to the last row', async () => {
  const [first, second, third] = [await ground(), await ground(), await ground()]
  const numbers = await replayInto(first, { months: 1 })
  await replayInto(second, { months: 1 })
  const taken = await takeSnapshot(first.pool, storage)
  expect(digestOf(await takeSnapshot(second.pool, storage))).toBe(digestOf(taken))
  expect(numbers.stories).toEqual({ 2022: 22 })

  expect(await loadSnapshot(third.pool, storage, taken)).toBe(true)
  const again = await takeSnapshot(third.pool, storage)
  expect(again.sequences).toEqual(taken.sequences)
  expect(Object.keys(again.files)).toEqual(Object.keys(taken.files))
  const sorted = ({ tables }: typeof taken) =>
    tables.map(({ name, rows }) => ({ name, rows: rows.map((row) => JSON.stringify(row)).sort() }))
  expect(sorted(again)).toEqual(sorted(taken))
  expect(await loadSnapshot(third.pool, storage, taken)).toBe(false)
})

test('a snapshot of other migrations is refused', async () => {
  const { pool } = await ground()
  const snapshot = { format: 1 as const, migrations: ['elsewhere/0001.sql 00'], tables: [], sequences: [], files: {} }
  expect(await loadSnapshot(pool, storage, snapshot)).toBe(false)
})

test('the shipped snapshot fits (else: npm run replay), its chains hold, and today every desk has work', async () => {
  const here = await ground()
  const snapshot = openSnapshot()
  if (!snapshot) throw new Error('no snapshot: npm run replay')
  expect(await loadSnapshot(here.pool, storage, snapshot)).toBe(true)
  for (const { name, rows } of snapshot.tables) {
    const { rows: counted } = await here.pool.query<{ count: number }>(`select count(*) as count from ${name}`)
    expect({ name, count: counted[0]?.count }).toEqual({ name, count: rows.length })
  }
  const today = Date.parse('2026-03-04T02:00:00Z')
  await bringUpTo(here, today)
  const world = compose({ pool: here.pool, clock: { now: () => today }, log: silentLog, storage })
  expect(await verifyEvents(world.system)).toMatchObject({ ok: true, unsealed: 0 })
  const ids = { people: await findIds(here.pool, 'person'), units: await findIds(here.pool, 'unit') }
  const troupe = await findTroupe(world, ids)
  const waits = async (account: string) => {
    const { groups } = await todoOf(await troupe.as(account))
    return groups.filter((group) => group.total > 0).map((group) => group.key)
  }
  expect(await waits('jizhe')).toEqual(['returned', 'drafts', 'sent'])
  expect(await waits('bianji')).toEqual(['returned', 'drafts'])
  expect(await waits('yishen')).toEqual(['review'])
  expect(await waits('ershen')).toEqual(['review', 'publish'])
  expect(await waits('zhongshen')).toEqual(['review', 'publish'])
  expect((await todoOf(await troupe.as('ershen'))).late).toBeGreaterThan(0)
})

test('what is dropped comes back as on the first day, and nothing of others goes', async () => {
  const { pool } = await ground()
  const roles = async () => (await pool.query('select key, abilities, rev from identity.role order by key')).rows
  const first = await roles()
  await pool.query('create schema neighbour; create table neighbour.kept as select 1 as one')
  await pool.query(`update identity.role set abilities = '{}', rev = 7 where key = 'reporter'`)
  const client = await pool.connect()
  await dropAll(client)
  client.release()
  expect(await migrate(pool, allMigrations())).toBe(allMigrations().length)
  expect(await roles()).toEqual(first)
  expect((await pool.query('select one from neighbour.kept')).rows).toEqual([{ one: 1 }])
})
