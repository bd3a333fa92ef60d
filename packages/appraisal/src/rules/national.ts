import type { RuleSet } from './types.ts'

/**
 * 财政部《项目支出绩效评价管理办法》(财预〔2020〕10号). The articles are paraphrased from working knowledge and public
 * forms (appraisal.md 1.2, 1.3); the reverse formula and the over-achievement band are not in the text of the rule: they
 * are what provincial systems run, and are settings here.
 */
export const national: RuleSet = {
  id: 'cn-2020-10',
  name: '财预〔2020〕10号 项目支出绩效评价管理办法',
  version: '1',
  region: 'CN',
  issuer: '财政部',
  document: '财预〔2020〕10号',
  validFrom: '2020-02-25',
  validTo: null,
  total: '100',
  weights: [
    { dimension: '产出指标', weight: '50' },
    { dimension: '效益指标', weight: '30' },
    { dimension: '满意度指标', weight: '10' },
  ],
  execution: { weight: '10', formula: 'min(S/B, 1) × w', source: '财预〔2020〕10号 第十三条' },
  tiers: {
    list: [
      { name: '达成年度指标', from: '0.8', to: '1', toInclusive: true },
      { name: '部分达成年度指标并具有一定效果', from: '0.6', to: '0.8', toInclusive: false },
      { name: '未达成年度指标且效果较差', from: '0', to: '0.6', toInclusive: false },
    ],
    source: '财预〔2020〕10号 第十六条（定性指标）',
  },
  positive: { formula: 'a ≥ t 得 w，否则 w × a ÷ t', source: '财预〔2020〕10号 第十六条（定量指标）' },
  zero: { formula: 'a ≤ 0 得 w，否则 0', source: '各地一体化系统通行做法（目标为零）' },
  reverse: {
    variant: 'linear',
    formula: 'a ≤ t 得 w；t < a < 2t 得 w × (1 − (a − t) ÷ t)；a ≥ 2t 得 0',
    source: '各地一体化系统通行做法（反向指标）',
  },
  overAchievement: { from: '1.3', source: '财预〔2020〕10号 第十六条；幅度为通行做法' },
  rounding: { places: 2, mode: 'half-up' },
  grades: {
    list: [
      { name: '优', from: '90' },
      { name: '良', from: '80' },
      { name: '中', from: '60' },
      { name: '差', from: '0' },
    ],
    source: '财预〔2020〕10号 第十八条',
  },
  layout: { weightColumn: true, splitTarget: false, gradeRow: false },
  unverified: ['条文为转述，未逐字核对官方文本', '反向指标公式与超额完成幅度为各地通行做法，不是条文规定'],
}
