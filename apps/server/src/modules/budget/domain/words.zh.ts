import { fundSourceNames, payeeNames } from '@rongmei/contract'

const listed = (names: Record<string, string>) => Object.values(names).join('、')

/** Columns of the template, in its order; the reader finds them by these words. */
export const COLUMNS = {
  paidOn: '付款日期',
  amount: '金额（元）',
  project: '项目',
  source: '资金来源',
  payee: '收款方类型',
  purpose: '用途',
  contract: '合同编号',
  voucher: '凭证号',
} as const
export type ColumnKey = keyof typeof COLUMNS

/** Sentences of the import findings, the workbooks and the measures' workings. */
export const words = {
  badDay: '付款日期要写成 2023-05-01 这样的日期',
  wrongYear: (year: number) => `付款日期要在 ${year} 年之内，且不晚于今天`,
  badAmount: '金额要大于零，最多两位小数',
  noProject: (year: number) => `${year} 年没有这个项目，请与项目名称逐字核对`,
  badSource: `资金来源只能是${listed(fundSourceNames)}`,
  badPayee: `收款方类型只能是${listed(payeeNames)}`,
  badPurpose: '用途要写 2 到 200 个字',
  longContract: '合同编号最多 80 个字',
  badVoucher: '凭证号要写 1 到 40 个字',
  personal: '不要写身份证号、手机号或银行卡号',
  sameVoucher: '本年度已有相同凭证号的支付记录',
  sameInFile: (row: number) => `与第 ${row} 行凭证号相同`,
  over: '支付后将超出这一资金来源的全年预算',
  noHeader: (missing: string) => `第一行里没有找到列：${missing}`,
  empty: '表里没有支付记录',
  tooMany: (most: number) => `一次最多导入 ${most} 行`,
  template: '支付记录',
  notes: '填写说明',
  noteLines: [
    '每行一笔支付，第一行列名不要改。',
    '付款日期写成 2023-05-01；金额以元为单位，最多两位小数。',
    '项目与系统里的项目名称逐字一致，名称列在右边。',
    `资金来源：${listed(fundSourceNames)}。收款方类型：${listed(payeeNames)}。`,
    '不要填写个人姓名、身份证号、手机号和银行卡号。',
  ],
  sheetSums: '预算执行',
  sheetAdjustments: '预算调整',
  sheetPayments: '支付记录',
  fileName: '预算执行表',
  total: '合计',
  demo: '演示数据',
} as const
