import { tmpdir } from 'node:os'
import { allMigrations, compose } from '../app.ts'
import { systemClock } from '../platform/clock.ts'
import { migrate } from '../platform/db/migrate.ts'
import { makePool } from '../platform/db/pool.ts'
import { silentLog } from '../platform/log.ts'
import { localStorage } from '../platform/storage.ts'

/** Fills the template from which every test file's database is copied: called once a run, before the first test. */
export async function prepareTemplate(url: string): Promise<void> {
  const pool = makePool(url, 2)
  try {
    await migrate(pool, allMigrations())
    // The queues, too: making them takes longer than copying the database.
    const { jobs } = compose({ pool, clock: systemClock, log: silentLog, storage: localStorage(tmpdir()) })
    await jobs.start()
    await jobs.stop()
  } finally {
    await pool.end()
  }
}
