import type { PaymentFilter } from '@rongmei/contract'
import { type Expression, type Selectable, type SqlBool, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/json.ts'
import type { BudgetTables, ImportTable, PaymentTable } from './tables.ts'

export type Payment = Omit<Selectable<PaymentTable>, 'fen'> & { fen: bigint }

const own = (ctx: Ctx) => ctx.db.withTables<BudgetTables>()
const toPayment = (row: Selectable<PaymentTable>): Payment => ({ ...row, fen: BigInt(row.fen) })

/** The filter as a query, without order and page. */
function filtered(ctx: Ctx, filter: PaymentFilter) {
  const escaped = filter.q?.trim().replace(/[\\%_]/g, (mark) => `\\${mark}`)
  const like = `%${escaped ?? ''}%`
  return own(ctx)
    .selectFrom('budget.payment')
    .where((eb) => {
      const all: Expression<SqlBool>[] = [eb('year', '=', filter.year)]
      if (filter.project) all.push(eb('project_id', '=', filter.project))
      if (filter.source) all.push(eb('source', '=', filter.source))
      if (filter.payee) all.push(eb('payee', '=', filter.payee))
      if (filter.from) all.push(eb('paid_on', '>=', filter.from))
      if (filter.to) all.push(eb('paid_on', '<=', filter.to))
      all.push(eb('superseded_at', filter.state === 'superseded' ? 'is not' : 'is', null))
      if (filter.state === 'over') all.push(eb('over_reason', '<>', ''))
      if (escaped) {
        const columns = ['purpose', 'contract', 'voucher', 'project_name'] as const
        all.push(eb.or(columns.map((column) => eb(column, 'ilike', like))))
      }
      return eb.and(all)
    })
}

/** The newest first. `after` is the day and id of the last row of the page before. */
export async function findPayments(
  ctx: Ctx,
  filter: PaymentFilter,
  after: { paidOn: string; id: string } | undefined,
  limit: number,
): Promise<Payment[]> {
  let query = filtered(ctx, filter).selectAll()
  if (after) query = query.where(sql<SqlBool>`(paid_on, id) < (${after.paidOn}::date, ${after.id}::uuid)`)
  const rows = await query.orderBy('paid_on', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toPayment)
}

/** How many records the filter finds, and their sum in 分. */
export async function sumPayments(ctx: Ctx, filter: PaymentFilter): Promise<{ count: number; fen: bigint }> {
  const row = await filtered(ctx, filter)
    .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(sum(fen), 0)::bigint`.as('fen')])
    .executeTakeFirstOrThrow()
  return { count: row.count, fen: BigInt(row.fen) }
}

export async function findPayment(ctx: Ctx, id: string): Promise<Payment | undefined> {
  const row = await own(ctx).selectFrom('budget.payment').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPayment(row)
}

export async function lockPayment(t: Tx, id: string): Promise<Payment | undefined> {
  const row = await own(t).selectFrom('budget.payment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toPayment(row)
}

/** @returns false when another record in force has the voucher number */
export async function insertPayment(t: Tx, row: Payment): Promise<boolean> {
  const inserted = await own(t)
    .insertInto('budget.payment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['year', 'voucher']).where('superseded_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

type Supersession = Pick<
  PaymentTable,
  'superseded_at' | 'superseder_id' | 'superseder_name' | 'superseded_reason' | 'replaced_by'
>

export async function markSuperseded(t: Tx, id: string, change: Supersession): Promise<void> {
  await own(t).updateTable('budget.payment').set(change).where('id', '=', id).execute()
}

/** Which of the voucher numbers stand in records in force. */
export async function findVouchers(ctx: Ctx, year: number, vouchers: readonly string[]): Promise<Set<string>> {
  if (vouchers.length === 0) return new Set()
  const rows = await own(ctx)
    .selectFrom('budget.payment')
    .select('voucher')
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .where('voucher', '=', sql<string>`any(${[...vouchers]})`)
    .execute()
  return new Set(rows.map((row) => row.voucher))
}

export async function insertImport(t: Tx, row: ImportTable): Promise<void> {
  await own(t).deleteFrom('budget.import').where('expires_at', '<=', row.created_at).execute()
  await own(t)
    .insertInto('budget.import')
    .values({ ...row, rows: json(row.rows) })
    .execute()
}

/** The import, held until the transaction ends, if it is this person's and has not run out. */
export function lockImport(t: Tx, id: string, by: string | null, now: Date): Promise<ImportTable | undefined> {
  return own(t)
    .selectFrom('budget.import')
    .selectAll()
    .where('id', '=', id)
    .where('by', 'is not distinct from', by)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

export async function deleteImport(t: Tx, id: string): Promise<void> {
  await own(t).deleteFrom('budget.import').where('id', '=', id).execute()
}
