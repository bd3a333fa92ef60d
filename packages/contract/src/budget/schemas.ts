import { z } from 'zod'
import { day, instant, personRef, verdictSchema } from '../shared.ts'

/** Where the money of a line comes from, in the order of the forms: 财政拨款, 上年结转, 其他. */
export const FUND_SOURCES = ['appropriation', 'carryover', 'other'] as const
export const fundSourceSchema = z.enum(FUND_SOURCES)
export type FundSource = z.infer<typeof fundSourceSchema>

/** Who was paid, as a kind: names of people have no place in these records. */
export const PAYEE_KINDS = ['company', 'institution', 'staff', 'individual', 'other'] as const
export const payeeKindSchema = z.enum(PAYEE_KINDS)
export type PayeeKind = z.infer<typeof payeeKindSchema>

export const ADJUSTMENT_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const
export const adjustmentStateSchema = z.enum(ADJUSTMENT_STATES)
export type AdjustmentState = z.infer<typeof adjustmentStateSchema>

export const BUDGET_FLAGS = ['noPlan', 'pending', 'overspent', 'adjustedToSpent'] as const
export const budgetFlagSchema = z.enum(BUDGET_FLAGS)
export type BudgetFlag = z.infer<typeof budgetFlagSchema>

/** Money travels as integer 分 in text: at most 13 digits, a hundred times what any centre has. */
export const fenSchema = z.string().regex(/^-?\d{1,13}$/, '金额要以分为单位的整数')
const positiveFen = z.string().regex(/^(?!0+$)\d{1,13}$/, '金额要大于零')

/** Sums of a project, a source or a year. Rates are shares of 1 with six places; null without a base. */
export const budgetSumsSchema = z.object({
  initialFen: z.string(),
  adjustedFen: z.string(),
  executedFen: z.string(),
  /** Official: executed ÷ (initial + approved adjustments). */
  executionRate: z.string().nullable(),
  /** Against 年初预算. */
  initialRate: z.string().nullable(),
})
export type BudgetSums = z.infer<typeof budgetSumsSchema>

export const budgetRowSchema = budgetSumsSchema.extend({
  projectId: z.string(),
  no: z.number().int(),
  name: z.string(),
  year: z.number().int(),
  pending: z.number().int(),
  payments: z.number().int(),
  lastPaidOn: day.nullable(),
  flags: z.array(budgetFlagSchema),
})
export type BudgetRow = z.infer<typeof budgetRowSchema>

export const adjustmentSchema = z.object({
  id: z.string(),
  source: fundSourceSchema,
  fen: z.string(),
  date: day,
  reason: z.string(),
  document: z.string(),
  state: adjustmentStateSchema,
  proposedBy: personRef,
  proposedAt: instant,
  decidedBy: personRef.nullable(),
  decidedAt: instant.nullable(),
  opinion: z.string(),
  can: z.object({ decide: verdictSchema, withdraw: verdictSchema }),
})
export type AdjustmentView = z.infer<typeof adjustmentSchema>

export const paymentSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  paidOn: day,
  fen: z.string(),
  source: fundSourceSchema,
  payee: payeeKindSchema,
  purpose: z.string(),
  contract: z.string(),
  voucher: z.string(),
  file: z.object({ url: z.string(), name: z.string() }).nullable(),
  /** Why it was paid beyond the budget; empty when it was not. */
  overReason: z.string(),
  by: personRef,
  at: instant,
  /** Set when the record no longer counts: by whom, why, and what stands in its place (null: nothing). */
  superseded: z
    .object({ by: personRef, at: instant, reason: z.string(), replacedBy: z.string().nullable() })
    .nullable(),
  /** The record that this one replaces. */
  replaces: z.string().nullable(),
  can: z.object({ supersede: verdictSchema }),
})
export type PaymentView = z.infer<typeof paymentSchema>

/** One month of the curve: what was paid in it, paid until its end, and what an even pace would have paid. */
export const budgetMonthSchema = z.object({
  month: z.number().int(),
  paidFen: z.string(),
  totalFen: z.string(),
  evenFen: z.string(),
  /** The month has begun. */
  begun: z.boolean(),
})
export type BudgetMonth = z.infer<typeof budgetMonthSchema>

export const budgetPlanSchema = z.object({
  no: z.number().int(),
  document: z.string(),
  reason: z.string(),
  by: personRef,
  at: instant,
  lines: z.array(z.object({ source: fundSourceSchema, fen: z.string() })),
})
export type BudgetPlan = z.infer<typeof budgetPlanSchema>

export const projectBudgetSchema = budgetRowSchema.extend({
  /** The number of the plan in force; 0 when there is none. Sent back when a plan is written. */
  rev: z.number().int(),
  sources: z.array(budgetSumsSchema.extend({ source: fundSourceSchema })),
  /** Every 年初预算 that was entered, the one in force first. */
  plans: z.array(budgetPlanSchema),
  /** What the self-evaluation form of the project prints as 年初预算, to start from. */
  printed: z.array(z.object({ source: fundSourceSchema, fen: z.string() })),
  adjustments: z.array(adjustmentSchema),
  months: z.array(budgetMonthSchema),
  can: z.object({ write: verdictSchema }),
})
export type ProjectBudget = z.infer<typeof projectBudgetSchema>

export const newPaymentSchema = z.object({
  paidOn: day,
  fen: positiveFen,
  source: fundSourceSchema,
  payee: payeeKindSchema,
  purpose: z.string().trim().min(2).max(200),
  contract: z.string().trim().max(80).default(''),
  voucher: z.string().trim().min(1).max(40),
  file: z
    .object({
      url: z.string().regex(/^\/files\/[0-9a-f]{64}\.[a-z0-9]{2,4}$/),
      name: z.string().min(1).max(200),
    })
    .nullable()
    .default(null),
  overReason: z.string().trim().max(300).default(''),
})
export type NewPayment = z.output<typeof newPaymentSchema>

export const paymentImportSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  rows: z.array(
    z.object({
      row: z.number().int(),
      project: z.string(),
      paidOn: z.string(),
      amount: z.string(),
      source: z.string(),
      payee: z.string(),
      purpose: z.string(),
      contract: z.string(),
      voucher: z.string(),
      findings: z.array(z.object({ severity: z.enum(['error', 'warning']), message: z.string() })),
    }),
  ),
  /** Rows without an error, and their sum. */
  good: z.number().int(),
  goodFen: z.string(),
  /** Some good row pays beyond the budget: a reason is needed. */
  overspends: z.boolean(),
})
export type PaymentImport = z.infer<typeof paymentImportSchema>
