import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from './database.ts'

const databases = await Promise.all([testDatabase(), testDatabase()])
afterAll(() => Promise.all(databases.map((database) => database.drop())))

test('each file has a database of its own: what one writes the other does not see', async () => {
  const [first, second] = await Promise.all(
    databases.map(async (database) => {
      const client = new pg.Client({ connectionString: database.url })
      await client.connect()
      return client
    }),
  )
  await first?.query('create table mine as select 1 as one')
  await expect(second?.query('select one from mine')).rejects.toMatchObject({ code: '42P01' })
  await Promise.all([first?.end(), second?.end()])
})
