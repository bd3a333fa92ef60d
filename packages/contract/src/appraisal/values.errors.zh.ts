export const valuesErrors = {
  'form.badMapping': [400, '列对应关系不对：按它读不出指标'],
  'indicator.badFormula': [400, '公式不对'],
  'indicator.notQualitative': [400, '只有文字目标的指标需要评分标准'],
  'indicator.noLoss': [400, '这一行没有扣分，不需要说明偏差原因'],
  'indicator.noFacts': [400, '没有可引用的记录，不能起草偏差原因：请先挂接度量并计算，或由人手填并附佐证'],
  'indicator.badCitation': [400, '每句话都要引用这一指标依据的记录'],
} as const satisfies Record<string, readonly [number, string]>
