import type { FactMark, Light, MonitorMeasure, Possibility, ReasonClass, RectificationState } from './schemas.ts'

export const rectificationStateNames: Record<RectificationState, string> = {
  open: '整改中',
  handedIn: '待复核',
  closed: '已完成',
}
export const reasonClassNames: Record<ReasonClass, string> = {
  funds: '经费保障',
  system: '制度保障',
  people: '人员保障',
  hardware: '硬件条件保障',
  other: '其他',
}
export const possibilityNames: Record<Possibility, string> = {
  certain: '确定能',
  possible: '有可能',
  impossible: '完全不可能',
}
export const monitorMeasureNames: Record<MonitorMeasure, string> = {
  none: '无需处理',
  correct: '纠偏',
  adjust: '调整目标',
  stop: '停止支付',
}
export const lightNames: Record<Light, string> = { red: '红', yellow: '黄', green: '绿', blue: '蓝' }
export const factMarkNames: Record<FactMark, string> = { true: '属实', false: '不符', missing: '查不到' }
