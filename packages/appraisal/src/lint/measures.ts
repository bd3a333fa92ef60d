import { baseValue, kindOf, parseValue, polarity } from '../grammar.ts'
import type { Form, Indicator } from '../model.ts'
import { decimalOf } from '../score/row.ts'
import { comparable, type LintRule, rowRule } from './rule.ts'

const RATE = /(?<![效频汇利功税码])(率|比例|占比|百分比)$/
const COUNT = /(数量|次数|场次|人次|人数|台数|套数|期数|份数|篇数|条数|件数|个数|点赞数|月份|天数|时长)$/
const LOOSE = /(系数|指数)$/
const CHANGE = /^(有所|显著|明显|进一步|逐步|不断)?(提高|提升|增加|增长|扩大|上升|加强|增强|降低|减少|下降|缩小|改善)$/
const COSTLY = /成本|费用|造价|单价|支出/
const SAVING = /节约|降低|减少|控制|下降|压减/

/** What an indicator's name promises to measure, beside the value it is given (appraisal.md 2.1, 5, 5.1). */
export const measureRules: LintRule[] = [
  rowRule(
    { code: 'unit-mismatch', severity: 'warning', remedy: '让指标名称与单位一致：比率用 %，数量用次、个、月等' },
    unitMessage,
  ),
  rowRule({ code: 'unit-missing', severity: 'info', remedy: '写明单位，或说明如何计算' }, (row) => {
    const { value, unit } = parseValue(row.target)
    const name = bare(row.l3)
    const open = value !== null && unit === '' && (LOOSE.test(name) || (RATE.test(name) && value.greaterThan(1)))
    return open ? `「${row.l3}」的指标值「${row.target}」没有单位，也看不出如何计算` : null
  }),
  rowRule(
    { code: 'operator-equals', severity: 'info', remedy: '上限用“≤”，下限用“≥”；“=”表示恰好等于' },
    operatorMessage,
  ),
  rowRule(
    { code: 'cost-direction', severity: 'error', remedy: '成本类指标应为“≤”预算或定额' },
    ({ l2, l3, target }) => {
      const { op } = parseValue(target)
      const cost = (l2.includes('成本') || COSTLY.test(l3)) && !SAVING.test(l3) && !RATE.test(bare(l3))
      return cost && (op === '>=' || op === '>') ? `成本类指标「${l3}」写成了“不低于”：「${target}」` : null
    },
  ),
  rowRule({ code: 'two-measures', severity: 'warning', remedy: '一行只放一个指标，拆成两行分别计分' }, ({ l3 }) =>
    isTwo(l3) ? `「${l3}」把两个指标放在了一行` : null,
  ),
  rowRule(
    { code: 'overachieved', severity: 'warning', remedy: '说明大幅超额的原因；指标值明显偏低的，应按偏离程度扣分' },
    (row, rules) => {
      const target = parseValue(row.target)
      const [t, a] = [baseValue(target), baseValue(parseValue(row.actual))]
      if (!t || !a || target.op === '<=' || target.op === '<' || row.deviation !== '') return null
      if (polarity(row.l3) === 'lower' || t.value.lessThanOrEqualTo(0)) return null
      const far = a.value.greaterThanOrEqualTo(t.value.times(rules.overAchievement.from))
      return far && sameUnit(t.unit, a.unit) ? `完成值「${row.actual}」远超指标值「${row.target}」，没有说明原因` : null
    },
  ),
  rowRule(
    { code: 'percent-without-rate', severity: 'info', remedy: '写明分子、分母，或改用定性描述' },
    ({ l3, target }) =>
      parseValue(target).unit === '%' && !/率|比|度|满意|程度|情况|水平|质量/.test(l3)
        ? `「${l3}」的指标值是百分数「${target}」，名称看不出是谁除以谁`
        : null,
  ),
  rowRule({ code: 'weight-zero', severity: 'warning', remedy: '不计分的指标应删去，或给出分值' }, ({ l3, weight }) =>
    decimalOf(weight)?.isZero() ? `「${l3}」的分值为 0` : null,
  ),
  {
    code: 'target-not-measurable',
    severity: 'info',
    remedy: '比率、数量类指标给出数值；按合同的，列出合同约定的数量',
    find: (form) =>
      gather(
        form,
        ({ l3, target }) => (RATE.test(bare(l3)) || COUNT.test(bare(l3))) && kindOf(target) !== 'quantitative',
        '的名称是比率或数量，指标值却是文字',
      ),
  },
  {
    code: 'target-without-base',
    severity: 'info',
    remedy: '写明与哪一年的哪个数值相比，提高或减少多少',
    find: (form) => gather(form, ({ target }) => CHANGE.test(comparable(target)), '只写增减，没有基数和幅度'),
  },
]

/** One finding for all rows it concerns: a remark each would drown what must be corrected. */
function gather(form: Form, hits: (row: Indicator) => boolean, says: string): { row: null; message: string }[] {
  const rows = form.indicators.filter((row) => row.target !== '' && hits(row))
  if (rows.length === 0) return []
  const shown = rows.slice(0, 8).map((row) => `第 ${row.seq} 行「${row.l3}」（${row.target}）`)
  return [{ row: null, message: `${rows.length} 个指标${says}：${shown.join('、')}${rows.length > 8 ? '……' : ''}` }]
}

/** The name without what stands in brackets behind it. */
function bare(name: string): string {
  return name.replace(/[（(][^（()）]*[)）]$/, '').trim()
}

function unitMessage({ l3, target }: Indicator): string | null {
  const parsed = parseValue(target)
  const unit = baseValue(parsed)?.unit ?? ''
  if (unit === '') return null
  const percent = unit === '%' || unit === '‰'
  const wrong = (RATE.test(bare(l3)) && !percent) || (COUNT.test(bare(l3)) && percent)
  return wrong ? `「${l3}」与单位「${parsed.unit}」不相称（指标值「${target}」）` : null
}

function operatorMessage({ l3, target }: Indicator): string | null {
  const { op, value, unit } = parseValue(target)
  if (op !== '=' || !value || value.isZero()) return null
  if (polarity(l3) === 'lower') return `「${l3}」越低越好，指标值却用“=”：「${target}」，应为“≤”`
  const partial = unit === '%' && value.lessThan(100)
  return partial ? `「${l3}」的指标值「${target}」用“=”，应是不低于这个比率` : null
}

const MEASURE_END = /(率|数|量|度|性|时间|人次|场次)$/

/** 下载率点击率提升率, 观看人数和点赞数, 推广效应（小视频、节目点击率). */
function isTwo(name: string): boolean {
  const rates = name.replace(/(提升|增长|变化|下降)率$/, '').match(/(?<![效频汇利功税概码])率/g) ?? []
  if (rates.length >= 2) return true
  const parts = bare(name).split(/[、和及与/]/)
  if (parts.length >= 2 && parts.every((part) => part.length >= 3 && MEASURE_END.test(part))) return true
  const inside = /[（(]([^（()）]*、[^（()）]*)[)）]$/.exec(name)?.[1]
  return inside !== undefined && MEASURE_END.test(inside)
}

function sameUnit(a: string, b: string): boolean {
  return a === b || a === '' || b === ''
}
