import { Decimal } from '@rongmei/kit'
import { AppraisalError } from '../errors.ts'
import type { BudgetLine, Form, Indicator, Money, Point } from '../model.ts'

/** What a cell is, which decides its face: the writers know fonts and borders, the layout knows places. */
export type CellRole = 'notice' | 'title' | 'year' | 'heading' | 'label' | 'text' | 'prose' | 'number'

/** One cell with its place and span. `parts` is for the writers' own use of merged cells: none overlap. */
export interface LayoutCell {
  row: number
  column: number
  rows: number
  columns: number
  text: string
  role: CellRole
}

/** The official form as a table of nine columns. */
export interface Layout {
  cells: LayoutCell[]
  rowCount: number
  /** the row of 一级指标 … 偏差原因分析及改进措施, repeated after a page break */
  headerRow: number
  /** first row with borders: notice, title and year stand above the frame */
  frameRow: number
}

/** Widths in twips (1/20 pt); together 18 cm, A4 upright with margins of 1.5 cm. */
export const WIDTHS = [680, 940, 1060, 1720, 1360, 1360, 640, 760, 1684] as const
export const COLUMN_COUNT = WIDTHS.length

export interface LayoutOptions {
  /** a line above the title, such as 演示数据 */
  label?: string
  /** rows over which the goals extend; sheets cannot make one row as tall as a long goal needs */
  goalRows?: number
}

const MONEY_HEAD = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分']
const INDICATOR_HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
]
const DEFAULT_TITLE = '财政项目支出绩效自评表'

/** Lays one form out as 财政部 and Shanghai print it (appraisal.md 1.5, first row). */
export function layoutForm(form: Form, options: LayoutOptions = {}): Layout {
  const cells: LayoutCell[] = []
  let row = 0
  const put = (column: number, columns: number, text: string, role: CellRole, rows = 1): void => {
    cells.push({ row, column, rows, columns, text: printable(text), role })
  }
  if (options.label) {
    put(0, 9, options.label, 'notice')
    row += 1
  }
  put(0, 9, form.title || DEFAULT_TITLE, 'title')
  row += 1
  put(0, 9, form.year === null ? '(    年度)' : `(${form.year} 年度)`, 'year')
  row += 1
  const frameRow = row
  put(0, 1, '项目名称', 'label')
  put(1, 8, form.name, 'text')
  row += 1
  put(0, 1, '主管部门', 'label')
  put(1, 3, form.dept, 'text')
  put(4, 1, '实施单位', 'label')
  put(5, 4, form.unit, 'text')
  row += 1
  row = putMoney(cells, form, row)
  row = putGoals(cells, form, row, options.goalRows ?? 1)
  const headerRow = row
  row = putIndicators(cells, form.indicators, row)
  put(0, 6, '总分', 'label')
  put(6, 1, pointText(form.statedTotalWeight ?? ''), 'number')
  put(7, 1, form.statedTotal ?? '', 'number')
  put(8, 1, '', 'text')
  return { cells, rowCount: row + 1, headerRow, frameRow }
}

function putMoney(cells: LayoutCell[], form: Form, start: number): number {
  if (form.budget.length === 0) return start
  const put = (row: number, column: number, text: string, role: CellRole, rows = 1, columns = 1): void => {
    cells.push({ row, column, rows, columns, text: printable(text), role })
  }
  put(start, 0, `项目资金 (${form.currencyUnit})`, 'label', form.budget.length + 1)
  put(start, 1, '', 'label', 1, 2)
  MONEY_HEAD.forEach((text, i) => put(start, 3 + i, text, 'heading'))
  form.budget.forEach((line, i) => {
    const row = start + 1 + i
    put(row, 1, line.label, 'label', 1, 2)
    moneyTexts(line, form).forEach((text, j) => put(row, 3 + j, text, 'number'))
  })
  return start + 1 + form.budget.length
}

function moneyTexts(line: BudgetLine, form: Form): string[] {
  const amount = (money: Money): string => (money.raw !== '' ? money.raw : fenText(money.fen, form))
  return [
    amount(line.yearStart),
    amount(line.fullYear),
    amount(line.executed),
    pointText(line.weight),
    line.executionRate,
    pointText(line.score),
  ]
}

/** An amount that was computed, not printed: in the form's own unit. */
function fenText(fen: number | null, form: Form): string {
  if (fen === null) return ''
  const yuan = new Decimal(fen).div(100)
  return form.currencyUnit === '万元' ? yuan.div(10_000).toFixed() : yuan.toFixed(2)
}

function putGoals(cells: LayoutCell[], form: Form, start: number, goalRows: number): number {
  const add = (row: number, column: number, rows: number, text: string, role: CellRole, columns = 4): void => {
    cells.push({ row, column, rows, columns, text: printable(text), role })
  }
  add(start, 0, 1 + goalRows, '年度总体目标', 'label', 1)
  add(start, 1, 1, '预期目标', 'heading')
  add(start, 5, 1, '实际完成情况', 'heading')
  add(start + 1, 1, goalRows, form.goals.expected, 'prose')
  add(start + 1, 5, goalRows, form.goals.actual, 'prose')
  return start + 1 + goalRows
}

function putIndicators(cells: LayoutCell[], indicators: Indicator[], start: number): number {
  const add = (row: number, column: number, rows: number, text: string, role: CellRole): void => {
    cells.push({ row, column, rows, columns: 1, text: printable(text), role })
  }
  add(start, 0, 1, '绩效指标', 'label')
  INDICATOR_HEAD.forEach((text, i) => add(start, 1 + i, 1, text, 'heading'))
  const first = start + 1
  if (indicators.length > 0) add(first, 0, indicators.length, '', 'label')
  runs(indicators, (row) => row.l1).forEach((run) => add(first + run.from, 1, run.length, run.value, 'label'))
  runs(indicators, (row) => `${row.l1}\n${row.l2}`).forEach((run) =>
    add(first + run.from, 2, run.length, indicators[run.from]?.l2 ?? '', 'label'),
  )
  indicators.forEach((row, i) => {
    const texts = [row.l3, row.target, row.actual, pointText(row.weight), pointText(row.score), row.deviation]
    const roles: CellRole[] = ['text', 'text', 'text', 'number', 'number', 'prose']
    texts.forEach((text, j) => add(first + i, 3 + j, 1, text, roles[j] ?? 'text'))
  })
  return first + indicators.length
}

/** Stretches of neighbouring rows with the same value: one merged cell each. */
function runs(rows: Indicator[], value: (row: Indicator) => string): { from: number; length: number; value: string }[] {
  const result: { from: number; length: number; value: string }[] = []
  rows.forEach((row, i) => {
    const last = result.at(-1)
    const here = value(row)
    if (last && last.value === here) last.length += 1
    else result.push({ from: i, length: 1, value: here })
  })
  return result
}

function pointText(point: Point): string {
  return String(point)
}

/** Word and Excel refuse control characters and lone surrogates. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- the very characters to take out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
}

/** Refuses an empty order and one too large for one document. */
export function checkForms(forms: readonly Form[], most: number): void {
  if (forms.length === 0) throw new AppraisalError('nothingToWrite')
  if (forms.length > most) throw new AppraisalError('tooManyToWrite', `最多 ${most} 张`)
}
