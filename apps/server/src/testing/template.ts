import { allMigrations } from '../app.ts'
import { migrate } from '../platform/db/migrate.ts'
import { makePool } from '../platform/db/pool.ts'
import { makeJobs } from '../platform/jobs.ts'
import { silentLog } from '../platform/log.ts'

/** Fills the template from which every test file's database is copied: called once a run, before the first test. */
export async function prepareTemplate(url: string): Promise<void> {
  const pool = makePool(url, 2)
  try {
    await migrate(pool, allMigrations())
    const jobs = makeJobs(pool, [], [], silentLog)
    await jobs.start()
    await jobs.stop()
  } finally {
    await pool.end()
  }
}
