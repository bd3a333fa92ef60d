import { isCopied, type LintRule, lostPoints, rowRule } from './rule.ts'

/** A measure says who will do something from now on: a word of intent and a word of action. */
const INTENT = /今后|下一步|下步|后续|接下来|将|拟|明年|下年度|来年|立即|已(经)?(制定|安排|整改|落实)|限期/
const ACTION =
  /加强|加大|提升|提高|改进|整改|完善|优化|丰富|沟通|对接|争取|培训|更换|更新|补充|落实|制定|调整|建立|健全|采购|维修|督促/

/** Whether the text of 偏差原因分析及改进措施 names a measure, not only a cause. */
export function namesMeasure(text: string): boolean {
  return INTENT.test(text) && ACTION.test(text)
}

/** Reasons: 财预〔2020〕10号 第八、十一条, an unmet goal needs a reason and a measure. */
export const reasonRules: LintRule[] = [
  rowRule(
    {
      code: 'reason-without-measure',
      severity: 'warning',
      remedy: '补充改进措施：由谁、做什么、何时完成',
    },
    (row) =>
      row.deviation !== '' && !namesMeasure(row.deviation) ? `只有原因没有改进措施：「${brief(row.deviation)}」` : null,
  ),
  rowRule({ code: 'gap-without-reason', severity: 'error', remedy: '补充偏差原因分析及改进措施' }, (row) =>
    row.deviation === '' && (lostPoints(row) === true || isUnmet(row.target, row.actual))
      ? `扣了分或未达到指标值，没有说明原因`
      : null,
  ),
  rowRule(
    { code: 'reason-without-gap', severity: 'info', remedy: '核对得分：有偏差就应扣分，没有偏差不必填原因' },
    (row) =>
      row.deviation !== '' && lostPoints(row) === false && isCopied(row)
        ? `得满分，却填了偏差原因「${brief(row.deviation)}」`
        : null,
  ),
]

function isUnmet(target: string, actual: string): boolean {
  return /^(未|没有|无法|暂停|暂缓)/.test(actual) && actual !== target
}

function brief(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}
