/**
 * What a request costs, beside a bare Fastify + pg in the same run: `npm run bench`. Linux only (/proc).
 *
 *     npm run bench -- [--stories 1000] [--rounds 3] [--only article]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readPostmaster } from '../apps/server/src/platform/db/embedded.pidfile.ts'
import { makeCases } from './cases.ts'
import { fillFloor, startFloor } from './floor/start.ts'
import { runPackageBenches } from './packages.ts'
import { header, row, setUp } from './report.ts'
import { measure } from './rounds.ts'
import { visitor } from './support/centre.ts'
import { makeLibrary } from './support/library.ts'
import { startServer } from './support/server.ts'

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})

const dataDir = await mkdtemp(join(tmpdir(), 'rongmei-bench-'))
const server = await startServer(dataDir)
try {
  const postmaster = readPostmaster(join(dataDir, 'postgres'))
  if (!postmaster) throw new Error('no database on the data directory')
  const database = `postgresql://rongmei@/rongmei?host=${encodeURIComponent(postmaster.socketDir)}&port=5432`
  console.log(setUp(Number(values.stories)))
  const { reporter, slugs } = await makeLibrary(server.url, Number(values.stories))
  const { api } = visitor(server.url)
  const articles = []
  for (const slug of slugs) articles.push(await api.reader.getArticle({ params: { slug } }))
  await fillFloor(database, articles)
  const floor = await startFloor(database)
  try {
    console.log(header)
    for (const one of makeCases({ server, floor, slugs, cookie: reporter.cookie() }))
      if (one.name.includes(values.only)) console.log(row(await measure(one, postmaster.pid, Number(values.rounds))))
  } finally {
    await floor.stop()
  }
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
if (!values.only) runPackageBenches()
