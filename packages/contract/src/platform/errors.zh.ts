export const platformErrors = {
  'platform.invalid': [400, '提交的内容有误，请按提示改正'],
  'platform.badJson': [400, '提交的内容不是有效的 JSON'],
  'platform.notFound': [404, '没有找到您要的内容，可能已被删除或地址有误'],
  'platform.forbidden': [403, '您没有做这件事的权限'],
  'platform.forgedRequest': [403, '请求来源不明，已拒绝；请从本系统页面操作'],
  'platform.tooLarge': [413, '内容太大，超过了允许的上限'],
  'platform.tooManyRequests': [429, '操作太频繁，请稍候再试'],
  'platform.unsupportedFile': [415, '不支持这种文件，请换一种格式'],
  'platform.storageFull': [507, '服务器磁盘已满，这次没有存上；您的内容还在本页，请联系管理员后再试'],
  'platform.busy': [503, '服务器正忙，请稍后再试'],
  'platform.stopping': [503, '服务正在停止，请稍后再试'],
  'platform.fault': [500, '系统出了差错，已记录；您的内容还在本页，请稍后再试'],
} as const satisfies Record<string, readonly [number, string]>
