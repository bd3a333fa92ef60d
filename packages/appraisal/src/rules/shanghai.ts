import { national } from './national.ts'
import type { RuleSet } from './types.ts'

/**
 * 上海市财政项目支出预算绩效管理办法（试行）(沪财绩〔2020〕6号), known from references only (appraisal.md 1.1): the ten published
 * forms follow the national weights 10/50/30/10, and so does this set until the text has been read.
 */
export const shanghai: RuleSet = {
  ...national,
  id: 'cn-sh-2020-6',
  name: '沪财绩〔2020〕6号 上海市财政项目支出预算绩效管理办法（试行）',
  region: '31',
  issuer: '上海市财政局',
  document: '沪财绩〔2020〕6号',
  validFrom: '2020-03-01',
  unverified: [
    '官方文本未核对：权重、档次、公式、等级均沿用财预〔2020〕10号',
    '施行日期待核，暂记 2020-03-01',
    '试行期限与续期文件待核',
  ],
}
