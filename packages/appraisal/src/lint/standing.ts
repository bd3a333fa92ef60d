import { Decimal, round } from '@rongmei/kit'
import type { Form, Indicator } from '../model.ts'
import type { RuleSet } from '../rules/types.ts'
import { scoreExecution, totalLine } from '../score/score.ts'
import { scoreRow } from '../score/row.ts'
import { isCopied, type LintRule, rowRule } from './rule.ts'
import { alike } from './similar.ts'

const NOT_DONE = /暂缓|暂停|取消|未开展|未实施|未完成|未达|没有完成|未举办|未启动|停止执行/
const UNDONE = /^(未|没有|无法|暂停|暂缓|取消)/
const EMPTY = /有待|还有.{0,4}空间|需(要)?(进一步)?(加强|提高|完善)$|不够(完善|理想)$/
const SURVEY = /调查|问卷|测评|访谈|回访|样本|评议|打分|评分/
const ADJUSTED = /预算调整|调整预算|追加|压减|核减|调减|调增|收回|预算变更|压缩/
/** An adjustment of more than a tenth without a word about it; Sichuan demands one for any (appraisal.md 1.4). */
const ADJUSTMENT = '0.1'

/** What reviewers check again and again (appraisal.md 5, standing review rules). */
export const standingRules: LintRule[] = [
  rowRule({ code: 'tier-range', severity: 'error', remedy: '按定性档次改正得分，或如实改写完成值' }, tierMessage),
  rowRule(
    {
      code: 'reason-contradicts-actual',
      severity: 'error',
      remedy: '完成值与原因必须一致：未做到的，完成值应如实填写',
    },
    (row) =>
      row.score !== 0 && isCopied(row) && NOT_DONE.test(row.deviation)
        ? `完成值写着达到「${row.target}」，原因却说「${row.deviation.slice(0, 30)}」`
        : null,
  ),
  rowRule({ code: 'unmet-with-points', severity: 'warning', remedy: '未实施的指标不应得分' }, (row) =>
    UNDONE.test(row.actual) && row.deviation !== '' && typeof row.score === 'number' && row.score === row.weight
      ? `完成值是「${row.actual}」，却得满分 ${row.score}`
      : null,
  ),
  rowRule({ code: 'reason-empty', severity: 'info', remedy: '写出具体的差距、原因和数据' }, (row) =>
    row.deviation !== '' && row.deviation.length <= 16 && EMPTY.test(row.deviation)
      ? `原因「${row.deviation}」没有说明任何事实`
      : null,
  ),
  rowRule(
    { code: 'payment-as-quantity', severity: 'warning', remedy: '支付进度不是产出数量，改用实际完成的工作量' },
    ({ l1, l3 }) =>
      l1 === '产出指标' && /(支付|付款|拨付|资金到位|预算执行|资金使用)(率|进度|比例|情况|完成)/.test(l3)
        ? `「${l3}」是付款进度，不是产出`
        : null,
  ),
  {
    code: 'satisfaction-without-survey',
    severity: 'warning',
    remedy: '附满意度调查（对象、样本量、方法、结果）；没有调查不得分',
    find: (form) => satisfaction(form),
  },
  rowRule(
    { code: 'complaint-as-satisfaction', severity: 'warning', remedy: '没有投诉不等于满意，应做满意度调查' },
    (row) =>
      row.l2.includes('满意') && /(无|零|没有|未收到|未发生)(任何)?(有效)?投诉/.test(`${row.actual}${row.deviation}`)
        ? `「${row.l3}」以没有投诉作为满意的依据`
        : null,
  ),
  {
    code: 'output-benefit-duplicate',
    severity: 'warning',
    remedy: '同一指标在产出和效益中只计一次，删去一处',
    find: (form) => outputAndBenefit(form),
  },
  {
    code: 'level-missing',
    severity: 'warning',
    remedy: '补上该级指标，或说明不适用的理由',
    find: (form, rules) => levels(form, rules),
  },
  {
    code: 'adjustment-unexplained',
    severity: 'warning',
    remedy: '逐笔说明预算调整的时间、理由和批准人',
    find: (form, rules) => adjustment(form, rules),
  },
  {
    code: 'execution-unexplained',
    severity: 'warning',
    remedy: '说明执行率偏低的原因和改进措施',
    find: (form, rules) => lowExecution(form, rules),
  },
]

