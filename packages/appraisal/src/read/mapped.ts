import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Form, Indicator, Point, ReadResult } from '../model.ts'
import { labelOf } from '../tree.ts'
import { readGoals } from './goals.ts'
import { type Line, makeLine, rawCell } from './grid.ts'
import { readHead } from './head.ts'
import { pointOf, readMoney } from './money.ts'
import { readGrid as readLines } from './read.ts'

/**
 * Which column of an unknown table is what, said by a person: plain JSON, to be kept under `layoutKey` and used again.
 * Rows and columns count from 0.
 */
export interface Mapping {
  /** the row of the headings; indicators are the rows below it, down to 总分 or 合计 */
  headerRow: number
  columns: {
    l1?: number
    l2?: number
    l3: number
    target: number
    actual: number
    weight?: number
    score?: number
    deviation?: number
  }
  /** what the head says, where the reader does not find it by itself */
  name?: string
  year?: number
  dept?: string
  unit?: string
}

/** A row that a person mapped is believed, but was not checked against any known layout. */
const CONFIDENCE = 0.8

/**
 * Reads a table of cells. Without a mapping, as every reader does; with one, the indicators stand where it says.
 *
 * @throws AppraisalError when the table is too large, or the mapping points outside it
 */
export function readGrid(grid: readonly (readonly string[])[], mapping?: Mapping): ReadResult {
  if (grid.length > LIMITS.rows) throw new AppraisalError('tooManyRows')
  return readMapped(
    grid.map((cells, i) => makeLine(i + 1, 1, [...cells])),
    mapping,
  )
}

/** The same for a grid as the readers make it. */
export function readMapped(lines: Line[], mapping?: Mapping): ReadResult {
  if (!mapping) return readLines(lines)
  const header = lines[mapping.headerRow]
  const used = Object.values(mapping.columns)
  if (!header || used.some((column) => !Number.isInteger(column) || column < 0 || column >= LIMITS.columns)) {
    throw new AppraisalError('badMapping')
  }
  const form = mappedForm(lines, mapping)
  return {
    schema: 'rongmei-appraisal/1',
    projects: [form],
    confidence: form.confidence,
    warnings: [],
    src: { kind: '自评表', blocks: [{ kind: '自评表', name: form.name, line: 1, project: 0, why: '' }] },
  }
}

/** The headings of a table as one text: tables with the same key can share a mapping. */
export function layoutKey(grid: readonly (readonly string[])[], headerRow: number): string {
  return (grid[headerRow] ?? []).map((cell) => cell.normalize('NFKC').replace(/\s/g, '')).join('|')
}

function mappedForm(lines: Line[], mapping: Mapping): Form {
  const top = lines.slice(0, mapping.headerRow)
  const { currencyPrinted: _, ...head } = readHead(top[0]?.cells.find((cell) => cell !== '') ?? '', top)
  const money = readMoney(top, head.currencyUnit)
  const body = lines.slice(mapping.headerRow + 1)
  const end = body.findIndex((line) => line.keys.some((key) => /^(总分|合计|总计)$/.test(key)))
  const total = end < 0 ? undefined : body[end]
  const at = (line: Line | undefined, column: number | undefined): string =>
    column === undefined ? '' : (line?.cells[column] ?? '')
  const stated = at(total, mapping.columns.score)
  return {
    no: 1,
    ...head,
    name: mapping.name ?? head.name,
    year: mapping.year ?? head.year,
    dept: mapping.dept ?? head.dept,
    unit: mapping.unit ?? head.unit,
    budget: money.budget,
    goals: readGoals(money.header < 0 ? top : top.slice(money.header + 1)),
    indicators: mappedRows(end < 0 ? body : body.slice(0, end), mapping.columns),
    statedTotal: stated === '' ? null : stated,
    statedTotalWeight:
      total && mapping.columns.weight !== undefined ? pointOf(at(total, mapping.columns.weight)) : null,
    confidence: CONFIDENCE,
    warnings: money.warnings,
    layout: 'mapped',
    src: { kind: '自评表', firstLine: lines[0]?.at ?? 1, lastLine: lines.at(-1)?.at ?? 1 },
  }
}

function mappedRows(lines: Line[], columns: Mapping['columns']): Indicator[] {
  const rows: Indicator[] = []
  let [l1, l2] = ['', '']
  for (const line of lines) {
    const cell = (column: number | undefined): string => (column === undefined ? '' : (line.cells[column] ?? ''))
    const label = (column: number | undefined): string => {
      const key = column === undefined ? '' : (line.keys[column] ?? '')
      return labelOf(key)?.name ?? key
    }
    const [first, second] = [label(columns.l1), label(columns.l2)]
    if (first !== '' && first !== l1) [l1, l2] = [first, '']
    if (second !== '') l2 = second
    if (cell(columns.l3) === '') continue
    const point = (column: number | undefined): Point => pointOf(cell(column))
    const at = Object.entries(columns).map(([role, column]) => [
      role,
      { line: line.at, column, raw: rawCell(line, column) },
    ])
    rows.push({
      seq: rows.length + 1,
      l1,
      l2,
      l3: cell(columns.l3),
      target: cell(columns.target),
      actual: cell(columns.actual),
      weight: point(columns.weight),
      score: point(columns.score),
      deviation: cell(columns.deviation),
      confidence: CONFIDENCE,
      src: {
        lines: [line.at],
        page: line.page,
        printedL1: first || null,
        printedL2: second || null,
        strayLabel: null,
        l2Basis: second === '' ? 'merged' : 'printed',
        l3Column: columns.l3,
        l3HeaderColumn: columns.l3,
        cells: line.cells,
        at: Object.fromEntries(at) as NonNullable<Indicator['src']>['at'],
      },
    })
  }
  return rows
}
