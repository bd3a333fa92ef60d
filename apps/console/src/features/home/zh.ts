import type { StoryRow, Todo } from '@rongmei/contract'
import { type Decimal, round } from '@rongmei/kit'

type GroupKey = Todo['groups'][number]['key']

export const zh = {
  title: '我的待办',
  write: '写稿',
  groups: {
    returned: '退回给我的',
    review: '等我审的',
    publish: '等着发布的',
    inspect: '抽检还没记录的',
    drafts: '我的草稿',
    sent: '我送出的，走到哪了',
  } satisfies Record<GroupKey, string>,
  all: (total: number) => `查看全部 ${total} 件`,
  counters: { waiting: '等我处理', late: '已过计划时间', publishedToday: '今日已发布', inspections: '抽检未记录' },
  next: {
    write: '继续写',
    submit: '去送审',
    reviewFirst: '去一审',
    reviewSecond: '去二审',
    reviewFinal: '去终审',
    publish: '去发布',
    read: '查看',
  } satisfies Record<StoryRow['next'], string>,
  inspect: '记录抽检',
  untitled: '（还没有标题）',
  returnedBy: (name: string) => `${name} 退回`,
  late: '已过计划时间',
  planned: '计划',
  sentAt: '送审',
  updated: '改动',
  characters: (count: string) => `${count} 字`,
  must: (count: number) => `必须改 ${count} 处`,
  emptyTitle: '眼下没有等您处理的事',
  emptyHint: '要审的稿、退回的稿、自己的草稿都会出现在这里，别人一送审，这里马上更新。',
  go: (place: string) => `去${place}`,
  list: '待办',
  projects: {
    title: (year: number) => `${year} 年度绩效自评`,
    count: (count: number) => `${count} 个项目`,
    go: '去看各项目',
    executed: '全年执行数（元）',
    rate: '执行率（对全年预算）',
    initialRate: '执行率（对年初预算）',
    linked: '已挂接指标',
    errors: '检查发现的错误',
    percent: (share: Decimal | null) => (share === null ? '—' : `${round(share.times(100)).toFixed(2)}%`),
  },
} as const
