import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Storage } from '../platform/storage.ts'
import {
  clear,
  findFiles,
  findMigrations,
  findSequences,
  findTables,
  hasPeople,
  type Pool,
  readRows,
  refreshStatistics,
  type Sequence,
  type Table,
  writeRows,
  writeSequence,
} from './snapshot.store.ts'

export const SNAPSHOT = fileURLToPath(new URL('../../demo/snapshot.json.br', import.meta.url))

/** The whole of a replayed centre: rows, running numbers and stored files (base64 by SHA-256). */
export type Snapshot = {
  format: 1
  migrations: string[]
  tables: Table[]
  sequences: Sequence[]
  files: Record<string, string>
}

/** Takes a picture of the database and its files. */
export async function takeSnapshot(pool: Pool, storage: Storage): Promise<Snapshot> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables: Table[] = []
    for (const name of await findTables(client)) tables.push({ name, rows: await readRows(client, name) })
    const files: Record<string, string> = {}
    for (const { sha256 } of await findFiles(client))
      files[sha256] = (await buffer(storage.read(sha256))).toString('base64')
    const snapshot = {
      format: 1 as const,
      migrations: await findMigrations(client),
      tables: tables.filter((table) => table.rows.length > 0),
      sequences: await findSequences(client),
      files,
    }
    await client.query('commit')
    return snapshot
  } finally {
    client.release()
  }
}

/** Writes a snapshot compressed. @returns its size in bytes */
export function saveSnapshot(snapshot: Snapshot, path = SNAPSHOT): number {
  const bytes = brotliCompressSync(JSON.stringify(snapshot), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  })
  writeFileSync(path, bytes)
  return bytes.byteLength
}

/** The shipped snapshot; null where there is none or it cannot be read. */
export function openSnapshot(path = SNAPSHOT): Snapshot | null {
  if (!existsSync(path)) return null
  try {
    const snapshot = JSON.parse(brotliDecompressSync(readFileSync(path)).toString('utf8')) as Snapshot
    return snapshot.format === 1 ? snapshot : null
  } catch {
    return null
  }
}

/**
 * Puts a snapshot into a database that holds nobody; all of it or nothing.
 * @returns false when it was made under other migrations than those of this database, or somebody is there already
 */
export async function loadSnapshot(pool: Pool, storage: Storage, snapshot: Snapshot): Promise<boolean> {
  const client = await pool.connect()
  try {
    const here = await findMigrations(client)
    if (here.join('\n') !== snapshot.migrations.join('\n') || (await hasPeople(client))) return false
    for (const base64 of Object.values(snapshot.files)) await storage.put(Buffer.from(base64, 'base64'))
    await client.query('begin')
    try {
      const given = new Map(snapshot.tables.map((table) => [table.name, table.rows]))
      for (const name of await findTables(client)) {
        // What triggers put in while the tables before it were filled; the snapshot knows better.
        await clear(client, name)
        await writeRows(client, { name, rows: given.get(name) ?? [] })
      }
      for (const sequence of snapshot.sequences) await writeSequence(client, sequence)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
    await refreshStatistics(client)
    return true
  } finally {
    client.release()
  }
}

/** What differs from one replay to the next by its nature: salts, stopwatches, and the hashes over these. */
const CHANGING = new Set(['password_hash', 'milliseconds', 'hash'])
const steady = (key: string, value: unknown): unknown => (CHANGING.has(key) ? undefined : value)

/** A fingerprint of everything a replay must repeat: two runs from one seed have the same. */
export function digestOf(snapshot: Snapshot): string {
  const hash = createHash('sha256')
  for (const { name, rows } of snapshot.tables) {
    const lines = rows.map((row) => JSON.stringify(row, steady))
    hash.update(`${name}\n${lines.sort().join('\n')}\n`)
  }
  return hash.digest('hex')
}