/** A met qualitative row below the first tier: no rule gives such points. Nothing at all is `zero-with-met`. */
function tierMessage(row: Indicator, rules: RuleSet): string | null {
  if (row.score === 0 || typeof row.score !== 'number' || row.score === row.weight) return null
  const score = scoreRow(row, rules)
  if (score.status !== 'range' || score.agrees !== false || !score.range) return null
  return `完成值与指标值相同属「${rules.tiers.list[0]?.name ?? ''}」，应得 ${score.range[0]} 至 ${score.range[1]} 分，填的是 ${row.score} 分`
}

function satisfaction(form: Form): { row: number; message: string }[] {
  const rows = form.indicators.filter((row) => row.l2.includes('满意') && row.score !== 0)
  if (rows.length === 0 || SURVEY.test(form.goals.actual)) return []
  return rows
    .filter((row) => !SURVEY.test(`${row.l3}${row.actual}${row.deviation}`))
    .map((row) => ({ row: row.seq, message: `「${row.l3}」得 ${row.score} 分，表中没有提到任何调查` }))
}

function outputAndBenefit(form: Form): { row: number; message: string }[] {
  const outputs = form.indicators.filter((row) => row.l1 === '产出指标')
  return form.indicators.flatMap((row) => {
    if (row.l1 !== '效益指标') return []
    const twin = outputs.find((output) => alike(output.l3, row.l3))
    return twin ? [{ row: row.seq, message: `「${row.l3}」与产出中的第 ${twin.seq} 行「${twin.l3}」是同一指标` }] : []
  })
}

function levels(form: Form, rules: RuleSet): { row: null; message: string }[] {
  if (form.indicators.length === 0) return []
  return rules.weights
    .filter(({ dimension, dimensions = [dimension] }) => form.indicators.every((row) => !dimensions.includes(row.l1)))
    .map(({ dimension, weight }) => ({ row: null, message: `没有${dimension}（原则上 ${weight} 分）` }))
}

function prose(form: Form): string {
  return `${form.goals.expected}${form.goals.actual}${form.indicators.map((row) => row.deviation).join('')}`
}

function adjustment(form: Form, rules: RuleSet): { row: null; message: string }[] {
  const line = totalLine(form)
  const [before, after] = [line?.yearStart.fen ?? 0, line?.fullYear.fen ?? null]
  if (before === 0 || after === null || before === after) return []
  const share = new Decimal(after).minus(before).div(before)
  const bound = rules.execution.explainBelow === undefined ? ADJUSTMENT : '0'
  if (share.abs().lessThanOrEqualTo(bound) || ADJUSTED.test(prose(form))) return []
  const percent = round(share.times(100)).toFixed(2)
  return [
    {
      row: null,
      message: `全年预算数比年初预算数${share.isNegative() ? '减少' : '增加'} ${percent.replace('-', '')}%，没有说明`,
    },
  ]
}

function lowExecution(form: Form, rules: RuleSet): { row: null; message: string }[] {
  const bound = rules.execution.explainBelow
  const { rate } = scoreExecution(form, rules)
  if (bound === undefined || rate === null || !new Decimal(rate).lessThan(new Decimal(bound).times(100))) return []
  if (/执行率|执行进度|支付进度/.test(prose(form))) return []
  return [{ row: null, message: `执行率 ${rate}% 低于 ${new Decimal(bound).times(100).toString()}%，没有说明原因` }]
}
