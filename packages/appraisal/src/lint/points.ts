import { scoreRow } from '../score/row.ts'
import { isCopied, type LintRule, lostPoints, rowRule } from './rule.ts'

/** Points against values. */
export const pointRules: LintRule[] = [
  rowRule(
    {
      code: 'deduction-unfounded',
      severity: 'error',
      remedy: '写明实际差在哪里；没有差距就不应扣分',
    },
    (row) =>
      lostPoints(row) === true && isCopied(row)
        ? `得 ${row.score} 分（分值 ${row.weight}），但完成值与指标值相同，扣分没有依据`
        : null,
  ),
  rowRule(
    {
      code: 'zero-with-met',
      severity: 'error',
      remedy: '未实施的指标应如实填写完成值（如 0 或“未实施”），并说明原因',
    },
    (row) =>
      row.score === 0 && typeof row.weight === 'number' && row.weight > 0 && isCopied(row)
        ? `得 0 分，完成值却写着达到指标「${row.actual}」`
        : null,
  ),
  rowRule({ code: 'score-over-weight', severity: 'error', remedy: '得分不能高于分值' }, (row) =>
    typeof row.score === 'number' && typeof row.weight === 'number' && row.score > row.weight
      ? `得分 ${row.score} 高于分值 ${row.weight}`
      : null,
  ),
  rowRule({ code: 'point-unreadable', severity: 'error', remedy: '分值与得分应为数字' }, (row) =>
    lostPoints(row) === null && !(row.weight === '' && typeof row.score === 'number')
      ? `分值「${row.weight}」或得分「${row.score}」不是数字`
      : null,
  ),
  rowRule(
    {
      code: 'score-not-by-formula',
      severity: 'error',
      remedy: '按公式改正得分，或说明采用其他计分办法的依据',
    },
    (row, rules) => {
      if (isCopied(row)) return null // the points of a copied actual have no basis to compute from
      const score = scoreRow(row, rules)
      return score.status === 'computed' && score.agrees === false
        ? `按「${score.formula}」应得 ${score.computed} 分，填的是 ${score.printed} 分`
        : null
    },
  ),
]
