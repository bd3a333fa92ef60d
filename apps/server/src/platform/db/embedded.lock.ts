import pg from 'pg'

/**
 * The advisory lock that a running server holds for life, in the database `rongmei`. ("rm" in ASCII, and 1.)
 * A postmaster whose lock is free was orphaned by `kill -9` of its server.
 */
export const SERVER_LOCK = { space: 0x726d, key: 1 } as const

export const USER = 'rongmei'
export const DATABASE = 'rongmei'
export const PORT = 5432

const SERVER_NAME = /^rongmei-server (\d+)$/

/** Opens one connection over the Unix socket in `socketDir`, in at most five seconds. Rejects with the driver's error. */
export async function connect(socketDir: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: socketDir,
    port: PORT,
    user: USER,
    database,
    application_name: `rongmei-server ${process.pid}`,
    connectionTimeoutMillis: 5000,
  })
  // A connection that breaks while idle must not end the process; whoever holds it adds a listener of its own.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

/** Takes the server lock on this connection if it is free; it lasts as long as the connection. */
export async function holdServerLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    SERVER_LOCK.space,
    SERVER_LOCK.key,
  ])
  return rows[0]?.held === true
}

/** The process id of the server that holds the lock, or undefined when nobody does or its name does not tell. */
export async function lockHolder(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid = $1::int::oid and l.objid = $2::int::oid`,
    [SERVER_LOCK.space, SERVER_LOCK.key],
  )
  const pid = SERVER_NAME.exec(rows[0]?.name ?? '')?.[1]
  return pid === undefined ? undefined : Number(pid)
}
