import type { AssessmentDimension, ProjectAct, ProjectState } from './cycle.ts'

export const projectStateNames: Record<ProjectState, string> = {
  drafting: '目标编制',
  targetSubmitted: '待审核',
  targetReviewed: '待批复',
  executing: '执行中',
  selfEvaluating: '自评填报',
  unitCheck: '单位审核',
  departmentReview: '部门评价',
  concluded: '已办结',
  published: '已公开',
}

export const projectActNames: Record<ProjectAct, string> = {
  submitTarget: '送审目标',
  checkTarget: '审核通过',
  approveTarget: '批复目标',
  adjustTarget: '申请调整目标',
  startEvaluation: '开始自评',
  submitEvaluation: '提交自评',
  checkEvaluation: '单位审核通过',
  concludeEvaluation: '部门评价办结',
  publish: '公开',
  return: '退回',
  recall: '收回',
}

export const assessmentNames: Record<AssessmentDimension, string> = {
  necessity: '立项必要性',
  economy: '投入经济性',
  goals: '目标合理性',
  feasibility: '方案可行性',
  funding: '筹资合规性',
}
