import type { Remark, Warning } from '../model.ts'
import { labelOf } from '../tree.ts'
import { type Alignment, align, type Columns, columnsOf } from './columns.ts'
import { filled, type Line, numberOf } from './grid.ts'
import type { RowLabels } from './labels.ts'
import { REMARK_LABEL } from './words.ts'

/** One indicator as it stands in the grid, before labels are placed. */
export interface RawRow {
  line: Line
  /** source lines, two or more when a page break cut the row */
  lines: number[]
  columns: Columns
  alignment: Alignment
  labels: RowLabels
  stray: string | null
  /** cell texts by role; joined ones where the row was cut */
  texts: Record<Role, string>
  joined: boolean
}

export type Role = 'l3' | 'target' | 'actual' | 'weight' | 'score' | 'deviation'
const TEXT_ROLES = ['l3', 'target', 'actual', 'deviation'] as const

/** The indicator block: rows, the total row, and what could not be understood. */
export interface RowBlock {
  rows: RawRow[]
  total: { line: Line; weight: string | null; score: string | null } | null
  /** 等级, printed on the total row or on one of its own */
  grade: string | null
  remarks: Remark[]
  warnings: Warning[]
  /** lines that are no indicator, no label and no piece of one */
  lost: Line[]
}

interface State {
  block: RowBlock
  columns: Columns
  shift: number
  pending: { dimension: string | null; category: string | null }
  outerSeen: boolean
  fragments: Line[]
}

/** Reads the lines below the indicator header, up to and including 总分. */
export function readRows(header: Line, columns: Columns, lines: Line[]): RowBlock {
  const block: RowBlock = { rows: [], total: null, grade: null, remarks: [], warnings: [], lost: [] }
  const printed = header.keys.map(labelOf).filter((label) => label !== null)
  const state: State = {
    block,
    columns,
    shift: 0,
    pending: { dimension: printed.find((label) => label.level === 'dimension')?.name ?? null, category: null },
    outerSeen: printed.some((label) => label.level === 'outer'),
    fragments: [],
  }
  for (const line of lines) {
    const remark = remarkOf(line)
    if (remark) {
      block.remarks.push(remark)
      continue
    }
    if (block.total) {
      block.grade ??= gradeOf(line)
      continue
    }
    if (line.keys.some((key) => /^(总分|合计|总计)$/.test(key))) {
      block.total = totalOf(line, columns)
      block.grade = gradeOf(line)
      continue
    }
    const again = columnsOf(line)
    if (again) {
      state.columns = again
      state.shift = 0
    } else takeLine(state, line)
  }
  for (const fragment of state.fragments) attach(state, fragment, block.rows.at(-1), 'after')
  return block
}

/** 评价结论, 存在问题 and the like: the label in the first cell, its text behind it. */
export function remarkOf(line: Line): Remark | null {
  const first = filled(line)[0] ?? 0
  const key = line.keys[first] ?? ''
  if (!REMARK_LABEL.test(key)) return null
  const own = /^[^:：]*[:：]\s*(.+)$/s.exec(line.cells[first] ?? '')?.[1]
  const text =
    own ??
    filled(line)
      .slice(1)
      .map((column) => line.cells[column] ?? '')
      .join(' ')
  return { label: key.replace(/:.*$/, ''), text, line: line.at }
}

/** The grade printed beside the total (Yunnan) or below it. */
function gradeOf(line: Line): string | null {
  const printed = line.keys.find((key) => /^(优秀?|良好?|中|差|合格|不合格)$/.test(key))
  return printed ?? null
}

function takeLine(state: State, line: Line): void {
  const alignment = align(line, state.columns, state.shift)
  if (!alignment) {
    const unknown = filled(line).some((column) => !labelOf(line.keys[column] ?? ''))
    if (unknown) takeFragment(state, line)
    else keepLabels(state, line, state.pending)
    return
  }
  const row = makeRow(state, line, alignment)
  state.shift = alignment.shift
  settleFragments(state, state.block.rows.at(-1), row)
  state.block.rows.push(row)
}

/**
 * A piece of a row cut by a page break completes the row above when that row's text breaks off in mid-sentence and the
 * piece ends one; else it waits for the row below.
 */
function takeFragment(state: State, line: Line): void {
  const above = state.block.rows.at(-1)
  const text = line.cells[filled(line)[0] ?? 0] ?? ''
  if (above && breaksOff(above, line) && ENDED.test(text)) attach(state, line, above, 'after')
  else if (state.fragments.length < MOST_FRAGMENTS) state.fragments.push(line)
  else state.block.lost.push(line)
}

/** No page break cuts one row into more pieces; what is more is no table. */
const MOST_FRAGMENTS = 20

const ENDED = /[。！？；.!?]$/

/** Whether the row's text over the fragment's first cell stops in mid-sentence. */
function breaksOff(row: RawRow, fragment: Line): boolean {
  const role = roleAt(filled(fragment)[0] ?? 0, row)
  return role !== null && row.texts[role] !== '' && !ENDED.test(row.texts[role])
}

