/** The rooms of a server module, as newsroom has them: small, whole, closed to everybody until its policy says otherwise. */
export const SERVER: Record<string, string> = {
  'README.md': `
# {{name}}

Keeps {{nouns}}: say here in one sentence what it owns.

Flow: \`add{{Noun}}\` → \`mayWrite\` → \`{{name}}.{{table}}\` row and \`{{noun}}.added\` event in one transaction.

It needs no neighbour.
`,
  'index.ts': `
/** The front door for neighbours: a few verbs and types, each one asked for by somebody. */
export { add{{Noun}}, list{{Nouns}} } from './{{noun}}.service.ts'
export type { {{Noun}}Table } from './tables.ts'
`,
  'module.ts': `
import { module } from '../../platform/module.ts'
import { {{noun}}Routes } from './{{noun}}.routes.ts'

export const {{name}} = module({
  name: '{{name}}',
  needs: [],
  migrations: new URL('./migrations/', import.meta.url),
  routes: {{noun}}Routes,
})
`,
  'tables.ts': `
import type { {{Noun}}State } from './domain/{{noun}}.ts'

export type {{Noun}}Table = {
  id: string
  title: string
  state: {{Noun}}State
  rev: number
  by_id: string | null
  by_name: string
  at: Date
}

export type {{Name}}Tables = { '{{name}}.{{table}}': {{Noun}}Table }
`,
  'migrations/0001-{{name}}.sql': `
create schema if not exists {{name}};

create table {{name}}.{{table}} (
  id      uuid primary key,
  title   text not null check (length(title) between 1 and 200),
  state   text not null check (state in ('open', 'closed')),
  rev     integer not null default 0,
  by_id   uuid,
  by_name text not null,
  at      timestamptz not null
);
create index {{table}}_at on {{name}}.{{table}} (at desc, id desc);
`,
  'domain/{{noun}}.ts': `
import { no, type Verdict, YES } from '@rongmei/kit'

export const {{NOUN}}_STATES = ['open', 'closed'] as const
export type {{Noun}}State = (typeof {{NOUN}}_STATES)[number]

/** What is closed stays closed. */
export function fitsClosing(state: {{Noun}}State): Verdict<'{{noun}}.wrongState'> {
  return state === 'open' ? YES : no('{{noun}}.wrongState')
}
`,
  'domain/{{noun}}.test.ts': `
import { expect, test } from 'vitest'
import { fitsClosing } from './{{noun}}.ts'

test.each([
  ['open', { ok: true }],
  ['closed', { ok: false, why: '{{noun}}.wrongState' }],
] as const)('closing when %s', (state, verdict) => {
  expect(fitsClosing(state)).toEqual(verdict)
})
`,
  '{{noun}}.policy.ts': `
import { no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'

/** Which {{nouns}} an actor sees, as plain data that the store turns into SQL. */
export type Scope = { all: boolean; byId: string | null }

export function scope(actor: Actor): Scope {
  return { all: actor.kind === 'system', byId: actor.id }
}

/** Closed to people until the contract names the ability that opens it. */
export function mayWrite(actor: Actor): Verdict<'ability.missing'> {
  return actor.kind === 'system' ? YES : no('ability.missing')
}
`,
  '{{noun}}.policy.test.ts': `
import { expect, test } from 'vitest'
import { SYSTEM, VISITOR } from '../../platform/actor.ts'
import { mayWrite, scope } from './{{noun}}.policy.ts'

test.each([
  ['the system', SYSTEM, { ok: true }, { all: true, byId: null }],
  ['a visitor', VISITOR, { ok: false, why: 'ability.missing' }, { all: false, byId: null }],
])('%s', (_, actor, verdict, sees) => {
  expect(mayWrite(actor)).toEqual(verdict)
  expect(scope(actor)).toEqual(sees)
})
`,
  '{{noun}}.store.ts': `
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Scope } from './{{noun}}.policy.ts'
import type { {{Noun}}Table, {{Name}}Tables } from './tables.ts'

const read = (ctx: Ctx) => ctx.db.withTables<{{Name}}Tables>()

/** The newest first, at most \`limit\`. */
export function find{{Nouns}}(ctx: Ctx, sees: Scope, limit: number): Promise<{{Noun}}Table[]> {
  let rows = read(ctx).selectFrom('{{name}}.{{table}}').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
  if (!sees.all) rows = rows.where('by_id', '=', sees.byId)
  return rows.execute()
}

/** The row under a lock: the second of two people who act at once waits here and then sees what the first did. */
export function lock{{Noun}}(t: Tx, id: string): Promise<{{Noun}}Table | undefined> {
  return read(t).selectFrom('{{name}}.{{table}}').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insert{{Noun}}(t: Tx, row: {{Noun}}Table): Promise<void> {
  await read(t).insertInto('{{name}}.{{table}}').values(row).execute()
}

/** Writes the changed columns and counts the revision up; the caller holds the row lock. */
export async function update{{Noun}}(t: Tx, id: string, patch: Pick<{{Noun}}Table, 'state'>): Promise<void> {
  await read(t)
    .updateTable('{{name}}.{{table}}')
    .set((eb) => ({ ...patch, rev: eb('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
`,
  '{{noun}}.service.ts': `
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { fitsClosing } from './domain/{{noun}}.ts'
import { {{Noun}}Added, {{Noun}}Closed, subjectOf } from './{{noun}}.events.ts'
import { mayWrite, scope } from './{{noun}}.policy.ts'
import { find{{Nouns}}, insert{{Noun}}, lock{{Noun}}, update{{Noun}} } from './{{noun}}.store.ts'
import type { {{Noun}}Table } from './tables.ts'

export async function list{{Nouns}}(ctx: Ctx, limit: number): Promise<{{Noun}}Table[]> {
  return find{{Nouns}}(ctx, scope(ctx.actor), limit)
}

/** @throws Refused ability.missing */
export async function add{{Noun}}(ctx: Ctx, title: string): Promise<{{Noun}}Table> {
  demand(mayWrite(ctx.actor))
  const row: {{Noun}}Table = {
    id: ctx.newId(),
    title,
    state: 'open',
    rev: 0,
    by_id: ctx.actor.id,
    by_name: ctx.actor.name,
    at: new Date(ctx.now()),
  }
  await ctx.tx(async (t) => {
    await insert{{Noun}}(t, row)
    await t.emit({{Noun}}Added, subjectOf(row.id), { title })
  })
  return row
}

/** @throws Refused ability.missing, platform.notFound, {{noun}}.wrongState */
export async function close{{Noun}}(ctx: Ctx, id: string): Promise<void> {
  demand(mayWrite(ctx.actor))
  await ctx.tx(async (t) => {
    const row = (await lock{{Noun}}(t, id)) ?? refuse('platform.notFound')
    demand(fitsClosing(row.state))
    await update{{Noun}}(t, id, { state: 'closed' })
    await t.emit({{Noun}}Closed, subjectOf(id), {})
  })
}
`,
  '{{noun}}.service.test.ts': `
import { afterAll, expect, test } from 'vitest'
import { testWorld } from '../../testing/world.ts'
import { add{{Noun}}, close{{Noun}}, list{{Nouns}} } from './{{noun}}.service.ts'

const centre = await testWorld()
afterAll(() => centre.close())

test('a {{noun}} that was added is listed, and closes once', async () => {
  const row = await add{{Noun}}(centre.system, '第一件')
  expect(await list{{Nouns}}(centre.system, 10)).toEqual([row])
  await close{{Noun}}(centre.system, row.id)
  expect(await list{{Nouns}}(centre.system, 10)).toMatchObject([{ state: 'closed', rev: 1 }])
  await expect(close{{Noun}}(centre.system, row.id)).rejects.toMatchObject({ key: '{{noun}}.wrongState' })
})

test('people are refused until the policy names their ability', async () => {
  await expect(add{{Noun}}(await centre.as('王芳'), '第二件')).rejects.toMatchObject({ key: 'ability.missing' })
})
`,
  '{{noun}}.events.ts': `
import { z } from 'zod'
import { event } from '../../platform/events.ts'

/** Subject of every event here: \`{{noun}}:<id>\`. */
export const subjectOf = (id: string) => \`{{noun}}:\${id}\`

export const {{Noun}}Added = event('{{noun}}.added', z.object({ title: z.string() }))
export const {{Noun}}Closed = event('{{noun}}.closed', z.object({}))
`,
  '{{noun}}.routes.ts': `
import type { Http } from '../../platform/http/serve.ts'

/** One line for each endpoint of the contract: \`http.on(endpoints.list{{Nouns}}, (ctx, { query }) => list{{Nouns}}(ctx, query.limit))\`. */
export function {{noun}}Routes(_http: Http): void {}
`,
}
