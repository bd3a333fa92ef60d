import { national } from './national.ts'
import type { RuleSet } from './types.ts'

/**
 * Sichuan 部门预算 form (appraisal.md 1.3–1.5): execution 10, all indicators together 90, often without a satisfaction
 * row; an execution rate below 90 % must be explained, and so must any adjustment within the year.
 */
export const sichuan: RuleSet = {
  ...national,
  id: 'cn-sc-2020',
  name: '四川省部门预算项目绩效自评（执行 10、绩效 90）',
  region: '51',
  issuer: '四川省财政厅',
  document: '四川省部门预算项目支出绩效自评表',
  weights: [{ dimension: '绩效指标', weight: '90', dimensions: ['产出指标', '成本指标', '效益指标', '满意度指标'] }],
  execution: {
    weight: '10',
    formula: 'min(S/B, 1) × w',
    source: '四川省部门预算项目支出绩效自评表',
    explainBelow: '0.9',
  },
  layout: { weightColumn: true, splitTarget: true, gradeRow: false },
  unverified: ['依据公开自评表及其附注整理，发文字号与施行日期待核', '等级、定性档次沿用财预〔2020〕10号'],
}
