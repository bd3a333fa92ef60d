import { type NewPayment, type PaymentFilter, type PaymentView, topics } from '@rongmei/contract'
import { dayOf, isDay } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { findFile } from '../../platform/files.store.ts'
import { storeEvidence } from '../../platform/http/files.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, Refused, refuse } from '../../platform/refusal.ts'
import { PaymentRecorded, PaymentSuperseded, subjectOf } from './budget.events.ts'
import { mayBudget } from './budget.policy.ts'
import { viewPayment } from './budget.view.ts'
import { remaining } from './domain/money.ts'
import { fitsBudget, fitsYear, isFreeOfPersonalData } from './domain/payment.ts'
import { findAccount, lockMoney } from './ledger.store.ts'
import {
  findPayment,
  findPayments,
  insertPayment,
  lockPayment,
  markSuperseded,
  type Payment,
  sumPayments,
} from './payment.store.ts'
import { projectOf } from './project.load.ts'

export type Page = { cursor?: string | undefined; limit: number }

/** Records of a year, the newest first, with count and sum of all that the filter finds. @throws Refused ability.missing */
export async function listPayments(ctx: Ctx, filter: PaymentFilter, page: Page) {
  demand(mayBudget(ctx.actor, 'read'))
  const rows = await findPayments(ctx, filter, readCursor(page.cursor), page.limit + 1)
  const { count, fen } = await sumPayments(ctx, filter)
  const items = rows.slice(0, page.limit).map((row) => viewPayment(row, ctx.actor))
  const last = items.at(-1)
  const next = rows.length > page.limit && last ? `${last.paidOn}_${last.id}` : null
  return { items, next, count, sumFen: String(fen) }
}

function readCursor(cursor: string | undefined): { paidOn: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [paidOn = '', id = ''] = cursor.split('_')
  if (isDay(paidOn) && /^[0-9a-f-]{36}$/.test(id)) return { paidOn, id }
  throw new Refused('platform.invalid', { fields: { cursor: '翻页位置不对，请从头再看' } })
}

/** @throws Refused ability.missing, platform.notFound */
export async function getPayment(ctx: Ctx, id: string): Promise<PaymentView> {
  demand(mayBudget(ctx.actor, 'read'))
  return viewPayment((await findPayment(ctx, id)) ?? refuse('platform.notFound'), ctx.actor)
}

/** @throws Refused ability.missing, platform.unsupportedFile, platform.storageFull */
export async function uploadVoucher(ctx: Ctx, upload: Upload): Promise<{ url: string; name: string }> {
  demand(mayBudget(ctx.actor, 'write'))
  const { url, name } = await storeEvidence(ctx, upload)
  return { url, name }
}

/**
 * Records a payment.
 *
 * @throws Refused ability.missing, platform.notFound, payment.wrongYear, payment.personalData, payment.noSuchFile,
 *   payment.sameVoucher, payment.overspent (more than is left of the source, and no reason)
 */
export async function addPayment(ctx: Ctx, projectId: string, input: NewPayment): Promise<PaymentView> {
  demand(mayBudget(ctx.actor, 'write'))
  const project = await projectOf(ctx, projectId)
  await check(ctx, input, project.year)
  const about = { id: project.id, name: project.name, year: project.year }
  const id = await ctx.tx((t) => recordPayment(t, about, input, null))
  return getPayment(ctx, id)
}

/** What can be said of a record without looking at the others. */
async function check(ctx: Ctx, input: NewPayment, year: number): Promise<void> {
  demand(fitsYear(input.paidOn, year, dayOf(ctx.now()), 'payment.wrongYear'))
  demand(isFreeOfPersonalData(input.purpose, input.contract, input.voucher, input.overReason))
  const sha256 = input.file && /[0-9a-f]{64}/.exec(input.file.url)?.[0]
  if (sha256 && !(await findFile(ctx, sha256))) refuse('payment.noSuchFile')
}

/**
 * Writes a checked record and its event; the budget is looked at under a lock. Returns its id.
 *
 * @throws Refused payment.overspent, payment.sameVoucher
 */
export async function recordPayment(
  t: Tx,
  project: { id: string; name: string; year: number },
  input: NewPayment,
  replaces: string | null,
): Promise<string> {
  await lockMoney(t, project.id)
  const fen = BigInt(input.fen)
  const left = remaining((await findAccount(t, project.id)).ledger, input.source)
  demand(fitsBudget(left, fen, input.overReason))
  const row: Payment = {
    id: t.newId(),
    project_id: project.id,
    project_name: project.name,
    year: project.year,
    paid_on: input.paidOn,
    fen,
    source: input.source,
    payee: input.payee,
    purpose: input.purpose,
    contract: input.contract,
    voucher: input.voucher,
    file_url: input.file?.url ?? null,
    file_name: input.file?.name ?? null,
    // A reason where nothing is overspent would flag a payment that is in order.
    over_reason: fen > left ? input.overReason : '',
    by_id: t.actor.id,
    by_name: t.actor.name,
    at: new Date(t.now()),
    replaces,
    superseded_at: null,
    superseder_id: null,
    superseder_name: null,
    superseded_reason: null,
    replaced_by: null,
  }
  if (!(await insertPayment(t, row))) refuse('payment.sameVoucher')
  await t.emit(PaymentRecorded, subjectOf(project.id), {
    paymentId: row.id,
    source: row.source,
    fen: input.fen,
    date: row.paid_on,
    voucher: row.voucher,
    reason: row.over_reason,
  })
  t.touch(topics.budgets)
  return row.id
}

/**
 * Puts another record in the place of a wrong one, or nothing (void). The wrong one stays, with the reason.
 *
 * @returns the record that counts now, or the voided one
 * @throws Refused ability.missing, platform.notFound, payment.superseded, and whatever `addPayment` throws
 */
export async function supersedePayment(
  ctx: Ctx,
  id: string,
  change: { reason: string; replacement: NewPayment | null },
): Promise<PaymentView> {
  demand(mayBudget(ctx.actor, 'write'))
  const { reason, replacement } = change
  demand(isFreeOfPersonalData(reason))
  const known = (await findPayment(ctx, id)) ?? refuse('platform.notFound')
  if (replacement) await check(ctx, replacement, known.year)
  const shown = await ctx.tx(async (t) => {
    // The money before the row, as everybody does: two who lock the other way round would wait for each other.
    await lockMoney(t, known.project_id)
    const row = (await lockPayment(t, id)) ?? refuse('platform.notFound')
    if (row.superseded_at) refuse('payment.superseded')
    const marked = {
      superseded_at: new Date(t.now()),
      superseder_id: t.actor.id,
      superseder_name: t.actor.name,
      superseded_reason: reason,
    }
    // The wrong one goes first: its money and its voucher number are free for the right one.
    await markSuperseded(t, id, { ...marked, replaced_by: null })
    const project = { id: row.project_id, name: row.project_name, year: row.year }
    const replacedBy = replacement && (await recordPayment(t, project, replacement, id))
    if (replacedBy) await markSuperseded(t, id, { ...marked, replaced_by: replacedBy })
    await t.emit(PaymentSuperseded, subjectOf(project.id), {
      paymentId: id,
      replacedBy,
      voucher: row.voucher,
      fen: String(row.fen),
      reason,
    })
    t.touch(topics.budgets)
    return replacedBy ?? id
  })
  return getPayment(ctx, shown)
}
