import { tmpdir } from 'node:os'
import { makeIdSource } from '@rongmei/kit'
import { testDatabase } from '../testing/database.ts'
import { SYSTEM } from './actor.ts'
import { settableClock } from './clock.ts'
import type { Ctx, JobDef, Listener } from './ctx.ts'
import { makeKysely, makePool, type Pool } from './db/pool.ts'
import { makeCtx } from './foundation.ts'
import { type Jobs, makeJobs } from './jobs.ts'
import { silentLog } from './log.ts'
import { makeMeasures } from './measures.ts'
import { localStorage } from './storage.ts'
import type { PlatformTables } from './tables.ts'

export type Ground = {
  url: string
  pool: Pool
  jobs: Jobs
  ctx: Ctx
  clock: ReturnType<typeof settableClock>
  rows<T extends object>(sql: string): Promise<T[]>
  close(): Promise<void>
}

/** The platform without any module, with the jobs and listeners that a test brings along. */
export async function ground(jobDefs: JobDef[] = [], listeners: Listener[] = []): Promise<Ground> {
  const database = await testDatabase()
  const pool = makePool(database.url, 6)
  const clock = settableClock(Date.parse('2023-03-01T01:00:00Z'))
  const jobs = makeJobs(pool, jobDefs, listeners, silentLog)
  await jobs.start()
  const ctx = makeCtx(
    {
      db: makeKysely<PlatformTables>(pool),
      clock,
      log: silentLog,
      storage: localStorage(tmpdir()),
      measures: makeMeasures([]),
      jobs,
      newId: makeIdSource(() => clock.now()),
    },
    SYSTEM,
    'request-1',
  )
  return {
    url: database.url,
    pool,
    jobs,
    ctx,
    clock,
    rows: async <T extends object>(sql: string) => (await pool.query<T>(sql)).rows,
    close: async () => {
      await jobs.stop()
      await pool.end()
      await database.drop()
    },
  }
}
