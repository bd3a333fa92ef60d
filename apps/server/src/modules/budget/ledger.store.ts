import type { FundSource } from '@rongmei/contract'
import { type Selectable, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Ledger } from './domain/money.ts'
import type { AdjustmentTable, BudgetTables, PlanTable } from './tables.ts'

/** First key of the advisory locks of this module; the second is the project. */
const MONEY = 4_870_020

const own = (ctx: Ctx) => ctx.db.withTables<BudgetTables>()

export type Plan = PlanTable & { lines: { source: FundSource; fen: bigint }[] }
export type Adjustment = Omit<Selectable<AdjustmentTable>, 'fen'> & { fen: bigint }
export type Account = { ledger: Ledger; plans: Plan[]; adjustments: Adjustment[] }

/** Holds the money of a project until the transaction ends: two who pay at once are counted one after the other. */
export async function lockMoney(t: Tx, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MONEY}, hashtext(${projectId}))`.execute(t.db)
}

/** All plans of the projects with their lines, the one in force first. */
async function findPlans(ctx: Ctx, projectIds: readonly string[]): Promise<Plan[]> {
  const plans = await own(ctx)
    .selectFrom('budget.plan')
    .selectAll()
    .where('project_id', 'in', projectIds)
    .orderBy('no', 'desc')
    .execute()
  if (plans.length === 0) return []
  const ids = plans.map((plan) => plan.id)
  const lines = await own(ctx).selectFrom('budget.line').selectAll().where('plan_id', 'in', ids).execute()
  return plans.map((plan) => ({
    ...plan,
    lines: lines
      .filter((line) => line.plan_id === plan.id)
      .map(({ source, fen }) => ({ source, fen: BigInt(fen) }))
      .toSorted((a, b) => (a.source < b.source ? -1 : 1)),
  }))
}

async function findAdjustments(ctx: Ctx, projectIds: readonly string[]): Promise<Adjustment[]> {
  const rows = await own(ctx)
    .selectFrom('budget.adjustment')
    .selectAll()
    .where('project_id', 'in', projectIds)
    .orderBy('date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }))
}

/** The money of each project by its id: plan in force, approved adjustments, payments that count. */
export async function findAccounts(ctx: Ctx, projectIds: readonly string[]): Promise<Map<string, Account>> {
  if (projectIds.length === 0) return new Map()
  const plans = await findPlans(ctx, projectIds)
  const adjustments = await findAdjustments(ctx, projectIds)
  const payments = await own(ctx)
    .selectFrom('budget.payment')
    .select(['project_id', 'source', 'fen', 'paid_on'])
    .where('project_id', 'in', projectIds)
    .where('superseded_at', 'is', null)
    .execute()
  const ofProject = (id: string): Account => {
    const mine = plans.filter((plan) => plan.project_id === id)
    const changes = adjustments.filter((one) => one.project_id === id)
    const paid = payments.filter((one) => one.project_id === id)
    const ledger = {
      lines: mine[0]?.lines ?? [],
      adjustments: changes.filter((one) => one.state === 'approved'),
      payments: paid.map(({ source, fen, paid_on }) => ({ source, fen: BigInt(fen), paidOn: paid_on })),
    }
    return { ledger, plans: mine, adjustments: changes }
  }
  return new Map(projectIds.map((id) => [id, ofProject(id)]))
}

export async function findAccount(ctx: Ctx, projectId: string): Promise<Account> {
  const found = (await findAccounts(ctx, [projectId])).get(projectId)
  return found ?? { ledger: { lines: [], adjustments: [], payments: [] }, plans: [], adjustments: [] }
}

export async function insertPlan(t: Tx, { lines, ...plan }: Plan): Promise<void> {
  await own(t).insertInto('budget.plan').values(plan).execute()
  if (lines.length === 0) return
  await own(t)
    .insertInto('budget.line')
    .values(lines.map((line) => ({ plan_id: plan.id, ...line })))
    .execute()
}

export async function insertAdjustment(t: Tx, row: Adjustment): Promise<void> {
  await own(t).insertInto('budget.adjustment').values(row).execute()
}

export async function lockAdjustment(t: Tx, id: string): Promise<Adjustment | undefined> {
  const row = await own(t)
    .selectFrom('budget.adjustment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, fen: BigInt(row.fen) }
}

export async function updateAdjustment(
  t: Tx,
  id: string,
  change: Pick<AdjustmentTable, 'state' | 'decider_id' | 'decider_name' | 'decided_at' | 'opinion'>,
): Promise<void> {
  await own(t).updateTable('budget.adjustment').set(change).where('id', '=', id).execute()
}
