import { type RoleKey, roleNames } from '@rongmei/contract'
import type { Day } from '@rongmei/kit'
import { PARTNERS, TOWNS } from './places.ts'

/** Names of the demo's staff are invented. `joins` and `leaves` are the days the membership begins and ends. */
export type Member = {
  account: string
  name: string
  unit: string
  roles: RoleKey[]
  post: string
  joins?: Day
  leaves?: Day
}

export const PASSWORD = 'Songjiang#2023'
export const CENTRE = '松江区融媒体中心（演示）'
export const ADMINISTRATOR = { account: 'guanli', name: '邵天行' }

export const DEPARTMENTS: readonly { name: string; establishment: number }[] = [
  { name: '办公室', establishment: 3 },
  { name: '采访部', establishment: 6 },
  { name: '总编室', establishment: 5 },
  { name: '新媒体部', establishment: 4 },
  { name: '技术部', establishment: 3 },
  { name: '财务审计室', establishment: 3 },
]

export const UNITS = [
  ...DEPARTMENTS.map((one) => ({ ...one, kind: 'department' as const })),
  ...TOWNS.map((town) => ({ name: `${town}分中心`, kind: 'subCentre' as const, establishment: 1 })),
  ...PARTNERS.map(({ name }) => ({ name, kind: 'partner' as const, establishment: 0 })),
]

const reporter = (account: string, name: string, unit: string, post = '记者', dates: Partial<Member> = {}): Member => ({
  account,
  name,
  unit,
  roles: ['reporter'],
  post,
  ...dates,
})

const CORRESPONDENTS = ['丁向晚', '马知远', '方舒', '石清和', '叶明朗', '田小满', '江疏影', '章怀瑾']

export const STAFF: readonly Member[] = [
  { account: 'zhuren', name: '沈怀川', unit: '办公室', roles: ['director'], post: '中心主任' },
  reporter('bangong1', '顾芸生', '办公室', '文秘'),
  reporter('bangong2', '严予安', '办公室', '外联'),
  reporter('jizhe', '陆知夏', '采访部'),
  { account: 'yishen', name: '周立言', unit: '采访部', roles: ['departmentReviewer'], post: '采访部主任' },
  reporter('jizhe2', '林语桐', '采访部'),
  reporter('jizhe3', '赵牧之', '采访部', '记者', { leaves: '2022-03-10' }),
  reporter('jizhe4', '孙晚晴', '采访部'),
  reporter('jizhe5', '何其远', '采访部', '首席记者'),
  reporter('jizhe6', '钱一鸣', '采访部', '记者', { joins: '2022-08-15' }),
  { account: 'bianji', name: '许静和', unit: '总编室', roles: ['subEditor'], post: '编辑' },
  { account: 'bianji2', name: '苏南星', unit: '总编室', roles: ['subEditor'], post: '编辑' },
  { account: 'ershen', name: '吴秉文', unit: '总编室', roles: ['chiefReviewer'], post: '编委' },
  { account: 'ershen2', name: '郑书瑶', unit: '总编室', roles: ['chiefReviewer'], post: '编委' },
  { account: 'zhongshen', name: '韩子墨', unit: '总编室', roles: ['finalReviewer'], post: '总编辑' },
  { account: 'fuzong', name: '程远帆', unit: '新媒体部', roles: ['finalReviewer'], post: '副总编辑' },
  { account: 'yishen2', name: '冯思齐', unit: '新媒体部', roles: ['departmentReviewer'], post: '新媒体部主任' },
  reporter('shipin1', '罗星河', '新媒体部', '视频记者', { leaves: '2023-01-31' }),
  reporter('shipin2', '梁予诺', '新媒体部', '视频记者'),
  reporter('shipin3', '魏朗', '新媒体部', '视频记者', { joins: '2023-03-06' }),
  reporter('jishu1', '曹知非', '技术部', '网络工程师'),
  reporter('jishu2', '潘若谷', '技术部', '播控工程师', { leaves: '2023-05-12' }),
  reporter('jishu3', '戴安之', '技术部', '播控工程师', { joins: '2023-07-03' }),
  { account: 'caiwu', name: '金素问', unit: '财务审计室', roles: ['finance'], post: '会计' },
  { account: 'caiwu2', name: '陶然', unit: '财务审计室', roles: ['finance'], post: '出纳' },
  { account: 'shenji', name: '秦正则', unit: '财务审计室', roles: ['auditor'], post: '审计员' },
  ...TOWNS.map((town, at) => reporter(`fenzhongxin${at + 1}`, CORRESPONDENTS[at] ?? '', `${town}分中心`, '通讯员')),
]

/** Whom the sign-in page offers: one account per role. */
export const OFFERED = [
  'jizhe',
  'bianji',
  'yishen',
  'ershen',
  'zhongshen',
  'caiwu',
  'zhuren',
  'guanli',
  'shenji',
] as const

export type DemoAccount = { account: string; name: string; role: string; password: string }

export function demoAccounts(): DemoAccount[] {
  const people = [...STAFF, { ...ADMINISTRATOR, roles: ['administrator' as const] }]
  return OFFERED.flatMap((account) => {
    const person = people.find((one) => one.account === account)
    const role = person?.roles[0]
    return person && role ? [{ account, name: person.name, role: roleNames[role], password: PASSWORD }] : []
  })
}
