import { z } from 'zod'
import { event } from '../../platform/events.ts'

/** Subject of every event here but the last two: the project whose money it is. */
export const subjectOf = (projectId: string) => `budget:${projectId}`

const source = z.string()
/** 分 in text. */
const fen = z.string()

export const BudgetPlanned = event(
  'budget.planned',
  z.object({ no: z.number().int(), lines: z.record(source, fen), document: z.string(), reason: z.string() }),
)
export const AdjustmentProposed = event(
  'budget.adjustmentProposed',
  z.object({ adjustmentId: z.string(), source, fen, date: z.string(), reason: z.string(), document: z.string() }),
)
export const AdjustmentDecided = event(
  'budget.adjustmentDecided',
  z.object({ adjustmentId: z.string(), source, fen, state: z.string(), opinion: z.string() }),
)
export const PaymentRecorded = event(
  'budget.paid',
  z.object({ paymentId: z.string(), source, fen, date: z.string(), voucher: z.string(), reason: z.string() }),
)
/** `replacedBy` null: nothing stands in its place. */
export const PaymentSuperseded = event(
  'budget.paymentSuperseded',
  z.object({ paymentId: z.string(), replacedBy: z.string().nullable(), voucher: z.string(), fen, reason: z.string() }),
)
/** Subject `budgetYear:<year>`; every payment has its own event too. */
export const PaymentsImported = event(
  'budget.paymentsImported',
  z.object({ fileName: z.string(), imported: z.number().int(), left: z.number().int(), fen }),
)
/** Subject `budgetYear:<year>`. */
export const BudgetExported = event('budget.exported', z.object({ projects: z.number().int() }))
