import type { Form, FormLayout, Indicator, IndicatorSource, Kind, Place, Point, Warning } from '../model.ts'
import { type Columns, columnsOf } from './columns.ts'
import { readGoals } from './goals.ts'
import { type Line, numberOf, rawCell } from './grid.ts'
import { type Head, readHead } from './head.ts'
import { type Placed, placeRows } from './labels.ts'
import { type MoneyBlock, pointOf, readMoney } from './money.ts'
import { type RawRow, remarkOf, type Role, type RowBlock, readRows } from './rows.ts'
import type { Section } from './split.ts'

/** Warnings that make a form unsure: something of it is certainly missing or unread. */
export const UNSURE_CODES: ReadonlySet<string> = new Set([
  'no-name',
  'no-indicators',
  'no-total',
  'row-unread',
  'unknown-column',
  'no-header',
])

/** Confidence of a row that was joined out of pieces, and of a form with something missing. */
const JOINED = 0.6
const UNSURE = 0.3

/** Reads one table that looks like a self-evaluation. Whatever cannot be read is said in `warnings`. */
export function readForm(section: Section, no: number): Form {
  const { lines } = section
  const headerAt = lines.findIndex((line) => columnsOf(line) !== null)
  const header = lines[headerAt]
  const columns = header ? columnsOf(header) : null
  const top = headerAt < 0 ? lines : lines.slice(0, headerAt)
  const head = readHead(section.title, top)
  const money = readMoney(top, head.currencyUnit)
  const goals = readGoals(money.header < 0 ? top : top.slice(money.header + 1))
  const block: RowBlock =
    header && columns
      ? readRows(header, columns, lines.slice(headerAt + 1))
      : { rows: [], total: null, grade: null, remarks: [], warnings: [], lost: [] }
  const placed = placeRows(block.rows.map((row) => row.labels))
  const indicators = block.rows.map((row, i) => makeIndicator(row, placed[i], i + 1))
  const warnings = [
    ...headWarnings(head, money, section),
    ...(columns ? [] : [warn('no-header', '没有找到指标表头（三级指标、年度指标值……）', lines[0])]),
    ...(columns?.unknown ?? []).map((name) => warn('unknown-column', `不认识的列「${name.slice(0, 20)}」`, header)),
    ...block.warnings,
    ...rowWarnings(block, placed, section, columns !== null && columns.weight < 0 && columns.score < 0),
    ...htmlWarnings(lines),
  ]
  const kind: Kind = warnings.some((warning) => UNSURE_CODES.has(warning.code)) ? 'unsure' : '自评表'
  const { currencyPrinted: _, ...printedHead } = head
  const layout = layoutOf(section, columns, top)
  const remarks = [...top.flatMap((line) => remarkOf(line) ?? []), ...block.remarks]
  return {
    no,
    ...printedHead,
    budget: money.budget,
    goals,
    indicators,
    statedTotal: block.total?.score ?? null,
    statedTotalWeight: statedWeight(block),
    confidence: indicators.reduce((least, row) => Math.min(least, row.confidence), kind === 'unsure' ? UNSURE : 1),
    warnings,
    ...(layout ? { layout } : {}),
    ...(block.grade === null ? {} : { statedGrade: block.grade }),
    ...(remarks.length > 0 ? { remarks } : {}),
    src: sourceOf(section, kind),
  }
}

/** The layout, from what only one province prints; undefined for the common one. */
function layoutOf(section: Section, columns: Columns | null, top: Line[]): FormLayout | undefined {
  if (!columns) return undefined
  if (columns.weight < 0 && columns.score < 0) return 'transfer'
  if (columns.weight < 0) return 'hubei'
  const printed = (pattern: RegExp): boolean => top.some((line) => line.keys.some((key) => pattern.test(key)))
  if (printed(/^项目(编码|编号).*名称|^调整后预算数/)) return 'sichuan'
  const split = columns.nature >= 0 && columns.unit >= 0
  return split ||
    /公开1[34]表/.test(
      section.lines
        .slice(0, 4)
        .flatMap((line) => line.keys)
        .join(),
    )
    ? 'yunnan'
    : undefined
}

function statedWeight(block: RowBlock): Point | null {
  const raw = block.total?.weight ?? null
  return raw === null ? null : pointOf(raw)
}

function sourceOf(section: Section, kind: Kind): Form['src'] {
  const first = section.lines[0]
  const src = { kind, firstLine: first?.at ?? 1, lastLine: section.lines.at(-1)?.at ?? 1 }
  return first?.sheet === undefined ? src : { ...src, sheet: first.sheet }
}

