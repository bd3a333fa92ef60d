import type { Fact } from '../../platform/measures.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { AppraisalTables, ComputationTable, FactTable, IndicatorTable } from './tables.ts'

const own = (ctx: Ctx) => ctx.db.withTables<AppraisalTables>()

export function findIndicator(ctx: Ctx, id: string): Promise<IndicatorTable | undefined> {
  return own(ctx).selectFrom('appraisal.indicator').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The row, held until the transaction ends. */
export function lockIndicator(t: Tx, id: string): Promise<IndicatorTable | undefined> {
  return own(t).selectFrom('appraisal.indicator').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

type Link = Pick<IndicatorTable, 'measure' | 'params' | 'linked_by' | 'linker_name' | 'linked_at'>
type Typed = Pick<
  IndicatorTable,
  'typed_value' | 'typed_reason' | 'typed_file' | 'typed_name' | 'typed_by' | 'typist_name' | 'typed_at'
>

/** @returns false when the row has moved on from `rev` */
export async function saveLink(t: Tx, id: string, rev: number, link: Link): Promise<boolean> {
  const params = link.params === null ? null : json(link.params)
  const done = await own(t)
    .updateTable('appraisal.indicator')
    .set({ ...link, params, computation_id: null, rev: rev + 1 })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** @returns false when the row has moved on from `rev` */
export async function saveTyped(t: Tx, id: string, rev: number, typed: Typed): Promise<boolean> {
  const done = await own(t)
    .updateTable('appraisal.indicator')
    .set({ ...typed, rev: rev + 1 })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const FACTS_AT_ONCE = 2_000

/**
 * Keeps a computation with its facts and makes it the one shown; the facts of earlier ones are let go, but for those
 * that a frozen value rests on.
 */
export async function insertComputation(t: Tx, row: ComputationTable, facts: readonly Fact[]): Promise<void> {
  const db = own(t)
  await db
    .insertInto('appraisal.computation')
    .values({ ...row, params: json(row.params), value: (row.value?.toFixed() ?? null) as never })
    .execute()
  const earlier = db.selectFrom('appraisal.computation').select('id').where('indicator_id', '=', row.indicator_id)
  const frozen = db.selectFrom('appraisal.frozen').select('computation_id').where('computation_id', 'is not', null)
  await db
    .deleteFrom('appraisal.fact')
    .where('computation_id', 'in', earlier)
    .where('computation_id', 'not in', frozen.where('indicator_id', '=', row.indicator_id))
    .execute()
  for (let at = 0; at < facts.length; at += FACTS_AT_ONCE) {
    const rows = facts.slice(at, at + FACTS_AT_ONCE).map(
      (fact, index): FactTable => ({
        computation_id: row.id,
        no: at + index,
        kind: fact.kind,
        fact_id: fact.id,
        label: fact.label,
        at: fact.at,
        href: fact.href,
        note: fact.note,
      }),
    )
    await db.insertInto('appraisal.fact').values(rows).execute()
  }
  await db
    .updateTable('appraisal.indicator')
    .set({ computation_id: row.id })
    .where('id', '=', row.indicator_id)
    .execute()
}

/** The computations shown by these indicators, by indicator. */
export async function findComputations(
  ctx: Ctx,
  indicators: readonly Pick<IndicatorTable, 'computation_id'>[],
): Promise<Map<string, ComputationTable>> {
  const ids = indicators.flatMap((row) => row.computation_id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await own(ctx).selectFrom('appraisal.computation').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.indicator_id, row]))
}

/** Computations by their own ids. */
export async function findComputationsById(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ComputationTable>> {
  if (ids.length === 0) return new Map()
  const rows = await own(ctx).selectFrom('appraisal.computation').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The row is held against others who saw `rev`; its own columns stay. @returns false when it has moved on */
export async function bumpIndicator(t: Tx, id: string, rev: number): Promise<boolean> {
  const done = await own(t)
    .updateTable('appraisal.indicator')
    .set({ rev: rev + 1 })
    .where('id', '=', id)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export function findFacts(ctx: Ctx, computationId: string, offset: number, limit: number): Promise<FactTable[]> {
  return own(ctx)
    .selectFrom('appraisal.fact')
    .selectAll()
    .where('computation_id', '=', computationId)
    .where('no', '>=', offset)
    .orderBy('no')
    .limit(limit)
    .execute()
}
