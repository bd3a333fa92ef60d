import {
  type BudgetFlag,
  type BudgetRow,
  type BudgetSums,
  FUND_SOURCES,
  type FundSource,
  type ProjectBudget,
  topics,
} from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { BudgetPlanned, subjectOf } from './budget.events.ts'
import { mayBudget } from './budget.policy.ts'
import { viewBudget, viewRow } from './budget.view.ts'
import { remaining, viewSums } from './domain/money.ts'
import { findAccount, findAccounts, insertPlan, lockMoney } from './ledger.store.ts'
import { projectOf, projectsOf } from './project.load.ts'

export type YearFilter = { year?: number | undefined; q?: string | undefined; flag?: BudgetFlag | undefined }

/** The budgets of a year; of the newest year that has projects when none is asked for. @throws Refused ability.missing */
export async function listBudgets(ctx: Ctx, filter: YearFilter) {
  demand(mayBudget(ctx.actor, 'read'))
  const { items: projects, years } = await projectsOf(ctx, filter.year)
  const accounts = await findAccounts(
    ctx,
    projects.map((project) => project.id),
  )
  const words = filter.q?.trim().toLowerCase() ?? ''
  const items = projects
    .flatMap((project) => {
      const account = accounts.get(project.id)
      return account ? [viewRow(project, account)] : []
    })
    .filter((row) => row.name.toLowerCase().includes(words))
    .filter((row) => filter.flag === undefined || row.flags.includes(filter.flag))
  const year = filter.year ?? years[0] ?? Number(dayOf(ctx.now()).slice(0, 4))
  const can = { write: mayBudget(ctx.actor, 'write').ok, approve: mayBudget(ctx.actor, 'approve').ok }
  return { items, totals: totalsOf(items), year, years, can }
}

/** Sums of the shown projects and rates of the sums: a mean of rates would let a small project weigh as much as a large one. */
function totalsOf(rows: readonly BudgetRow[]): BudgetSums {
  const sum = (key: 'initialFen' | 'adjustedFen' | 'executedFen') =>
    rows.reduce((total, row) => total + BigInt(row[key]), 0n)
  return viewSums({ initial: sum('initialFen'), adjusted: sum('adjustedFen'), executed: sum('executedFen') })
}

/** @throws Refused ability.missing, platform.notFound */
export async function getBudget(ctx: Ctx, projectId: string): Promise<ProjectBudget> {
  demand(mayBudget(ctx.actor, 'read'))
  const project = await projectOf(ctx, projectId)
  return viewBudget(project, await findAccount(ctx, projectId), ctx.actor, dayOf(ctx.now()))
}

export type NewPlan = {
  rev: number
  lines: readonly { source: FundSource; fen: string }[]
  document: string
  reason: string
}

/**
 * Enters 年初预算. The first needs its document; another supersedes it and needs a reason, and may not fall below what
 * was paid.
 *
 * @throws Refused ability.missing, platform.notFound, plan.moved, plan.reasonNeeded, plan.sameSource, plan.belowSpent
 */
export async function setPlan(ctx: Ctx, projectId: string, plan: NewPlan): Promise<ProjectBudget> {
  demand(mayBudget(ctx.actor, 'write'))
  await projectOf(ctx, projectId)
  const lines = plan.lines.map(({ source, fen }) => ({ source, fen: BigInt(fen) })).filter(({ fen }) => fen > 0n)
  if (new Set(lines.map((line) => line.source)).size < lines.length) refuse('plan.sameSource')
  await ctx.tx(async (t) => {
    await lockMoney(t, projectId)
    const { ledger, plans } = await findAccount(t, projectId)
    const no = plans[0]?.no ?? 0
    if (no !== plan.rev) refuse('plan.moved')
    if (no > 0 && plan.reason === '') refuse('plan.reasonNeeded')
    // A source that was overspent with a reason already may stay so; a correction may not make it worse.
    const worse = (source: FundSource) => {
      const left = remaining({ ...ledger, lines }, source)
      return left < 0n && left < remaining(ledger, source)
    }
    if (FUND_SOURCES.some(worse)) refuse('plan.belowSpent')
    await insertPlan(t, {
      id: t.newId(),
      project_id: projectId,
      no: no + 1,
      document: plan.document,
      reason: plan.reason,
      by_id: t.actor.id,
      by_name: t.actor.name,
      at: new Date(t.now()),
      lines,
    })
    await t.emit(BudgetPlanned, subjectOf(projectId), {
      no: no + 1,
      lines: Object.fromEntries(lines.map(({ source, fen }) => [source, String(fen)])),
      document: plan.document,
      reason: plan.reason,
    })
    t.touch(topics.budgets)
  })
  return getBudget(ctx, projectId)
}
