import type { BudgetLine, RuleSet } from '@rongmei/appraisal'
import type { TargetInput } from '@rongmei/contract'
import { formatMoney } from '@rongmei/kit'
import { readPoint } from './domain/points.ts'
import { words } from './domain/words.zh.ts'
import { blank } from './form.rows.ts'
import type { IndicatorTable, ProjectTable } from './tables.ts'

type Money = BudgetLine['yearStart']
type Initial = TargetInput['initial']

const NOTHING: Money = { raw: '', value: null, fen: null }
const amount = (fen: bigint): Money => {
  const value = formatMoney(fen, { separators: false })
  return { raw: value, value, fen: Number(fen) }
}

/** The money block of a target form: only 年初预算数 is known; what is spent comes later. */
export function budgetLines(initial: Initial, rules: RuleSet): BudgetLine[] {
  const { money } = words
  const [own, carried, other] = [initial.appropriation, initial.carryOver, initial.other].map((fen) => BigInt(fen))
  const line = (source: string, label: string, fen: bigint): BudgetLine => ({
    source,
    label,
    line: 0,
    yearStart: amount(fen),
    fullYear: NOTHING,
    executed: NOTHING,
    weight: source === money.total ? readPoint(rules.execution.weight) : '—',
    executionRate: '',
    score: source === money.total ? '' : '—',
  })
  const of = (source: string, fen: bigint | undefined) => line(source, `${money.of}${source}`, fen ?? 0n)
  return [
    line(money.total, money.total, (own ?? 0n) + (carried ?? 0n) + (other ?? 0n)),
    of(money.appropriation, own),
    of(money.carryOver, carried),
    of(money.other, other),
  ]
}

/** The other way round, for the workbench. */
export function initialOf(project: ProjectTable): Initial {
  const fen = (source: string) => String(project.budget.find((line) => line.source === source)?.yearStart.fen ?? 0)
  const { money } = words
  return { appropriation: fen(money.appropriation), carryOver: fen(money.carryOver), other: fen(money.other) }
}

/** Rows as they were sent, in that order; a known row keeps its id, link and everything else it has. */
export function targetRows(
  rows: TargetInput['rows'],
  projectId: string,
  before: readonly IndicatorTable[],
  newId: () => string,
): IndicatorTable[] {
  return rows.map((row, index) => {
    const old = before.find((one) => one.id === row.id)
    return {
      ...(old ?? { ...blank(newId()), actual: '', score: '', deviation: '', confidence: 1, warnings: [], source: {} }),
      project_id: projectId,
      seq: index + 1,
      l1: row.l1,
      l2: row.l2,
      l3: row.l3,
      target: row.target,
      weight: row.weight,
      rev: old ? old.rev + 1 : 0,
    }
  })
}

/**
 * The rows of last year as this year's draft: names, targets and weights, and links with their year moved on; nothing
 * that was measured, typed or scored.
 */
export function copiedRows(
  rows: readonly IndicatorTable[],
  to: { projectId: string; years: number; by: { id: string | null; name: string }; at: Date },
  newId: () => string,
): IndicatorTable[] {
  return rows.map((row, index) => ({
    ...blank(newId()),
    project_id: to.projectId,
    seq: index + 1,
    l1: row.l1,
    l2: row.l2,
    l3: row.l3,
    target: row.target,
    actual: '',
    weight: row.weight,
    score: '',
    deviation: '',
    confidence: 1,
    warnings: [],
    source: {},
    rev: 0,
    ...(row.measure === null
      ? {}
      : {
          measure: row.measure,
          params: laterYear(row.params ?? {}, to.years),
          linked_by: to.by.id,
          linker_name: to.by.name,
          linked_at: to.at,
        }),
  }))
}

function laterYear(params: Record<string, unknown>, years: number): Record<string, unknown> {
  return typeof params.year === 'number' ? { ...params, year: params.year + years } : params
}
