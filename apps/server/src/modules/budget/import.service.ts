import { type PaymentImport, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { PaymentsImported } from './budget.events.ts'
import { mayBudget } from './budget.policy.ts'
import { remaining } from './domain/money.ts'
import { type JudgedRow, judgeRows, type SheetRow } from './domain/sheet.ts'
import { readSheet } from './import.reader.ts'
import { findAccounts } from './ledger.store.ts'
import { recordPayment } from './payment.service.ts'
import { deleteImport, findVouchers, insertImport, lockImport } from './payment.store.ts'
import { projectsOf } from './project.load.ts'

const KEPT_MS = 3_600_000

/**
 * Reads a workbook of payments of a year and keeps it for an hour; nothing is recorded.
 *
 * @throws Refused ability.missing, platform.unsupportedFile, paymentImport.unreadable, paymentImport.tooLarge
 */
export async function startPaymentImport(ctx: Ctx, year: number, upload: Upload): Promise<PaymentImport> {
  demand(mayBudget(ctx.actor, 'write'))
  const rows = await readSheet(upload)
  const judged = await judge(ctx, year, rows)
  const id = ctx.newId()
  const now = ctx.now()
  await ctx.tx((t) =>
    insertImport(t, {
      id,
      by: ctx.actor.id,
      year,
      file_name: upload.name,
      rows,
      created_at: new Date(now),
      expires_at: new Date(now + KEPT_MS),
    }),
  )
  const good = judged.flatMap((row) => row.payment ?? [])
  return {
    id,
    fileName: upload.name,
    rows: judged.map(({ sheet, findings }) => ({ ...sheet, findings })),
    good: good.length,
    goodFen: sumOf(judged),
    overspends: good.some((one) => one.over),
  }
}

const sumOf = (rows: readonly JudgedRow[]): string =>
  String(rows.reduce((sum, { payment }) => sum + BigInt(payment?.input.fen ?? 0), 0n))

async function judge(ctx: Ctx, year: number, rows: readonly SheetRow[]): Promise<JudgedRow[]> {
  const { items } = await projectsOf(ctx, year)
  const accounts = await findAccounts(
    ctx,
    items.map((project) => project.id),
  )
  return judgeRows(rows, {
    year,
    today: dayOf(ctx.now()),
    projects: new Map(items.map((project) => [project.name, project.id])),
    vouchers: await findVouchers(
      ctx,
      year,
      rows.map((row) => row.voucher),
    ),
    left: (projectId, source) => {
      const account = accounts.get(projectId)
      return account ? remaining(account.ledger, source) : 0n
    },
  })
}

/**
 * Records the rows of a previewed workbook that have no error; all of them or none. They are judged again, because
 * others may have recorded meanwhile.
 *
 * @throws Refused ability.missing, paymentImport.gone, paymentImport.nothing, paymentImport.stale, payment.overspent
 */
export async function finishPaymentImport(
  ctx: Ctx,
  id: string,
  choice: { overReason: string },
): Promise<{ imported: number; year: number }> {
  demand(mayBudget(ctx.actor, 'write'))
  return ctx.tx(async (t) => {
    const kept = await lockImport(t, id, ctx.actor.id, new Date(ctx.now()))
    if (!kept) refuse('paymentImport.gone')
    const judged = await judge(t, kept.year, kept.rows)
    const good = judged.flatMap((row) => row.payment ?? [])
    if (good.length === 0) refuse('paymentImport.nothing')
    // In the order of the projects, so that two imports at once wait for each other instead of both for ever.
    for (const { projectId, projectName, input } of good.toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1))) {
      const project = { id: projectId, name: projectName, year: kept.year }
      await recordPayment(t, project, { ...input, overReason: choice.overReason }, null)
    }
    await t.emit(PaymentsImported, `budgetYear:${kept.year}`, {
      fileName: kept.file_name,
      imported: good.length,
      left: judged.length - good.length,
      fen: sumOf(judged),
    })
    await deleteImport(t, id)
    t.touch(topics.budgets)
    return { imported: good.length, year: kept.year }
  })
}
