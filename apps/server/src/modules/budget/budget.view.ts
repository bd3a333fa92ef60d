import {
  type AdjustmentView,
  type BudgetPlan,
  type BudgetRow,
  FUND_SOURCES,
  type PaymentView,
  type Project,
  type ProjectBudget,
} from '@rongmei/contract'
import type { Day } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { mayBudget, mayDecide, mayWithdraw } from './budget.policy.ts'
import { isOpen } from './domain/adjustment.ts'
import { flagsOf, monthsOf, ofSource, sumsOf, viewSums } from './domain/money.ts'
import type { Account, Adjustment, Plan } from './ledger.store.ts'
import type { Payment } from './payment.store.ts'
import { printedLines } from './project.load.ts'

const person = (id: string | null, name: string | null) => ({ id: id ?? '', name: name ?? '' })

export function viewRow(project: { id: string; no: number; name: string; year: number }, account: Account): BudgetRow {
  const pending = account.adjustments.filter((one) => one.state === 'proposed').length
  const { payments } = account.ledger
  const lastPaidOn = payments.reduce<Day | null>(
    (last, { paidOn }) => (last === null || paidOn > last ? paidOn : last),
    null,
  )
  return {
    projectId: project.id,
    no: project.no,
    name: project.name,
    year: project.year,
    ...viewSums(sumsOf(account.ledger)),
    pending,
    payments: payments.length,
    lastPaidOn,
    flags: flagsOf(account.ledger, pending),
  }
}

export function viewBudget(project: Project, account: Account, actor: Actor, today: Day): ProjectBudget {
  const { ledger, plans, adjustments } = account
  return {
    ...viewRow(project, account),
    rev: plans[0]?.no ?? 0,
    sources: FUND_SOURCES.map((source) => ({ source, ...viewSums(sumsOf(ofSource(ledger, source))) })),
    plans: plans.map(viewPlan),
    printed: printedLines(project),
    adjustments: adjustments.map((one) => viewAdjustment(one, actor)),
    months: monthsOf(ledger, project.year, today),
    can: { write: mayBudget(actor, 'write') },
  }
}

const viewPlan = (plan: Plan): BudgetPlan => ({
  no: plan.no,
  document: plan.document,
  reason: plan.reason,
  by: person(plan.by_id, plan.by_name),
  at: plan.at.toISOString(),
  lines: plan.lines.map(({ source, fen }) => ({ source, fen: String(fen) })),
})

function viewAdjustment(row: Adjustment, actor: Actor): AdjustmentView {
  const open = isOpen(row.state)
  return {
    id: row.id,
    source: row.source,
    fen: String(row.fen),
    date: row.date,
    reason: row.reason,
    document: row.document,
    state: row.state,
    proposedBy: person(row.proposer_id, row.proposer_name),
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: row.decided_at && person(row.decider_id, row.decider_name),
    decidedAt: row.decided_at?.toISOString() ?? null,
    opinion: row.opinion,
    can: {
      decide: open.ok ? mayDecide(actor, row.proposer_id) : open,
      withdraw: open.ok ? mayWithdraw(actor, row.proposer_id) : open,
    },
  }
}

export function viewPayment(row: Payment, actor: Actor): PaymentView {
  return {
    id: row.id,
    projectId: row.project_id,
    projectName: row.project_name,
    paidOn: row.paid_on,
    fen: String(row.fen),
    source: row.source,
    payee: row.payee,
    purpose: row.purpose,
    contract: row.contract,
    voucher: row.voucher,
    file: row.file_url === null ? null : { url: row.file_url, name: row.file_name ?? '' },
    overReason: row.over_reason,
    by: person(row.by_id, row.by_name),
    at: row.at.toISOString(),
    superseded: row.superseded_at && {
      by: person(row.superseder_id, row.superseder_name),
      at: row.superseded_at.toISOString(),
      reason: row.superseded_reason ?? '',
      replacedBy: row.replaced_by,
    },
    replaces: row.replaces,
    can: {
      supersede: row.superseded_at ? { ok: false, why: 'payment.superseded' } : mayBudget(actor, 'write'),
    },
  }
}
