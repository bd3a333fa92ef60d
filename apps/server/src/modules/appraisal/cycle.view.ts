import { PROJECT_ACTS, type ProjectCycle, type ProjectSignature } from '@rongmei/contract'
import type { Form } from '@rongmei/appraisal'
import type { Day } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { type CycleFacts, mayEditTargets, mayEditValues, mayMove } from './cycle.policy.ts'
import { dueOn, nextAct, phaseOf, STEPS } from './domain/cycle.ts'
import { boundHash } from './domain/fingerprint.ts'
import type { ProjectTable, TransitionTable } from './tables.ts'

/** The signatures that count now: of this phase, not voided, submitted or signed. */
export function signersOf(project: ProjectTable, transitions: readonly TransitionTable[]): TransitionTable[] {
  return transitions.filter((one) => {
    const { kind } = STEPS[one.act]
    const counts = kind === 'submit' || kind === 'sign'
    return counts && one.voided_at === null && phaseOf(one.before) === phaseOf(project.state)
  })
}

export function factsOf(project: ProjectTable, transitions: readonly TransitionTable[]): CycleFacts {
  return {
    state: project.state,
    year: project.year,
    owner_id: project.owner_id,
    imported: project.file_name !== '',
    signers: signersOf(project, transitions).map((one) => ({ act: one.act, by: one.by_id })),
  }
}

/** Where a project stands, who signed what, and what this person may do next. */
export function viewCycle(
  project: ProjectTable,
  transitions: readonly TransitionTable[],
  form: Form,
  about: { isNew: boolean; actor: Actor; today: Day },
): ProjectCycle {
  const { actor, today } = about
  const facts = factsOf(project, transitions)
  const verdicts = PROJECT_ACTS.map((act) => [act, mayMove(actor, act, facts, today)] as const)
  return {
    projectId: project.id,
    no: project.no,
    name: project.name,
    year: project.year,
    state: project.state,
    rev: project.rev,
    owner: project.owner_name === null ? null : { id: project.owner_id ?? '', name: project.owner_name },
    hash: boundHash(phaseOf(project.state), form),
    next: nextAct(project.state),
    dueOn: facts.imported ? null : dueOn(project.state, project.year),
    signatures: transitions.map((one) => viewSignature(one, form)),
    assessment: project.assessment,
    needsAssessment: about.isNew && project.assessment === null && project.state === 'drafting',
    can: Object.fromEntries(verdicts) as ProjectCycle['can'],
    edit: { targets: mayEditTargets(actor, facts), values: mayEditValues(facts) },
  }
}

/** A signature over other words than those that stand now is void, whoever changed them. */
function viewSignature(row: TransitionTable, form: Form): ProjectSignature {
  const { kind } = STEPS[row.act]
  const binds = kind === 'submit' || kind === 'sign'
  return {
    id: row.id,
    act: row.act,
    before: row.before,
    after: row.after,
    by: { id: row.by_id ?? '', name: row.by_name },
    at: row.at.toISOString(),
    opinion: row.opinion,
    overrideReason: row.override_reason,
    version: row.version_no,
    valid: row.voided_at === null && (!binds || row.hash === boundHash(phaseOf(row.before), form)),
  }
}
