import type pg from 'pg'

export type Pool = pg.Pool
export type Table = { name: string; rows: unknown[] }
export type Sequence = { name: string; value: number }

/** Schemas that are not ours, and what the migrations themselves keep. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgboss', 'public') and n.nspname !~ '^pg_'`
const KEPT = ['platform.migration', 'identity.role']

/** Our tables, each after those it refers to. */
export async function findTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    select n.nspname || '.' || c.relname as name,
      coalesce((select array_agg(distinct rn.nspname || '.' || r.relname)
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OURS} order by 1`)
  const left = new Map(rows.filter((row) => !KEPT.includes(row.name)).map((row) => [row.name, row.needs]))
  const sorted: string[] = []
  while (left.size > 0) {
    const ready = [...left].filter(([, needs]) => needs.every((need) => !left.has(need))).map(([name]) => name)
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const name of ready) left.delete(name)
    sorted.push(...ready)
  }
  return sorted
}

/** All rows of a table as JSON, in the order of its key. */
export async function readRows(client: pg.ClientBase, table: string): Promise<unknown[]> {
  const { rows } = await client.query<{ row: unknown }>(`select to_jsonb(t) as row from ${quoted(table)} t`)
  return rows.map(({ row }) => row)
}

export async function clear(client: pg.ClientBase, table: string): Promise<void> {
  await client.query(`delete from ${quoted(table)}`)
}

/** Puts rows in by the thousand; identity columns keep the numbers they had. */
export async function writeRows(client: pg.ClientBase, { name, rows }: Table): Promise<void> {
  const table = quoted(name)
  for (let from = 0; from < rows.length; from += BATCH) {
    await client.query(
      `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + BATCH))],
    )
  }
}

const BATCH = 2_000

export async function findSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select s.schemaname || '.' || s.sequencename as name, s.last_value as value
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
    where s.last_value is not null and ${OURS} order by 1`)
  return rows
}

export async function writeSequence(client: pg.ClientBase, { name, value }: Sequence): Promise<void> {
  await client.query(`create sequence if not exists ${quoted(name)}`)
  await client.query('select setval($1::regclass, $2)', [quoted(name), value])
}

/** Which migrations have run here, by their checksums. */
export async function findMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ one: string }>(
    `select module || '/' || name || ' ' || checksum as one from platform.migration order by 1`,
  )
  return rows.map(({ one }) => one)
}

export async function hasPeople(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query('select 1 from identity.person limit 1')
  return rows.length > 0
}

/** Accounts and units by name, for those who go on living in a centre that is there already. */
export async function findIds(client: pg.ClientBase | pg.Pool, table: 'person' | 'unit'): Promise<Map<string, string>> {
  const column = table === 'person' ? 'account' : 'name'
  const { rows } = await client.query<{ key: string; id: string }>(`select ${column} as key, id from identity.${table}`)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export type StoredFile = { sha256: string; type: string; width: number | null; height: number | null }

export async function findFiles(client: pg.ClientBase | pg.Pool): Promise<StoredFile[]> {
  const { rows } = await client.query<StoredFile>('select sha256, type, width, height from platform.file order by id')
  return rows
}

/**
 * Drops what the migrations made, and the queue, in the caller's transaction: migrating anew then gives a centre as on
 * its first day, with the roles as they come. Schemas of others in the same database are left alone.
 */
export async function dropAll(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ module: string }>('select distinct module from platform.migration order by 1')
  for (const { module } of rows) await client.query(`drop schema if exists ${quoted(module)} cascade`)
  await client.query('drop schema if exists pgboss cascade')
}

/** Clients connected to this database beside this one: somebody is at work. */
export async function countOthers(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
  return rows[0]?.count ?? 0
}

export async function refreshStatistics(client: pg.ClientBase): Promise<void> {
  for (const table of await findTables(client)) await client.query(`analyze ${quoted(table)}`)
}

const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.')
