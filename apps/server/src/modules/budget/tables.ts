import type { AdjustmentState, FundSource, PayeeKind } from '@rongmei/contract'
import type { ColumnType } from 'kysely'
import type { SheetRow } from './domain/sheet.ts'

/** 分 goes in as bigint; int8 comes out as a safe number, which `BigInt()` takes without loss. */
export type FenColumn = ColumnType<number, bigint, never>

/** 年初预算 of a project as it was entered; the highest number is in force, the others stay to be read. */
export type PlanTable = {
  id: string
  project_id: string
  no: number
  document: string
  reason: string
  by_id: string | null
  by_name: string
  at: Date
}

export type LineTable = { plan_id: string; source: FundSource; fen: FenColumn }

export type AdjustmentTable = {
  id: string
  project_id: string
  source: FundSource
  fen: FenColumn
  date: string
  reason: string
  document: string
  state: AdjustmentState
  proposer_id: string | null
  proposer_name: string
  proposed_at: Date
  decider_id: string | null
  decider_name: string | null
  decided_at: Date | null
  opinion: string
}

export type PaymentTable = {
  id: string
  project_id: string
  project_name: string
  year: number
  paid_on: string
  fen: FenColumn
  source: FundSource
  payee: PayeeKind
  purpose: string
  contract: string
  voucher: string
  file_url: string | null
  file_name: string | null
  over_reason: string
  by_id: string | null
  by_name: string
  at: Date
  replaces: string | null
  superseded_at: Date | null
  superseder_id: string | null
  superseder_name: string | null
  superseded_reason: string | null
  replaced_by: string | null
}

export type ImportTable = {
  id: string
  by: string | null
  year: number
  file_name: string
  rows: SheetRow[]
  created_at: Date
  expires_at: Date
}

export type BudgetTables = {
  'budget.plan': PlanTable
  'budget.line': LineTable
  'budget.adjustment': AdjustmentTable
  'budget.payment': PaymentTable
  'budget.import': ImportTable
}
