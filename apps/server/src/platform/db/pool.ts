import { createHash } from 'node:crypto'
import { Decimal } from '@rongmei/kit'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
/** Named statements are planned once per connection; past this many distinct texts we stop naming, so that none leak. */
const MOST_NAMED = 400

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === INT8) return safeInteger
    if (oid === NUMERIC) return (text: string) => new Decimal(text)
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond a safe number`)
  return value
}

export type Pool = pg.Pool

export function makePool(connection: string, size: number): Pool {
  const pool = new pg.Pool({
    connectionString: connection,
    max: size,
    types,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {}) // an idle connection that dies is replaced by the pool; the next query reports what matters
  return pool
}

/** Statement names by SQL text: PostgreSQL then parses and plans a repeated query once per connection. */
const names = new Map<string, string>()

function named(sql: string): string | undefined {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= MOST_NAMED || sql.length > 8_000) return undefined
  const name = createHash('sha1').update(sql).digest('base64url').slice(0, 20)
  names.set(sql, name)
  return name
}

/** Kysely over the pool, with every repeated statement prepared. */
export function makeKysely<T>(pool: Pool): Kysely<T> {
  const prepared = {
    connect: async () => {
      const client = await pool.connect()
      return {
        query: (sql: string, values: unknown[]) => {
          const name = named(sql)
          return name ? client.query({ name, text: sql, values }) : client.query(sql, values)
        },
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
  }
  return new Kysely<T>({ dialect: new PostgresDialect({ pool: prepared as never }) })
}
