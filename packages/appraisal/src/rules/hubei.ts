import { national } from './national.ts'
import type { RuleSet } from './types.ts'

/**
 * Hubei as its forms and their notes print it (appraisal.md 1.3, 1.5): 执行 20, 产出 40, 效益 and 满意度 40 together,
 * tiers 100–80–50–0 %, a reverse indicator loses by w × t ÷ a, and no weight column: the weight of a row is printed
 * nowhere, so its points are only held against the weight of the level.
 */
export const hubei: RuleSet = {
  ...national,
  id: 'cn-hb-2020',
  name: '湖北省项目支出绩效自评（执行 20、产出 40、效益和满意度 40）',
  region: '42',
  issuer: '湖北省财政厅',
  document: '湖北省项目自评表填表说明',
  weights: [
    { dimension: '产出指标', weight: '40' },
    { dimension: '效益和满意度指标', weight: '40', dimensions: ['效益指标', '满意度指标'] },
  ],
  execution: { weight: '20', formula: 'min(S/B, 1) × w', source: '湖北自评表：执行率得分 = 20 × 执行率' },
  tiers: {
    list: [
      { name: '达成预期指标', from: '0.8', to: '1', toInclusive: true },
      { name: '部分达成预期指标并具有一定效果', from: '0.5', to: '0.8', toInclusive: false },
      { name: '未达成预期指标且效果较差', from: '0', to: '0.5', toInclusive: false },
    ],
    source: '湖北自评表填表说明（定性指标）',
  },
  positive: { formula: 'a ≥ t 得 w，否则 w × a ÷ t', source: '湖北自评表填表说明（定量指标）' },
  reverse: { variant: 'ratio', formula: 'a ≤ t 得 w，否则 w × t ÷ a', source: '湖北自评表填表说明（反向指标）' },
  layout: { weightColumn: false, splitTarget: false, gradeRow: false },
  unverified: ['依据公开自评表的填表说明整理，发文字号与施行日期待核', '等级界限沿用财预〔2020〕10号'],
}
