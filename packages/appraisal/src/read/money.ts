import { Decimal, parseMoney } from '@rongmei/kit'
import type { BudgetLine, CurrencyUnit, Money, Point, Warning } from '../model.ts'
import { filled, type Line, numberOf, rawCell } from './grid.ts'

interface MoneyColumns {
  yearStart: number
  fullYear: number
  executed: number
  weight: number
  rate: number
  score: number
  reason: number
}

const SOURCE =
  /(年度资金总额|资金总额|^总额$|财政拨款|财政资金|结转资金|结余资金|其他资金|自有资金|单位资金|财政专户|中央补助|地方资金)/

/** The money block: its rows, and where it starts (-1 when the table has none). */
export interface MoneyBlock {
  header: number
  budget: BudgetLine[]
  warnings: Warning[]
}

/** Reads the money block (项目资金) out of the lines above the indicators. */
export function readMoney(lines: Line[], unit: CurrencyUnit): MoneyBlock {
  const header = lines.findIndex((line) => find(line, /执行数/) >= 0 && find(line, /预算数/) >= 0)
  const headerLine = lines[header]
  if (!headerLine) return { header: -1, budget: [], warnings: [] }
  const columns = columnsOf(headerLine)
  const budget: BudgetLine[] = []
  const warnings: Warning[] = []
  for (const line of lines.slice(header + 1)) {
    const at = line.keys.findIndex((key) => SOURCE.test(key))
    if (at < 0 || at >= columns.fullYear) {
      if (filled(line).length > 0) break
      continue
    }
    const row = readRow(line, at, columns, unit)
    for (const money of [row.yearStart, row.fullYear, row.executed]) {
      if (money.fen === null && money.raw !== '' && !/^[-—–/无]+$/.test(money.raw))
        warnings.push({
          code: 'money-unreadable',
          message: `${row.source}的金额「${money.raw.slice(0, 30)}」无法识别`,
          line: line.at,
        })
    }
    budget.push(row)
  }
  return { header, budget, warnings }
}

function find(line: Line, pattern: RegExp): number {
  return line.keys.findIndex((key) => pattern.test(key))
}

function columnsOf(header: Line): MoneyColumns {
  const fullYear = find(header, /^(全年|调整后)?预算(数|总额)/)
  return {
    yearStart: find(header, /^年初预算/),
    fullYear,
    executed: find(header, /^(全年|实际)?执行数|^预算执行数/),
    weight: find(header, /^(分值|权重)/),
    rate: find(header, /执行率/),
    score: find(header, /^得分/),
    reason: find(header, /^(偏差)?原因/),
  }
}

/** Rows may stand one column beside their header; the shift under which the cells look right wins, none on a tie. */
function readRow(line: Line, labelColumn: number, columns: MoneyColumns, unit: CurrencyUnit): BudgetLine {
  let shift = 0
  for (const candidate of [-1, 1]) {
    if (fitOf(line, columns, candidate, labelColumn, unit) > fitOf(line, columns, shift, labelColumn, unit)) {
      shift = candidate
    }
  }
  const cell = (column: number): string => (column < 0 ? '' : (line.cells[column + shift] ?? ''))
  const label = line.cells[labelColumn] ?? ''
  const reason = cell(columns.reason)
  const at: NonNullable<BudgetLine['src']>['at'] = {}
  for (const role of ['yearStart', 'fullYear', 'executed', 'weight', 'score'] as const) {
    const column = columns[role] + shift
    if (columns[role] >= 0) at[role] = { line: line.at, column, raw: rawCell(line, column) }
  }
  return {
    source: label
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/^其中:/, ''),
    label,
    line: line.at,
    yearStart: moneyOf(cell(columns.yearStart), unit),
    fullYear: moneyOf(cell(columns.fullYear), unit),
    executed: moneyOf(cell(columns.executed), unit),
    weight: pointOf(cell(columns.weight)),
    executionRate: cell(columns.rate),
    score: pointOf(cell(columns.score)),
    ...(reason === '' ? {} : { reason }),
    src: { at },
  }
}

function fitOf(line: Line, columns: MoneyColumns, shift: number, label: number, unit: CurrencyUnit): number {
  const at = (column: number): string => (column < 0 ? '' : (line.cells[column + shift] ?? ''))
  let fit = 0
  for (const column of [columns.yearStart, columns.fullYear, columns.executed]) {
    if (column >= 0 && column + shift <= label) fit -= 2
    else if (at(column) !== '') fit += amountOf(at(column), unit) === null ? -2 : 2
  }
  if (/^([-—–]|\d{1,3}(\.\d+)?)$/.test(at(columns.weight))) fit += 1
  const first = columns.yearStart < 0 ? columns.fullYear : columns.yearStart
  const orphans = filled(line).filter((column) => column > label && column < first + shift)
  fit -= 3 * orphans.length
  if (at(columns.rate) !== '') fit += /[%％]$/.test(at(columns.rate)) ? 1 : -1
  return fit
}

/** Every amount is looked at under three shifts, and 0 stands on every form. */
const amounts = { 元: new Map<string, bigint | null>(), 万元: new Map<string, bigint | null>() }
const REMEMBERED = 1000

function amountOf(raw: string, unit: CurrencyUnit): bigint | null {
  const memory = amounts[unit]
  const known = memory.get(raw)
  if (known !== undefined) return known
  const fen = parseMoney(raw, unit)
  if (memory.size >= REMEMBERED) memory.clear()
  memory.set(raw, fen)
  return fen
}

/** One amount as printed. Amounts beyond 2^53 分 (90 万亿元) are not believed. */
export function moneyOf(raw: string, unit: CurrencyUnit): Money {
  const fen = amountOf(raw, unit)
  if (fen === null || fen > BigInt(Number.MAX_SAFE_INTEGER) || fen < BigInt(Number.MIN_SAFE_INTEGER)) {
    return { raw, value: null, fen: null }
  }
  return { raw, value: new Decimal(fen.toString()).div(100).toFixed(2), fen: Number(fen) }
}

/** A point cell: the number, or the text when it is none. */
export function pointOf(cell: string): Point {
  return numberOf(cell) ?? cell
}