/** A waiting piece goes to the row below, unless only the row above has text that it could continue. */
function settleFragments(state: State, above: RawRow | undefined, below: RawRow): void {
  const before: Line[] = []
  for (const fragment of state.fragments) {
    const role = roleAt(filled(fragment)[0] ?? 0, below, state.columns)
    const onlyAbove = above !== undefined && breaksOff(above, fragment) && role !== null && below.texts[role] === ''
    if (onlyAbove) attach(state, fragment, above, 'after')
    else before.push(fragment)
  }
  for (const fragment of before.toReversed()) attach(state, fragment, below, 'before')
  state.fragments = []
}

function attach(state: State, fragment: Line, row: RawRow | undefined, side: 'before' | 'after'): void {
  const pieces = filled(fragment).filter((column) => !labelOf(fragment.keys[column] ?? ''))
  const roles = row ? pieces.map((column) => roleAt(column, row, state.columns)) : []
  if (!row || roles.some((role) => role === null)) {
    state.block.lost.push(fragment)
    return
  }
  pieces.forEach((column, i) => {
    const role = roles[i]
    if (!role) return
    const piece = fragment.cells[column] ?? ''
    row.texts[role] = side === 'before' ? piece + row.texts[role] : row.texts[role] + piece
  })
  row.labels.name = row.texts.l3
  row.joined = true
  if (side === 'before') row.lines.unshift(fragment.at)
  else row.lines.push(fragment.at)
  state.block.warnings.push({
    code: 'row-broken',
    message: `「${row.labels.name}」一行被分页断开，已按上下文接合，请核对`,
    line: fragment.at,
  })
}

/**
 * The text role of a column, by the row's own shift or by the header's: pieces stand on another page than the row. Words
 * right of the actual can only be a piece of the reason.
 */
function roleAt(column: number, row: RawRow, header: Columns = row.columns): (typeof TEXT_ROLES)[number] | null {
  const at = (columns: Columns, shift: number) =>
    TEXT_ROLES.find((role) => columns[role] >= 0 && columns[role] + shift === column)
  return at(header, 0) ?? at(row.columns, row.alignment.shift) ?? (column > header.actual ? 'deviation' : null)
}

function makeRow(state: State, line: Line, alignment: Alignment): RawRow {
  const { columns } = state
  const cell = (role: Role): string => {
    if (role === 'l3') return line.cells[alignment.l3] ?? ''
    return columns[role] < 0 ? '' : (line.cells[columns[role] + alignment.shift] ?? '')
  }
  const aside = (column: number): string => (column < 0 ? '' : (line.cells[column + alignment.shift] ?? ''))
  const texts = {
    l3: cell('l3'),
    target: targetOf(cell('target'), aside(columns.nature), aside(columns.unit)),
    actual: cell('actual'),
    weight: cell('weight'),
    score: cell('score'),
    deviation: cell('deviation'),
  }
  const labels: RowLabels = { ...state.pending, restart: false, name: texts.l3 }
  state.pending = { dimension: null, category: null }
  const stray = keepLabels(state, line, labels, alignment.l3)
  return { line, lines: [line.at], columns, alignment, labels, stray, texts, joined: false }
}

/** Operator, value and unit in one, as the other layouts print them; words need neither. */
function targetOf(value: string, nature: string, unit: string): string {
  return /^[\d.,]+$/.test(value.normalize('NFKC')) ? `${nature}${value}${unit}` : value
}

/** Notes the labels printed on a line, left of `before`; returns an outer label (绩效指标) standing there. */
function keepLabels(
  state: State,
  line: Line,
  into: { dimension: string | null; category: string | null; restart?: boolean },
  before = line.cells.length,
): string | null {
  let stray: string | null = null
  for (const column of filled(line).filter((at) => at < before)) {
    const key = line.keys[column] ?? ''
    const label = labelOf(key)
    if (label?.level === 'outer') {
      stray = key
      if (state.outerSeen) into.restart = true
      state.outerSeen = true
    } else if (label?.level === 'dimension') into.dimension = label.name
    else if (label?.level === 'category') into.category = label.name
    else if (label?.level === 'both') noteCost(line, column, into)
    else if (key.endsWith('指标')) into.category = key
  }
  return stray
}

/** 成本指标 is a level 1 when a cost category stands beside it, else the level 2 of the older tree. */
function noteCost(
  line: Line,
  column: number,
  into: { dimension: string | null; category: string | null; restart?: boolean },
): void {
  const beside = labelOf(line.keys[column + 1] ?? '')
  if (beside?.level === 'category' && beside.name.endsWith('成本指标')) into.dimension = '成本指标'
  else into.category = '成本指标'
}

/** The total row: the two numbers under 分值 and 得分, wherever a shift has put them; one alone is the score. */
function totalOf(line: Line, columns: Columns): RowBlock['total'] {
  const numbers = filled(line).filter((column) => numberOf(line.cells[column] ?? '') !== null)
  const text = (column: number | undefined): string | null => (column === undefined ? null : (line.cells[column] ?? ''))
  if (numbers.length >= 2) return { line, weight: text(numbers[0]), score: text(numbers[1]) }
  const only = numbers[0]
  const isWeight = only !== undefined && columns.weight >= 0 && only === columns.weight
  return { line, weight: isWeight ? text(only) : null, score: isWeight ? null : text(only) }
}
