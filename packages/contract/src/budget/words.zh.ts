import type { AdjustmentState, BudgetFlag, FundSource, PayeeKind } from './schemas.ts'

export const fundSourceNames: Record<FundSource, string> = {
  appropriation: '财政拨款',
  carryover: '上年结转',
  other: '其他资金',
}

export const payeeNames: Record<PayeeKind, string> = {
  company: '企业',
  institution: '机关事业单位',
  staff: '本单位职工',
  individual: '外单位个人',
  other: '其他',
}

export const adjustmentStateNames: Record<AdjustmentState, string> = {
  proposed: '待批准',
  approved: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
}

export const budgetFlagNames: Record<BudgetFlag, string> = {
  noPlan: '未录年初预算',
  pending: '调整待批',
  overspent: '超预算支付',
  adjustedToSpent: '按支出调预算',
}