function warn(code: string, message: string, line: Line | undefined, row?: number): Warning {
  return row === undefined ? { code, message, line: line?.at ?? 1 } : { code, message, line: line?.at ?? 1, row }
}

function headWarnings(head: Head, money: MoneyBlock, section: Section): Warning[] {
  const first = section.lines[0]
  const warnings = [...money.warnings]
  if (head.name === '') warnings.push(warn('no-name', '没有找到项目名称', first))
  if (head.year === null) warnings.push(warn('no-year', '没有找到年度', first))
  if (money.budget.length === 0) warnings.push(warn('no-budget', '没有找到项目资金栏，执行率无法计算', first))
  else if (!head.currencyPrinted) warnings.push(warn('currency-assumed', '没有印出金额单位，按“元”读取', first))
  return warnings
}

function rowWarnings(block: RowBlock, placed: Placed[], section: Section, unscored: boolean): Warning[] {
  const warnings: Warning[] = []
  const last = section.lines.at(-1)
  if (block.rows.length === 0) warnings.push(warn('no-indicators', '没有读到任何指标', section.lines[0]))
  if (block.total === null && !unscored) warnings.push(warn('no-total', '没有找到总分行，表格可能不完整', last))
  for (const line of block.lost) {
    const text = line.cells.filter((cell) => cell !== '').join(' ')
    warnings.push(warn('row-unread', `第 ${line.at} 行无法识别：${text.slice(0, 40)}`, line))
  }
  block.rows.forEach((row, i) => {
    const place = placed[i]
    const name = row.texts.l3
    if (place && (place.basis === 'late' || place.basis === 'inferred')) {
      const how = place.basis === 'late' ? '标签印在下方，按顺序归入' : '标签缺失，按名称与顺序推断为'
      warnings.push(warn(`label-${place.basis}`, `「${name}」的二级指标${how}「${place.l2}」，请核对`, row.line, i + 1))
    }
    if (place && row.labels.dimension !== null && place.l1 !== row.labels.dimension) {
      const message = `「${name}」印的是「${row.labels.dimension}」，而「${place.l2}」属于「${place.l1}」`
      warnings.push(warn('label-conflict', message, row.line, i + 1))
    }
    const missing = missingCells(row)
    if (missing.length > 0) warnings.push(warn('cell-missing', `「${name}」缺少${missing.join('、')}`, row.line, i + 1))
  })
  return warnings
}

function missingCells(row: RawRow): string[] {
  const missing: string[] = []
  if (row.texts.target === '') missing.push('年度指标值')
  if (row.texts.actual === '') missing.push('实际完成值')
  if (row.columns.weight >= 0 && numberOf(row.texts.weight) === null) missing.push('分值（或不是数字）')
  if (row.columns.score >= 0 && numberOf(row.texts.score) === null) missing.push('得分（或不是数字）')
  return missing
}

function htmlWarnings(lines: Line[]): Warning[] {
  return lines
    .filter((line) => line.html.length > 0)
    .map((line) => warn('html', `第 ${line.at} 行含有网页代码，已去除`, line))
}

function makeIndicator(row: RawRow, placed: Placed | undefined, seq: number): Indicator {
  const l1 = placed?.l1 ?? ''
  const l2 = placed?.l2 ?? ''
  const complete = missingCells(row).length === 0
  const confidence = Math.min(placed?.confidence ?? 0, row.joined ? JOINED : 1, complete ? 1 : JOINED)
  return {
    seq,
    l1,
    l2,
    l3: row.texts.l3,
    target: row.texts.target,
    actual: row.texts.actual,
    weight: pointOf(row.texts.weight),
    score: pointOf(row.texts.score),
    deviation: row.texts.deviation,
    confidence,
    src: indicatorSource(row, placed),
  }
}

function indicatorSource(row: RawRow, placed: Placed | undefined): IndicatorSource {
  const { line, alignment, columns } = row
  const at: IndicatorSource['at'] = {}
  const place = (column: number): Place => ({ line: line.at, column, raw: rawCell(line, column) })
  for (const role of ['target', 'actual', 'weight', 'score', 'deviation'] satisfies Role[]) {
    if (columns[role] >= 0) at[role] = place(columns[role] + alignment.shift)
  }
  at.l3 = place(alignment.l3)
  return {
    lines: row.lines,
    page: line.page,
    printedL1: row.labels.dimension,
    printedL2: row.labels.category,
    strayLabel: row.stray,
    l2Basis: placed?.basis ?? 'inferred',
    l3Column: alignment.l3,
    l3HeaderColumn: columns.l3,
    cells: line.cells,
    at,
  }
}
