import type { Ability, RoleKey } from './schemas.ts'

export const abilityNames: Record<Ability, string> = {
  'story.write': '写稿、送审',
  'story.edit': '修改他人稿件',
  'story.reviewFirst': '一审',
  'story.reviewSecond': '二审',
  'story.reviewFinal': '终审签发',
  'story.publish': '发布',
  'story.correct': '更正已发布稿件',
  'story.withdraw': '撤稿',
  'story.readAll': '查看全部稿件',
  'inspection.record': '质检抽样',
  'wordlist.manage': '维护词库与名录',
  'project.read': '查看项目与自评表',
  'project.import': '导入自评表',
  'project.link': '指标挂接度量',
  'project.fill': '手填实际完成值',
  'project.export': '导出自评表',
  'people.manage': '管理人员',
  'unit.manage': '管理部门与核定人数',
  'role.manage': '管理角色权限',
  'audit.read': '查看操作记录',
}

export const roleNames: Record<RoleKey, string> = {
  reporter: '记者',
  subEditor: '编辑',
  departmentReviewer: '部门审稿人（一审）',
  chiefReviewer: '编委审稿人（二审）',
  finalReviewer: '终审签发人',
  finance: '财务',
  director: '中心主任',
  administrator: '系统管理员',
  auditor: '审计员（只读）',
}
