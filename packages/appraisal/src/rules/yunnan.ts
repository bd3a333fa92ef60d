import { national } from './national.ts'
import type { RuleSet } from './types.ts'

/**
 * Yunnan 公开13/14表 (appraisal.md 1.5): the national weights, with 指标性质, 指标值 and 度量单位 in columns of their own
 * and a grade row below the total.
 */
export const yunnan: RuleSet = {
  ...national,
  id: 'cn-yn-2020',
  name: '云南省项目支出绩效自评（公开13、14表）',
  region: '53',
  issuer: '云南省财政厅',
  document: '云南省部门决算公开13、14表',
  layout: { weightColumn: true, splitTarget: true, gradeRow: true },
  unverified: ['版式依据公开表格；权重、档次、等级沿用财预〔2020〕10号，省内办法待核'],
}
