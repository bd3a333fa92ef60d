import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { platformEndpoints } from '@rongmei/contract'
import { makeIdSource } from '@rongmei/kit'
import type { FastifyInstance } from 'fastify'
import { appraisal } from './modules/appraisal/module.ts'
import { budget } from './modules/budget/module.ts'
import { authenticate } from './modules/identity/index.ts'
import { identity } from './modules/identity/module.ts'
import { newsroom } from './modules/newsroom/module.ts'
import { oversight } from './modules/oversight/module.ts'
import { proofreading } from './modules/proofreading/module.ts'
import { quality } from './modules/quality/module.ts'
import { reader } from './modules/reader/module.ts'
import { type Actor, SYSTEM, VISITOR } from './platform/actor.ts'
import { serveAudit } from './platform/audit.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Ctx } from './platform/ctx.ts'
import { type Migration, readMigrations } from './platform/db/migrate.ts'
import { makeKysely, type Pool } from './platform/db/pool.ts'
import { type Foundation, makeCtx } from './platform/foundation.ts'
import { serveFiles } from './platform/http/files.ts'
import { serveLive } from './platform/http/live.ts'
import { openApi } from './platform/http/openapi.ts'
import { type HttpOptions, makeHttp } from './platform/http/serve.ts'
import { makeServer } from './platform/http/server.ts'
import { assetStamp, serveStatic } from './platform/http/static.ts'
import { type Jobs, makeJobs } from './platform/jobs.ts'
import type { Hub } from './platform/live.ts'
import type { Log } from './platform/log.ts'
import { makeMeasures } from './platform/measures.ts'
import type { Module } from './platform/module.ts'
import { sealJob } from './platform/seal.ts'
import { readSetting } from './platform/settings.ts'
import type { Storage } from './platform/storage.ts'
import type { PlatformTables } from './platform/tables.ts'

/** THE list of modules, ground floor first. Nothing else imports a `module.ts`. */
export const modules: readonly Module[] = [
  identity,
  proofreading,
  newsroom,
  quality,
  reader,
  appraisal,
  budget,
  oversight,
]

export const version = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** Frozen SQL of the platform and of every module. */
export function allMigrations(): Migration[] {
  const own = readMigrations('platform', fileURLToPath(new URL('./platform/migrations', import.meta.url)))
  return [
    ...own,
    ...modules.flatMap((one) => (one.migrations ? readMigrations(one.name, fileURLToPath(one.migrations)) : [])),
  ]
}

export type World = { db: Foundation['db']; jobs: Jobs; system: Ctx; as(actor: Actor, requestId?: string): Ctx }

/** Puts the parts together, without HTTP: enough for jobs, the replay and service tests. */
export function compose(parts: {
  pool: Pool
  clock: Clock
  log: Log
  storage: Storage
  random?: () => Uint8Array
}): World {
  const db = makeKysely<PlatformTables>(parts.pool)
  const jobs = makeJobs(
    parts.pool,
    [sealJob, ...modules.flatMap((one) => one.jobs ?? [])],
    modules.flatMap((one) => one.listeners ?? []),
    parts.log,
  )
  const measures = makeMeasures(modules.flatMap((one) => one.measures ?? []))
  const base: Foundation = {
    db,
    clock: parts.clock,
    log: parts.log,
    storage: parts.storage,
    measures,
    jobs,
    newId: makeIdSource(() => parts.clock.now(), parts.random),
  }
  return { db, jobs, system: makeCtx(base, SYSTEM), as: (actor, requestId) => makeCtx(base, actor, requestId) }
}

/** Where the built apps lie. */
const folders = {
  console: fileURLToPath(new URL('../../console/dist', import.meta.url)),
  reader: fileURLToPath(new URL('../../reader/dist', import.meta.url)),
}

/** The whole HTTP face: every endpoint of the contract, files, live, pages and the built apps. */
export async function serve(world: World, config: Config, hub: Hub, log: Log): Promise<FastifyInstance> {
  const app = await makeServer(config, log)
  const options: HttpOptions = {
    visitor: (requestId) => world.as(VISITOR, requestId),
    authenticate: (ctx, token) => authenticate(ctx, token, config),
    secureCookies: config.secureCookies,
    sessionMs: config.sessionMs,
  }
  const http = makeHttp(app, options)
  http.on(platformEndpoints.health, async (ctx) => ({
    ok: true as const,
    demo: (await readSetting<boolean>(ctx, 'demo')) === true,
    version,
  }))
  serveAudit(http)
  serveFiles(app, http, options)
  serveLive(app, hub, options)
  const pages = { visitor: options.visitor, publicUrl: config.publicUrl, stamp: assetStamp(folders.reader) }
  const document = openApi(version)
  app.get('/api/openapi.json', async () => document)
  for (const one of modules) {
    one.routes?.(http)
    one.pages?.(app, pages)
  }
  await serveStatic(app, folders)
  return app
}
