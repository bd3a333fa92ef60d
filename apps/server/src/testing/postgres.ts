import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { isAlive } from '../platform/db/embedded.pidfile.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { prepareTemplate } from './template.ts'

export const TEMPLATE = 'rongmei_template'

/** How a test file reaches the run's database server: a pg connection string of its `postgres` database. */
declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

const PREFIX = 'rongmei-test-'
const log = { info: () => {}, warn: console.warn, error: console.error }

/**
 * One real PostgreSQL for the whole run, in a temporary folder, with a template database that `prepareTemplate` fills.
 * Only here `fsync` is off: the data live as long as the run.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' }
  const embedded = await startEmbedded({ dataDir, log, settings, sync: false })
  const stop = async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await run(embedded.url('postgres'), `create database ${TEMPLATE}`)
    await prepareTemplate(embedded.url(TEMPLATE))
    // Nobody may hold the template open: PostgreSQL would refuse to copy it.
    await run(embedded.url('postgres'), `alter database ${TEMPLATE} with allow_connections false is_template true`)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('postgresUrl', embedded.url('postgres'))
  return stop
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Ends and removes what a killed run left; starting on its data stops its database, and a live run refuses. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : undefined
    if (pid === undefined || isAlive(pid)) continue
    const dataDir = join(tmpdir(), name)
    try {
      await (await startEmbedded({ dataDir, log, sync: false })).stop()
      rmSync(dataDir, { recursive: true, force: true })
    } catch (error) {
      console.warn(`left alone: ${dataDir}`, error)
    }
  }
}
