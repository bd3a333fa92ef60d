import { Decimal } from '@rongmei/kit'
import { type Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import { json } from './json.ts'
import { makeKysely, makePool } from './pool.ts'

const database = await testDatabase()
const pool = makePool(database.url, 2)
const db: Kysely<unknown> = makeKysely(pool)
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const one = async (text: string) => (await pool.query(`select ${text} as value`)).rows[0]?.value

describe('values from the database', () => {
  it('of whole numbers are numbers, as far as those are exact', async () => {
    expect(await one('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER)
    expect(await one('count(*)')).toBe(1)
    await expect(one('9007199254740993::bigint')).rejects.toThrow(/beyond a safe number/)
  })
  it('of decimals lose no digit', async () => {
    const value = await one('12345678901234567890.123456789::numeric')
    expect(value).toBeInstanceOf(Decimal)
    expect(value.toFixed()).toBe('12345678901234567890.123456789')
  })
  it('of days stay days, whatever the clock of the machine', async () =>
    expect(await one(`date '2023-03-01'`)).toBe('2023-03-01'))
  it('of instants are Dates', async () =>
    expect(await one(`timestamptz '2023-03-01 09:00+08'`)).toEqual(new Date('2023-03-01T01:00:00Z')))
})

describe('statements', () => {
  it('are prepared once on each connection', async () => {
    const ask = (n: number) => sql<{ n: number }>`select ${n}::int as n, 'prepared'::text as mark`.execute(db)
    await Promise.all([ask(1), ask(2), ask(3)])
    await ask(4)
    const names = await db.connection().execute(async (connection) => {
      await sql`select ${5}::int as n, 'prepared'::text as mark`.execute(connection)
      return sql<{
        count: number
      }>`select count(*) as count from pg_prepared_statements where statement like '%''prepared''%mark'`.execute(
        connection,
      )
    })
    expect(names.rows).toEqual([{ count: 1 }])
  })

  it('store arrays as jsonb, not as PostgreSQL arrays', async () => {
    const { rows } = await sql<{ value: unknown }>`select ${json([1, { a: '二' }])} as value`.execute(db)
    expect(rows[0]?.value).toEqual([1, { a: '二' }])
  })

  it('live on when an idle connection dies', async () => {
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    await pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    expect(rows[0]?.pid).toBeTypeOf('number')
    expect(await one('1')).toBe(1)
  })
})
