import type { Ctx, Tx } from './ctx.ts'
import { json } from './db/json.ts'

/** One setting of the centre, kept in the database because every process must see the same. */
export async function readSetting<T>(ctx: Ctx, key: string): Promise<T | undefined> {
  const row = await ctx.db.selectFrom('platform.setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value as T | undefined
}

/** Several settings by one query; those never written are absent. */
export async function readSettings(ctx: Ctx, keys: readonly string[]): Promise<Record<string, unknown>> {
  const rows = await ctx.db.selectFrom('platform.setting').selectAll().where('key', 'in', keys).execute()
  return Object.fromEntries(rows.map((row) => [row.key, row.value]))
}

export async function writeSetting(t: Tx, key: string, value: unknown): Promise<void> {
  await t.db
    .insertInto('platform.setting')
    .values({ key, value: json(value) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json(value) }))
    .execute()
}
