import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { DecisionTable, FindingTable, ProofreadingTables, RunTable } from './tables.ts'

const read = (ctx: Ctx) => ctx.db.withTables<ProofreadingTables>()

export type FindingWithDecision = FindingTable & {
  verdict: DecisionTable['verdict'] | null
  reason: string | null
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Date | null
}

export async function insertRun(t: Tx, run: RunTable, findings: FindingTable[]): Promise<void> {
  const db = read(t)
  await db.insertInto('proofreading.run').values(run).execute()
  for (const slice of slices(findings))
    await db
      .insertInto('proofreading.finding')
      .values(slice.map((finding) => ({ ...finding, suggestions: json(finding.suggestions) as never })))
      .execute()
}

/** PostgreSQL takes at most 65,535 values with one statement; a row here has up to 17. */
const AT_ONCE = 1_000

function slices<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, i) => rows.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}

/** What has been decided about this subject so far, newest first. */
export function findDecisions(ctx: Ctx, subject: string): Promise<DecisionTable[]> {
  return read(ctx)
    .selectFrom('proofreading.decision')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('at', 'desc')
    .execute()
}

/** @returns how many were new: of two who decide the same finding at once, one comes too late */
export async function insertDecisions(t: Tx, decisions: DecisionTable[]): Promise<number> {
  let count = 0
  for (const slice of slices(decisions)) {
    const inserted = await read(t)
      .insertInto('proofreading.decision')
      .values(slice)
      .onConflict((conflict) => conflict.column('finding_id').doNothing())
      .returning('finding_id')
      .execute()
    count += inserted.length
  }
  return count
}

export function findLatestRun(ctx: Ctx, subject: string): Promise<RunTable | undefined> {
  return read(ctx)
    .selectFrom('proofreading.run')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export function findRunFindings(ctx: Ctx, runId: string): Promise<FindingWithDecision[]> {
  return withDecision(ctx).where('f.run_id', '=', runId).orderBy('f.ordinal').execute()
}

export function findFinding(
  ctx: Ctx,
  subject: string,
  id: string,
): Promise<(FindingWithDecision & { run_at: Date }) | undefined> {
  return withDecision(ctx)
    .innerJoin('proofreading.run as r', 'r.id', 'f.run_id')
    .select('r.at as run_at')
    .where('f.id', '=', id)
    .where('r.subject', '=', subject)
    .executeTakeFirst()
}

function withDecision(ctx: Ctx) {
  return read(ctx)
    .selectFrom('proofreading.finding as f')
    .leftJoin('proofreading.decision as d', 'd.finding_id', 'f.id')
    .selectAll('f')
    .select(['d.verdict', 'd.reason', 'd.by_id as decided_by', 'd.by_name as decided_by_name', 'd.at as decided_at'])
}

export type Interception = { subject: string; accepted: number; seconds: number[]; first: Date }

/** Errors that were corrected because a finding was accepted, by subject, with how long each decision took. */
export async function findInterceptions(ctx: Ctx, from: Date, to: Date): Promise<Interception[]> {
  const rows = await read(ctx)
    .selectFrom('proofreading.decision as d')
    .innerJoin('proofreading.finding as f', 'f.id', 'd.finding_id')
    .select((eb) => [
      'd.subject',
      eb.fn.countAll<number>().as('accepted'),
      eb.fn.min('d.at').as('first'),
      eb.fn.agg<number[]>('array_agg', ['d.seconds']).as('seconds'),
    ])
    .where('d.verdict', '=', 'accepted')
    .where('f.severity', 'in', ['必须改', '建议'])
    .where('d.at', '>=', from)
    .where('d.at', '<', to)
    .groupBy('d.subject')
    .orderBy('first')
    .execute()
  return rows as Interception[]
}
