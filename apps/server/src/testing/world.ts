import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoleKey } from '@rongmei/contract'
import type { FastifyInstance } from 'fastify'
import { compose, serve, type World } from '../app.ts'
import { actorOf, addPerson, addUnit } from '../modules/identity/index.ts'
import { SYSTEM } from '../platform/actor.ts'
import { settableClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { makePool } from '../platform/db/pool.ts'
import { silentLog } from '../platform/log.ts'
import { localStorage } from '../platform/storage.ts'
import { testDatabase } from './database.ts'

/** When every test world begins: 2023-03-01 09:00 in Shanghai. */
export const BEGIN = Date.parse('2023-03-01T01:00:00Z')
/** The password of everybody whom `as` makes. */
export const PASSWORD = 'lan-tian-bai-yun-27'

export type TestWorld = {
  world: World
  clock: ReturnType<typeof settableClock>
  /** The system as actor: may do everything in identity. */
  system: Ctx
  /** The world seen by the person of that name, who is made on first use with these roles (reporter unless told) and
   * without a unit; his account is his name. Abilities are read anew on every call. */
  as(name: string, ...roles: RoleKey[]): Promise<Ctx>
  /** The id of a unit of that name, made on first use. */
  unit(name: string, establishment?: number): Promise<string>
  /** What the tables hold, where no verb shows it. */
  rows<T extends object>(sql: string): Promise<T[]>
  /** The whole HTTP face, for `inject`. */
  http(): Promise<FastifyInstance>
  close(): Promise<void>
}

/** A centre of its own on a fresh database, with a clock that the test sets. `afterAll(() => test.close())`. */
export async function testWorld(): Promise<TestWorld> {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'rongmei-files-'))
  const pool = makePool(database.url, 8)
  const clock = settableClock(BEGIN)
  const world = compose({ pool, clock, log: silentLog, storage: localStorage(folder) })
  await world.jobs.start()
  const people = new Map<string, string>()
  const units = new Map<string, string>()
  let app: FastifyInstance | undefined
  return {
    world,
    clock,
    system: world.system,
    as: async (name, ...roles) => {
      const id = people.get(name) ?? (await makePerson(world, name, roles.length > 0 ? roles : ['reporter']))
      people.set(name, id)
      return world.as(await actorOf(world.system, id))
    },
    unit: async (name, establishment = 10) => {
      const id = units.get(name) ?? (await makeUnit(world, name, establishment))
      units.set(name, id)
      return id
    },
    rows: async <T extends object>(sql: string) => (await pool.query<T>(sql)).rows,
    http: async () => {
      app ??= await serve(world, readConfig({ DATA_DIR: folder }), noHub, silentLog)
      return app
    },
    close: async () => {
      await app?.close()
      await world.jobs.stop()
      await pool.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makePerson(world: World, name: string, roles: RoleKey[]): Promise<string> {
  const input = { account: name, name, unitId: null, roles, post: '', password: PASSWORD }
  return (await addPerson(world.as(SYSTEM), input)).person.id
}

async function makeUnit(world: World, name: string, establishment: number): Promise<string> {
  return (await addUnit(world.as(SYSTEM), { name, kind: 'department', parentId: null, establishment })).id
}

/** Nobody listens for live updates in a test world. */
const noHub = { subscribe: () => () => {}, subscribers: () => 0, start: async () => {}, stop: async () => {} }
