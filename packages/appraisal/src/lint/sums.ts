import { Decimal, round } from '@rongmei/kit'
import type { Form } from '../model.ts'
import type { RuleSet } from '../rules/types.ts'
import { gradeOf } from '../score/formula.ts'
import { decimalOf } from '../score/row.ts'
import { printedSums, scoreExecution, totalLine } from '../score/score.ts'
import type { LintRule } from './rule.ts'

type Hit = { row: number | null; message: string }
const whole = (message: string | null): Hit[] => (message === null ? [] : [{ row: null, message }])

/** Money, sums and totals of the form as a whole. */
export const sumRules: LintRule[] = [
  {
    code: 'budget-adjusted-to-spent',
    severity: 'warning',
    remedy: '附上预算调整的日期、理由和批准人；另列对年初预算的执行率',
    find: (form) => whole(adjustedToSpent(form)),
  },
  {
    code: 'execution-score',
    severity: 'error',
    remedy: '按 min(执行数÷预算数, 1)×分值 改正得分',
    find: (form, rules) => whole(executionMessage(form, rules)),
  },
  {
    code: 'execution-rate',
    severity: 'error',
    remedy: '按 全年执行数÷全年预算数 改正执行率',
    find: (form, rules) => whole(rateMessage(form, rules)),
  },
  {
    code: 'money-sources',
    severity: 'error',
    remedy: '核对各资金来源，其和应等于年度资金总额',
    find: (form) => whole(sourcesMessage(form)),
  },
  {
    code: 'weights-not-total',
    severity: 'error',
    remedy: '调整分值，使总和（含执行率）为 100',
    find: (form, rules) => whole(weightMessage(form, rules)),
  },
  {
    code: 'weights-off-guide',
    severity: 'info',
    remedy: '偏离原则性权重时说明特殊情况',
    find: (form, rules) => whole(guideMessage(form, rules)),
  },
  {
    code: 'total-disagrees',
    severity: 'error',
    remedy: '重新加总：总分应等于执行率得分与各指标得分之和',
    find: (form) => whole(totalMessage(form)),
  },
  {
    code: 'total-missing',
    severity: 'error',
    remedy: '补填总分行',
    find: (form) => whole(form.statedTotal === null ? '没有总分' : null),
  },
  {
    code: 'grade-disagrees',
    severity: 'error',
    remedy: '按得分合计改正等级',
    find: (form, rules) => whole(gradeMessage(form, rules)),
  },
]

/** 良好 and 优秀 are other words for 良 and 优. */
function gradeMessage(form: Form, rules: RuleSet): string | null {
  const { scoreSum } = printedSums(form)
  if (form.statedGrade === undefined || scoreSum === null || totalLine(form) === null) return null
  const grade = gradeOf(new Decimal(scoreSum), rules)
  return grade !== null && !form.statedGrade.startsWith(grade)
    ? `得分合计 ${scoreSum} 应为「${grade}」，印的是「${form.statedGrade}」`
    : null
}

function adjustedToSpent(form: Form): string | null {
  const line = totalLine(form)
  if (!line || line.fullYear.fen === null || line.yearStart.fen === null) return null
  if (line.fullYear.fen !== line.executed.fen || line.fullYear.fen === line.yearStart.fen) return null
  const rate = line.yearStart.fen === 0 ? null : new Decimal(line.fullYear.fen).div(line.yearStart.fen).times(100)
  const against = rate ? `，对年初预算只有 ${round(rate).toFixed(2)}%` : ''
  return `全年预算数与全年执行数分毫不差（${line.executed.value} 元），执行率必为 100%${against}`
}

function executionMessage(form: Form, rules: RuleSet): string | null {
  const execution = scoreExecution(form, rules)
  if (form.budget.length === 0) return '没有项目资金栏，执行率无法计分'
  if (execution.computed === null) return execution.note
  return execution.agrees === false ? `执行率应得 ${execution.computed} 分，填的是 ${execution.printed} 分` : null
}

function rateMessage(form: Form, rules: RuleSet): string | null {
  const { rate } = scoreExecution(form, rules)
  const printed = /^(\d{1,6}(?:\.\d{1,6})?)%$/.exec(totalLine(form)?.executionRate.normalize('NFKC') ?? '')?.[1]
  if (rate === null || printed === undefined) return null
  const places = new Decimal(printed).decimalPlaces()
  return round(new Decimal(rate), places).equals(printed) ? null : `执行率应为 ${rate}%，印的是 ${printed}%`
}

function sourcesMessage(form: Form): string | null {
  const total = totalLine(form)
  const parts = form.budget.filter((line) => line !== total)
  if (!total || parts.length === 0) return null
  for (const [field, name] of [
    ['yearStart', '年初预算数'],
    ['fullYear', '全年预算数'],
    ['executed', '全年执行数'],
  ] as const) {
    const stated = total[field].fen
    const sum = parts.reduce((fen, line) => fen + BigInt(line[field].fen ?? 0), 0n)
    if (stated !== null && sum !== BigInt(stated)) return `${name}的各项来源之和与年度资金总额不等`
  }
  return null
}

function weightMessage(form: Form, rules: RuleSet): string | null {
  const { weightSum } = printedSums(form)
  if (weightSum === null || totalLine(form) === null) return null
  return new Decimal(weightSum).equals(rules.total) ? null : `分值合计 ${weightSum}，应为 ${rules.total}`
}

function guideMessage(form: Form, rules: RuleSet): string | null {
  if (form.indicators.every((row) => row.weight === '')) return null // a layout without a weight column
  const off = rules.weights.flatMap(({ dimension, weight, dimensions = [dimension] }) => {
    const rows = form.indicators.filter((row) => dimensions.includes(row.l1))
    let sum = new Decimal(0)
    for (const row of rows) sum = sum.plus(decimalOf(row.weight) ?? 0)
    return sum.equals(weight) ? [] : [`${dimension} ${sum.toString()}（原则上 ${weight}）`]
  })
  return off.length > 0 && form.indicators.length > 0 ? `一级指标权重：${off.join('，')}` : null
}

function totalMessage(form: Form): string | null {
  const sums = printedSums(form)
  if (sums.agrees !== false) return null
  const weight = decimalOf(form.statedTotalWeight)
  const parts = [`得分相加为 ${sums.scoreSum}，总分写的是 ${sums.statedTotal}`]
  if (weight && sums.weightSum !== null && !weight.equals(sums.weightSum)) {
    parts.push(`分值相加为 ${sums.weightSum}，写的是 ${weight.toString()}`)
  }
  return parts.join('；')
}
