import { labelOf } from '../tree.ts'
import { filled, type Line, numberOf } from './grid.ts'

/** Where the header of the indicator block puts each column; -1 when the form has no such column. */
export interface Columns {
  l3: number
  target: number
  actual: number
  weight: number
  score: number
  deviation: number
  /** 指标性质 and 度量单位, where a form prints operator and unit in columns of their own */
  nature: number
  unit: number
  /** the column right of the names: target, 指标性质, or whatever the form puts there */
  values: number
  /** headings nobody knows: their cells are kept in `src.cells` only */
  unknown: string[]
}

const ROLES: [Exclude<keyof Columns, 'unknown' | 'values'>, RegExp][] = [
  ['l3', /^(三级指标|指标名称)/],
  ['target', /^(年度|年初)?(指标|目标)值/],
  ['actual', /^(全年|年度)?实际完成(值|情况)|^(全年)?完成值/],
  ['weight', /^(分值|权重)/],
  ['score', /^(自评)?得分/],
  ['nature', /^(指标)?性质$/],
  ['unit', /^(度量|计量)单位$/],
  ['deviation', /(偏差|未完成).*(原因|分析)/],
]

/** Recognises the header row of the indicator block; null for any other row. */
export function columnsOf(line: Line): Columns | null {
  // asked of every line: nearly all are turned away here
  if (!line.keys.some((key) => key.startsWith('三级指标') || key.startsWith('指标名称'))) return null
  const columns: Columns = {
    l3: -1,
    target: -1,
    actual: -1,
    weight: -1,
    score: -1,
    deviation: -1,
    nature: -1,
    unit: -1,
    values: -1,
    unknown: [],
  }
  for (const column of filled(line)) {
    const key = line.keys[column] ?? ''
    const role = ROLES.find(([name, pattern]) => columns[name] < 0 && pattern.test(key))
    if (role) columns[role[0]] = column
    else if (!/^[一二]级指标$/.test(key) && !labelOf(key)) columns.unknown.push(line.cells[column] ?? '')
  }
  columns.values = filled(line).find((column) => column > columns.l3) ?? columns.target
  return columns.l3 >= 0 && columns.target > columns.l3 ? columns : null
}

/** A row laid over the header: how far its cells stand beside their headings, and where its own name stands. */
export interface Alignment {
  shift: number
  l3: number
}

/** Shifts seen or conceivable when a page break changes the number of columns; tried in this order. */
const SHIFTS = [0, -1, 1, -2, 2, -3, 3]

/**
 * Finds how a row is shifted against its header from the shape of the row: two numbers under 分值 and 得分, words under
 * target and actual, nothing but labels left of the name. Pages broken in print shift rows by a column or two.
 *
 * @param before the shift of the row above, preferred when two shifts fit equally well
 * @returns null when the row has no shape of an indicator
 */
export function align(line: Line, columns: Columns, before: number): Alignment | null {
  let best: { fit: number; alignment: Alignment } | null = null
  for (const shift of [before, ...SHIFTS]) {
    const l3 = nameColumn(line, columns.values + shift)
    const fit = fitOf(line, columns, shift, l3)
    if (fit > (best?.fit ?? MINIMUM)) best = { fit, alignment: { shift, l3 } }
    if (fit >= PERFECT) break
  }
  return best?.alignment ?? null
}

/** A name, one of target and actual, and one of the two numbers: less is no indicator. */
const MINIMUM = 5
/** Name, target, actual, both numbers, and points within the weight: no other shift can fit better. */
const PERFECT = 13

function fitOf(line: Line, columns: Columns, shift: number, l3: number): number {
  if (l3 < 0) return -1
  const cell = (column: number): string => (column < 0 ? '' : (line.cells[column + shift] ?? ''))
  const weight = numberOf(cell(columns.weight))
  const score = numberOf(cell(columns.score))
  let fit = 2
  for (const column of [columns.target, columns.actual]) {
    if (cell(column) !== '') fit += labelOf(line.keys[column + shift] ?? '') ? -4 : 2
  }
  if (weight !== null) fit += 3
  else if (cell(columns.weight) !== '') fit -= 2
  if (score !== null) fit += 3
  else if (cell(columns.score) !== '') fit -= 2
  if (weight !== null && score !== null && score <= weight) fit += 1
  if (columns.deviation >= 0 && numberOf(cell(columns.deviation)) !== null) fit -= 2
  // a form that scores its rows has at least one number on each
  if (columns.weight >= 0 && weight === null && score === null) fit -= 3
  fit -= 3 * strangers(line, columns.values + shift)
  const last = Math.max(columns.deviation, columns.score, columns.weight, columns.actual)
  fit -= 4 * filled(line).filter((column) => column > last + shift).length
  return /^[<>=≥≤\d]/.test(line.keys[l3] ?? '') ? fit - 2 : fit
}

/** Cells left of the values that are neither labels nor the name. */
function strangers(line: Line, values: number): number {
  const left = filled(line).filter((column) => column < values)
  const unknown = left.filter((column) => {
    const key = line.keys[column] ?? ''
    return !labelOf(key) && !key.endsWith('指标')
  })
  return Math.max(0, unknown.length - 1)
}

/** The last cell left of the values that is no label; a row with nothing but labels names itself by the last one. */
function nameColumn(line: Line, values: number): number {
  const left = filled(line).filter((column) => column < values)
  return left.findLast((column) => !labelOf(line.keys[column] ?? '')) ?? (left.length >= 3 ? (left.at(-1) ?? -1) : -1)
}
