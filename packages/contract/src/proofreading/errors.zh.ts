export const proofreadingErrors = {
  'finding.decided': [409, '这条问题已经处理过'],
  'finding.reasonNeeded': [400, '忽略“必须改”的问题要写明理由'],
  'finding.stale': [409, '稿件已经改动，请重新校对'],
  'proofreading.badDocument': [400, '没有读出这份文件，请检查格式；可用 .docx、.txt、.md'],
  'wordlist.duplicate': [409, '词库里已有这一条'],
  'wordlist.badTable': [400, '表格读不出来：请用第一行写“词语”“姓名、职务”或“正确提法、错误写法”的 .xlsx 表'],
  'wordlist.full': [409, '词库最多 20000 条，请先清理不用的条目，或分几次导入'],
} as const satisfies Record<string, readonly [number, string]>
