/** What the reader takes a table for that is no self-evaluation. */
const SKIPPED: Record<string, string> = { other: '不是自评表', unsure: '拿不准是不是自评表' }

/** The few words that this module prints into exported documents. */
export const words = {
  demo: '演示数据',
  typedMark: '（手填）',
  fileName: '项目支出绩效自评表',
  /** Above a form that carries other values than the reported ones. */
  working: (computed: number, typed: number) =>
    `工作稿：实际完成值 ${computed} 项由系统记录计算，${typed} 项手填，其余为自报`,
  duplicate: (name: string, nth: number) => `${name}（第 ${nth} 张）`,
  duplicateWarning: (name: string) => `文件里有多张「${name}」，请核对是否重复；导入时按张次另存`,
  skipped: (name: string, kind: string, why: string) =>
    `「${name || '未命名的表'}」没有读入：${SKIPPED[kind] ?? kind}${why ? `，${why}` : ''}`,
  noValue: '没有可计算的记录，沿用自报值',
  formTitle: '财政项目支出绩效自评表',
  /** The rows of the money block as the form prints them. */
  money: {
    title: '资金',
    total: '年度资金总额',
    appropriation: '当年财政拨款',
    carryOver: '上年结转资金',
    other: '其他资金',
    of: '其中：',
  },
  target: {
    noGoal: '没有写年度总体目标',
    noRows: '还没有指标',
    noMoney: '没有年初预算数',
    cells: { l1: '一级指标', l2: '二级指标', l3: '三级指标', target: '年度指标值', weight: '分值' },
    missing: (cells: string) => `还没有填：${cells}`,
    remedy: '填完再送审',
  },
} as const
