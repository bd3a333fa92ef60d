import type { Ability, ProjectAct, ProjectState } from '@rongmei/contract'

/** Signatures of the target phase are bound to the targets, those of the evaluation to the whole form. */
export type Phase = 'target' | 'evaluation'

export type Step = {
  from: readonly ProjectState[]
  to: Partial<Record<ProjectState, ProjectState>>
  /** By state, since a return belongs to whoever would sign in that state. */
  ability: Partial<Record<ProjectState, Ability>>
  /** submit: by the owner. sign: by another than the submitter and the earlier signers. back: ends the signatures of the phase. */
  kind: 'submit' | 'sign' | 'back' | 'recall' | 'publish'
}

const step = (from: ProjectState, to: ProjectState, ability: Ability, kind: Step['kind']): Step => ({
  from: [from],
  to: { [from]: to },
  ability: { [from]: ability },
  kind,
})

/** The whole loop as a table: act, from where, to where, by whom. */
export const STEPS: Record<ProjectAct, Step> = {
  submitTarget: step('drafting', 'targetSubmitted', 'project.declare', 'submit'),
  checkTarget: step('targetSubmitted', 'targetReviewed', 'project.check', 'sign'),
  approveTarget: step('targetReviewed', 'executing', 'project.approve', 'sign'),
  adjustTarget: step('executing', 'drafting', 'project.declare', 'back'),
  startEvaluation: step('executing', 'selfEvaluating', 'project.declare', 'submit'),
  submitEvaluation: step('selfEvaluating', 'unitCheck', 'project.declare', 'submit'),
  checkEvaluation: step('unitCheck', 'departmentReview', 'project.check', 'sign'),
  concludeEvaluation: step('departmentReview', 'concluded', 'project.review', 'sign'),
  publish: step('concluded', 'published', 'project.publish', 'publish'),
  return: {
    from: ['targetSubmitted', 'targetReviewed', 'unitCheck', 'departmentReview'],
    to: {
      targetSubmitted: 'drafting',
      targetReviewed: 'drafting',
      unitCheck: 'selfEvaluating',
      departmentReview: 'selfEvaluating',
    },
    ability: {
      targetSubmitted: 'project.check',
      targetReviewed: 'project.approve',
      unitCheck: 'project.check',
      departmentReview: 'project.review',
    },
    kind: 'back',
  },
  recall: {
    from: ['targetSubmitted', 'unitCheck'],
    to: { targetSubmitted: 'drafting', unitCheck: 'selfEvaluating' },
    ability: { targetSubmitted: 'project.declare', unitCheck: 'project.declare' },
    kind: 'recall',
  },
}

const NEXT: Record<ProjectState, ProjectAct | null> = {
  drafting: 'submitTarget',
  targetSubmitted: 'checkTarget',
  targetReviewed: 'approveTarget',
  executing: 'startEvaluation',
  selfEvaluating: 'submitEvaluation',
  unitCheck: 'checkEvaluation',
  departmentReview: 'concludeEvaluation',
  concluded: 'publish',
  published: null,
}

/** The act that takes a project on from a state. */
export function nextAct(state: ProjectState): ProjectAct | null {
  return NEXT[state]
}

/** Where an act leads from a state; undefined where it is not open. */
export function stateAfter(state: ProjectState, act: ProjectAct): ProjectState | undefined {
  return STEPS[act].to[state]
}

export function phaseOf(state: ProjectState): Phase {
  const target: readonly ProjectState[] = ['drafting', 'targetSubmitted', 'targetReviewed', 'executing']
  return target.includes(state) ? 'target' : 'evaluation'
}

/**
 * What of a form may be changed. Targets are those approved with the budget (财预〔2020〕10号 art. 13), so they are open
 * only while they are drafted; links and measured values from the draft on until the self-evaluation is submitted.
 *
 * @param imported a form that came as printed and was signed elsewhere: its working copy stays open beside it until it
 * is published
 */
export function editable(state: ProjectState, imported = false): { targets: boolean; values: boolean } {
  const values = state === 'drafting' || state === 'executing' || state === 'selfEvaluating'
  return { targets: state === 'drafting', values: values || (imported && state === 'concluded') }
}

/** Acts whose signature says nothing without words: what goes back is told why. */
export function needsOpinion(act: ProjectAct): boolean {
  return act === 'return' || act === 'adjustTarget'
}

/** A self-evaluation is of a year that is all but over. */
export function mayEvaluateFrom(year: number): string {
  return `${year}-12-01`
}

/** The centre's calendar of duties, by project year; practice of the budget year, not words of a rule. */
export function dueOn(state: ProjectState, year: number): string | null {
  const due: Record<ProjectState, string | null> = {
    drafting: `${year - 1}-10-31`,
    targetSubmitted: `${year - 1}-11-20`,
    targetReviewed: `${year - 1}-12-31`,
    executing: `${year + 1}-01-31`,
    selfEvaluating: `${year + 1}-03-15`,
    unitCheck: `${year + 1}-03-31`,
    departmentReview: `${year + 1}-05-31`,
    concluded: `${year + 1}-08-31`,
    published: null,
  }
  return due[state]
}
