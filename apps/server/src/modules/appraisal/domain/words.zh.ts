/** The few words that this module prints into exported documents. */
export const words = {
  demo: '演示数据',
  fileName: '项目支出绩效自评表',
  /** Above a form that carries other values than the reported ones. */
  working: (computed: number, typed: number) =>
    `工作稿：实际完成值 ${computed} 项由系统记录计算，${typed} 项手填，其余为自报`,
  duplicate: (name: string, nth: number) => `${name}（第 ${nth} 张）`,
  duplicateWarning: (name: string) => `文件里有多张「${name}」，请核对是否重复；导入时按张次另存`,
  skipped: (name: string, kind: string, why: string) =>
    `「${name || '未命名的表'}」没有读入：${kind}${why ? `，${why}` : ''}`,
  noValue: '没有可计算的记录，沿用自报值',
} as const
