import { Decimal } from '@rongmei/kit'
import { baseValue, kindOf, parseValue } from '../grammar.ts'
import { isCopied } from '../lint/rule.ts'
import type { Form, Indicator } from '../model.ts'
import type { RuleSet } from '../rules/types.ts'
import { print } from '../score/print.ts'
import { decimalOf } from '../score/row.ts'
import { scoreExecution, totalLine } from '../score/score.ts'

/** What one row, or the execution (`row` null), would need for its full weight. */
export interface FullMarks {
  row: number | null
  name: string
  /** points missing, as a decimal string */
  missing: string
  need: string
}

/** Lists what keeps a form from full marks, the execution first, then by points missing. */
export function fullMarks(form: Form, rules: RuleSet): FullMarks[] {
  const rows = form.indicators.flatMap((row) => {
    const weight = decimalOf(row.weight)
    const score = decimalOf(row.score)
    if (!weight || !score || score.greaterThanOrEqualTo(weight)) return []
    return [{ row: row.seq, name: row.l3, missing: print(weight.minus(score)), need: needOf(row, rules) }]
  })
  return [
    ...executionNeed(form, rules),
    ...rows.toSorted((a, b) => new Decimal(b.missing).comparedTo(a.missing) || a.row - b.row),
  ]
}

function executionNeed(form: Form, rules: RuleSet): FullMarks[] {
  const { computed, weight } = scoreExecution(form, rules)
  const line = totalLine(form)
  if (!line || computed === null || weight === null || line.fullYear.fen === null || line.executed.fen === null)
    return []
  const missing = new Decimal(weight).minus(computed)
  if (missing.lessThanOrEqualTo(0)) return []
  const gap = new Decimal(line.fullYear.fen).minus(line.executed.fen).div(100).toFixed(2)
  return [{ row: null, name: '预算执行率', missing: print(missing), need: `再执行 ${gap} 元，达到全年预算数` }]
}

function needOf(row: Indicator, rules: RuleSet): string {
  if (isCopied(row)) return '完成值已写明达到指标值，扣分没有依据：要么据实改写完成值，要么给满分'
  const target = parseValue(row.target)
  const t = baseValue(target)
  const a = baseValue(parseValue(row.actual))
  if (t) {
    const falls = target.op === '<=' || target.op === '<'
    const gap =
      a && a.unit === t.unit ? `，现为 ${row.actual}，差 ${a.value.minus(t.value).abs().toString()}${t.unit}` : ''
    return `完成值${falls ? '不高于' : '达到'} ${t.value.toString()}${t.unit}${gap}`
  }
  if (kindOf(row.target) === 'by-contract') return '对照合同或制度列出应完成的数量，并写明实际完成数量'
  const tier = rules.tiers.list[0]
  return `有材料证明「${row.target}」已${tier?.name ?? '达成'}，可得分值的 ${percent(tier?.from)} 至 ${percent(tier?.to)}`
}

function percent(share: string | undefined): string {
  return `${new Decimal(share ?? 1).times(100).toString()}%`
}
