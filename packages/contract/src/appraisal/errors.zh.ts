import { cycleErrors } from './cycle.errors.zh.ts'
import { valuesErrors } from './values.errors.zh.ts'

export const appraisalErrors = {
  ...cycleErrors,
  ...valuesErrors,
  'form.unreadable': [400, '没有从文件里读出自评表，请检查格式'],
  'form.tooLarge': [413, '文件太大：文本 20 MB、表格 20 MB 为限'],
  'form.importGone': [410, '这次导入已过期或已完成，请重新上传'],
  'form.projectExists': [409, '这一年度已有同名项目；要覆盖请勾选“替换已有的自评表”'],
  'indicator.unknownMeasure': [400, '没有这个度量'],
  'indicator.badParams': [400, '度量的参数不对'],
  'indicator.moved': [409, '指标刚被别人改过，请刷新后再改'],
  'indicator.evidenceNeeded': [400, '手填的值要写明理由并上传佐证文件'],
} as const satisfies Record<string, readonly [number, string]>
