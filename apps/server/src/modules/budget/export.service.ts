import {
  adjustmentStateNames,
  budgetFlagNames,
  type FileReply,
  fundSourceNames,
  payeeNames,
  type PaymentView,
} from '@rongmei/contract'
import { Decimal } from '@rongmei/kit'
import ExcelJS, { type Workbook, type Worksheet } from 'exceljs'
import type { Ctx } from '../../platform/ctx.ts'
import { demand } from '../../platform/refusal.ts'
import { readSetting } from '../../platform/settings.ts'
import { BudgetExported } from './budget.events.ts'
import { mayBudget } from './budget.policy.ts'
import { listBudgets } from './budget.service.ts'
import { COLUMNS, words } from './domain/words.zh.ts'
import { findAccounts } from './ledger.store.ts'
import { listPayments } from './payment.service.ts'
import { projectsOf } from './project.load.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_ROWS = 50_000
const MONEY = '#,##0.00'

/** 分 as 元 for a cell. A spreadsheet number is exact to 15 digits: beyond that no budget of a centre goes. */
const yuan = (fen: string | bigint): number => new Decimal(String(fen)).div(100).toNumber()
const share = (rate: string | null) => (rate === null ? null : Number(rate))

type Column = { header: string; width: number; numFmt?: string }

function addSheet(book: Workbook, name: string, columns: readonly Column[]): Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ header, width, numFmt }) => ({ header, width, style: numFmt ? { numFmt } : {} }))
  sheet.getRow(1).font = { bold: true }
  return sheet
}

/** An empty workbook to fill in, with the names it must use. @throws Refused ability.missing */
export async function paymentTemplate(ctx: Ctx, year: number): Promise<FileReply> {
  demand(mayBudget(ctx.actor, 'write'))
  const { items } = await projectsOf(ctx, year)
  const book = new ExcelJS.Workbook()
  const wide = new Set<string>([COLUMNS.project, COLUMNS.purpose])
  const columns = Object.values(COLUMNS).map((header) => ({ header, width: wide.has(header) ? 32 : 16 }))
  // Text cells: a voucher 0012 must keep its zeros, a date must not turn into what this computer thinks a date is.
  addSheet(
    book,
    words.template,
    columns.map((column) => ({ ...column, numFmt: column.header === COLUMNS.amount ? MONEY : '@' })),
  )
  const notes = addSheet(book, words.notes, [
    { header: words.notes, width: 70 },
    { header: `${year} ${COLUMNS.project}`, width: 36 },
  ])
  const rows = Math.max(words.noteLines.length, items.length)
  for (let row = 0; row < rows; row += 1) notes.addRow([words.noteLines[row] ?? '', items[row]?.name ?? ''])
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), type: TYPE, name: `${words.template}-${year}.xlsx` }
}

/** The year as a workbook: sums with both rates, adjustments, payments in force. @throws Refused ability.missing */
export async function exportBudgets(ctx: Ctx, year: number): Promise<FileReply> {
  demand(mayBudget(ctx.actor, 'read'))
  const list = await listBudgets(ctx, { year })
  const book = new ExcelJS.Workbook()
  writeSums(book, list)
  await writeAdjustments(ctx, book, list.items)
  await writePayments(ctx, book, year)
  if ((await readSetting<boolean>(ctx, 'demo')) === true) book.worksheets[0]?.addRow([words.demo])
  await ctx.tx((t) => t.emit(BudgetExported, `budgetYear:${year}`, { projects: list.items.length }))
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), type: TYPE, name: `${words.fileName}-${year}.xlsx` }
}

function writeSums(book: Workbook, { items, totals }: Awaited<ReturnType<typeof listBudgets>>): void {
  const sheet = addSheet(book, words.sheetSums, [
    { header: '序号', width: 6 },
    { header: '项目', width: 36 },
    { header: '年初预算（元）', width: 18, numFmt: MONEY },
    { header: '全年预算（元）', width: 18, numFmt: MONEY },
    { header: '已执行（元）', width: 18, numFmt: MONEY },
    { header: '执行率（对全年）', width: 16, numFmt: '0.00%' },
    { header: '执行率（对年初）', width: 16, numFmt: '0.00%' },
    { header: '支付笔数', width: 10 },
    { header: '提示', width: 24 },
  ])
  for (const row of items) {
    const money = [yuan(row.initialFen), yuan(row.adjustedFen), yuan(row.executedFen)]
    const flags = row.flags.map((flag) => budgetFlagNames[flag]).join('、')
    sheet.addRow([row.no, row.name, ...money, share(row.executionRate), share(row.initialRate), row.payments, flags])
  }
  const money = [yuan(totals.initialFen), yuan(totals.adjustedFen), yuan(totals.executedFen)]
  sheet.addRow(['', words.total, ...money, share(totals.executionRate), share(totals.initialRate)]).font = {
    bold: true,
  }
}

async function writeAdjustments(
  ctx: Ctx,
  book: Workbook,
  projects: readonly { projectId: string; name: string }[],
): Promise<void> {
  const sheet = addSheet(book, words.sheetAdjustments, [
    { header: '项目', width: 36 },
    { header: '日期', width: 12 },
    { header: '资金来源', width: 12 },
    { header: '调整（元）', width: 18, numFmt: MONEY },
    { header: '理由', width: 40 },
    { header: '文号', width: 24 },
    { header: '状态', width: 10 },
    { header: '提出人', width: 10 },
    { header: '批准人', width: 10 },
  ])
  const accounts = await findAccounts(
    ctx,
    projects.map((project) => project.projectId),
  )
  for (const { projectId, name } of projects) {
    for (const one of accounts.get(projectId)?.adjustments ?? []) {
      const what = [one.date, fundSourceNames[one.source], yuan(one.fen), one.reason, one.document]
      sheet.addRow([name, ...what, adjustmentStateNames[one.state], one.proposer_name, one.decider_name ?? ''])
    }
  }
}

async function writePayments(ctx: Ctx, book: Workbook, year: number): Promise<void> {
  const sheet = addSheet(book, words.sheetPayments, [
    ...Object.values(COLUMNS).map((header) =>
      header === COLUMNS.amount ? { header, width: 18, numFmt: MONEY } : { header, width: 18 },
    ),
    { header: '超预算理由', width: 24 },
    { header: '登记人', width: 10 },
  ])
  let cursor: string | undefined
  for (let rows = 0; rows < MOST_ROWS; ) {
    const page = await listPayments(ctx, { year, state: 'current' }, { cursor, limit: 500 })
    for (const one of page.items) sheet.addRow(cellsOf(one))
    rows += page.items.length
    if (!page.next) break
    cursor = page.next
  }
}

function cellsOf(one: PaymentView): (string | number)[] {
  const words = [fundSourceNames[one.source], payeeNames[one.payee], one.purpose, one.contract, one.voucher]
  return [one.paidOn, yuan(one.fen), one.projectName, ...words, one.overReason, one.by.name]
}
