import { kindOf, parseValue, polarity } from '../grammar.ts'
import { isCopied, type LintRule, rowRule } from './rule.ts'

const RAISING = /^(较?高|提高|提升|增加|增长|扩大|上升|加强|增强|较多|多)$/
const REDUCING = /^(较?低|降低|减少|下降|缩小|较少|少|无|没有)$/
/** Names in which a falling amount is the very goal: 成本减少, 能耗. */
const SPENDING = /成本|费用|能耗|支出|损失|风险|负担|时间|时长|排放/

/** Target and actual cells. Counts on the ten published forms: appraisal.md 2, points 2, 4 and 2.1. */
export const valueRules: LintRule[] = [
  rowRule(
    {
      code: 'actual-copied',
      severity: 'warning',
      remedy: '填写实际测得的数值或可核对的事实，不要照抄指标值',
    },
    (row) => (isCopied(row) ? `实际完成值「${row.actual}」与年度指标值一字不差` : null),
  ),
  rowRule(
    {
      code: 'actual-inequality',
      severity: 'warning',
      remedy: '填写测得的具体数值，例如 97.3%，而不是“≥95%”',
    },
    (row) => {
      const { op } = parseValue(row.actual)
      return op !== null && op !== '=' ? `实际完成值「${row.actual}」是不等式，不是测量结果` : null
    },
  ),
  rowRule(
    {
      code: 'kind-mismatch',
      severity: 'error',
      remedy: '指标值与完成值应当同为数值，或同为定性描述',
    },
    (row) => {
      const kinds = [kindOf(row.target), kindOf(row.actual)].toSorted()
      return (kinds[0] === 'qualitative' && kinds[1] === 'quantitative') ||
        (kinds[0] === 'quantitative' && kinds[1] === 'qualitative')
        ? `指标值「${row.target}」与完成值「${row.actual}」一个是数值、一个是文字`
        : null
    },
  ),
  rowRule(
    {
      code: 'direction',
      severity: 'error',
      remedy: '核对指标值的方向：负面指标应要求“无”“降低”或“≤”',
    },
    (row) => directionMessage(row.l3, row.target),
  ),
  rowRule({ code: 'cell-blank', severity: 'error', remedy: '补填空白的指标值或完成值' }, (row) => {
    const blank = [row.target === '' ? '年度指标值' : '', row.actual === '' ? '实际完成值' : ''].filter((name) => name)
    return blank.length > 0 ? `${blank.join('、')}为空` : null
  }),
]

function directionMessage(name: string, target: string): string | null {
  const { op } = parseValue(target)
  const word = target.normalize('NFKC').replace(/\s/g, '')
  if (polarity(name) === 'lower') {
    const upward = RAISING.test(word) || op === '>=' || op === '>'
    return upward ? `「${name}」越低越好，指标值却是「${target}」` : null
  }
  const downward = REDUCING.test(word) && !SPENDING.test(name) && /率|度|量|水平|满意/.test(name)
  return downward ? `「${name}」越高越好，指标值却是「${target}」` : null
}
