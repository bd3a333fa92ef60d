export const qualityErrors = {
  'quality.settled': [409, '这篇样本已经定论，不能再改标注'],
  'quality.notDisputed': [409, '两人的标注没有分歧，不用裁定'],
  'quality.ownMarking': [403, '标注过的人不能裁定自己的分歧，请换一位'],
  'quality.threeMarkers': [409, '这篇样本已有两人标注'],
  'quality.badPlace': [400, '标注的位置不在原文里，请重新选择文字'],
  'quality.batchRunning': [409, '已有一次全库校对在进行'],
} as const satisfies Record<string, readonly [number, string]>
