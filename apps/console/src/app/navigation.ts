import type { Ability } from '@rongmei/contract'
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined'
import BookOutlined from '@ant-design/icons/es/icons/BookOutlined'
import CarryOutOutlined from '@ant-design/icons/es/icons/CarryOutOutlined'
import FileDoneOutlined from '@ant-design/icons/es/icons/FileDoneOutlined'
import FileSearchOutlined from '@ant-design/icons/es/icons/FileSearchOutlined'
import FileTextOutlined from '@ant-design/icons/es/icons/FileTextOutlined'
import FundOutlined from '@ant-design/icons/es/icons/FundOutlined'
import AccountBookOutlined from '@ant-design/icons/es/icons/AccountBookOutlined'
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined'
import type { ComponentType } from 'react'
import { paths } from './paths.ts'

export type Place = {
  label: string
  to: string
  icon: ComponentType
  /** Seen by whoever has one of these; by everybody when empty. */
  for: readonly Ability[]
  children?: readonly { label: string; to: string; for?: readonly Ability[] }[]
}

const WRITERS = [
  'story.write',
  'story.edit',
  'story.reviewFirst',
  'story.reviewSecond',
  'story.reviewFinal',
  'story.publish',
  'story.readAll',
] as const

/** The menu, in the order of a working day: what waits for me first, what rules the house last. */
const places: readonly Place[] = [
  { label: '我的待办', to: paths.home(), icon: CarryOutOutlined, for: [] },
  { label: '文稿库', to: paths.stories(), icon: FileTextOutlined, for: WRITERS },
  {
    label: '质检',
    to: paths.quality(),
    icon: FileSearchOutlined,
    for: [...WRITERS, 'inspection.record'],
    children: [
      { label: '差错分析', to: paths.quality() },
      { label: '质检抽样', to: paths.inspections(), for: ['inspection.record', 'story.readAll'] },
      { label: '标注抽样', to: paths.samples(), for: ['inspection.record', 'story.readAll'] },
      { label: '全库校对', to: paths.batches(), for: ['inspection.record', 'story.readAll'] },
    ],
  },
  { label: '校对文件', to: paths.check(), icon: FileDoneOutlined, for: [] },
  {
    label: '词库与规则',
    to: paths.words(),
    icon: BookOutlined,
    for: [...WRITERS, 'wordlist.manage'],
    children: [
      { label: '词库', to: paths.words() },
      { label: '校对规则', to: paths.rules() },
    ],
  },
  {
    label: '绩效自评',
    to: paths.projects(),
    icon: FundOutlined,
    for: ['project.read'],
    children: [
      { label: '项目', to: paths.projects() },
      { label: '导入自评表', to: paths.projectImport(), for: ['project.import'] },
      { label: '度量目录', to: paths.measures() },
    ],
  },
  {
    label: '预算执行',
    to: paths.budget(),
    icon: AccountBookOutlined,
    for: ['budget.read'],
    children: [
      { label: '项目预算', to: paths.budget() },
      { label: '支付记录', to: paths.budgetPayments() },
      { label: '导入支付', to: paths.budgetImport(), for: ['budget.write'] },
    ],
  },
  {
    label: '人员与单位',
    to: paths.people(),
    icon: TeamOutlined,
    for: ['people.manage', 'unit.manage', 'role.manage', 'audit.read'],
    children: [
      { label: '人员', to: paths.people() },
      { label: '单位', to: paths.units() },
      { label: '角色权限', to: paths.roles() },
    ],
  },
  { label: '操作记录', to: paths.audit(), icon: AuditOutlined, for: ['audit.read'] },
]

/** The places a person with these abilities finds in the menu. */
export function placesFor(abilities: readonly Ability[]): Place[] {
  const has = (needed: readonly Ability[] | undefined) =>
    !needed || needed.length === 0 || needed.some((ability) => abilities.includes(ability))
  return places
    .filter((place) => has(place.for))
    .map(({ children, ...place }) =>
      children ? { ...place, children: children.filter((child) => has(child.for)) } : place,
    )
}

/** Addresses that belong to a menu place without standing under its path. */
const ELSEWHERE: Record<string, string> = {
  '/inspections': '/quality',
  '/indicators': '/projects',
  '/measures': '/projects',
  '/rules': '/words',
  '/units': '/people',
  '/roles': '/people',
}

/** Whether the menu shows this place as the current one. */
export function isCurrent(place: { to: string }, pathname: string): boolean {
  if (place.to === '/') return pathname === '/'
  const root = `/${pathname.split('/')[1] ?? ''}`
  return place.to === root || place.to === ELSEWHERE[root]
}
