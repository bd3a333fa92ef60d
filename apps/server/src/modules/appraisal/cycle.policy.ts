import type { ProjectAct, ProjectState } from '@rongmei/contract'
import { all, type Day, no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { editable, mayEvaluateFrom, STEPS, stateAfter } from './domain/cycle.ts'
import { onlyLooks } from './project.policy.ts'

/** What the rules need to know of a project. */
export type CycleFacts = {
  state: ProjectState
  year: number
  owner_id: string | null
  imported: boolean
  /** People who hold a valid signature of this phase, in order; the first submitted. */
  signers: readonly { act: ProjectAct; by: string | null }[]
}

const able = <K extends string>(ok: boolean, why: K): Verdict<K> => (ok ? YES : no(why))

/** Those who may not even read, and those who only look, hear that first. */
function mayAct(actor: Actor): Verdict {
  if (actor.kind === 'system') return YES
  return all<string>(
    able(actor.abilities.has('project.read'), 'ability.missing'),
    able(!onlyLooks(actor), 'ability.readOnly'),
  )
}

const isOwner = (actor: Actor, facts: CycleFacts) =>
  actor.kind === 'system' || facts.owner_id === null || facts.owner_id === actor.id

/**
 * Whether the actor may take this step now. Whoever submits does not check, and nobody signs two steps of one phase
 * (maker ≠ checker ≠ approver); the system (replay, jobs) is bound by the states alone.
 *
 * @param today for the acts that have their season
 */
export function mayMove(actor: Actor, act: ProjectAct, facts: CycleFacts, today: Day): Verdict {
  const step = STEPS[act]
  const ability = step.ability[facts.state]
  return all<string>(
    mayAct(actor),
    able(stateAfter(facts.state, act) !== undefined, 'project.wrongState'),
    able(actor.kind === 'system' || (ability !== undefined && actor.abilities.has(ability)), 'ability.missing'),
    mayPerson(actor, act, facts),
    able(act !== 'startEvaluation' || today >= mayEvaluateFrom(facts.year), 'project.tooEarly'),
  )
}

/** Which person: the owner drafts and submits, the submitter recalls, somebody else signs. */
function mayPerson(actor: Actor, act: ProjectAct, facts: CycleFacts): Verdict {
  if (actor.kind === 'system') return YES
  const { kind } = STEPS[act]
  const submitted = facts.signers.some((one) => STEPS[one.act].kind === 'submit' && one.by === actor.id)
  if (kind === 'recall') return able(submitted, 'project.notSubmitter')
  if (kind === 'submit' || act === 'adjustTarget') return able(isOwner(actor, facts), 'project.notOwner')
  if (submitted) return no('project.ownSubmission')
  return able(kind !== 'sign' || facts.signers.every((one) => one.by !== actor.id), 'project.samePerson')
}

/** Whether the actor may change the targets now: the owner, while they are drafted. */
export function mayEditTargets(actor: Actor, facts: CycleFacts): Verdict {
  return all<string>(
    mayAct(actor),
    able(editable(facts.state, facts.imported).targets, 'project.notEditable'),
    able(actor.kind === 'system' || actor.abilities.has('project.declare'), 'ability.missing'),
    able(isOwner(actor, facts), 'project.notOwner'),
  )
}

/** Whether links and values may change in this state, whoever asks. */
export function mayEditValues(facts: Pick<CycleFacts, 'state' | 'imported'>): Verdict<'project.notEditable'> {
  return able(editable(facts.state, facts.imported).values, 'project.notEditable')
}

export function mayDeclare(actor: Actor): Verdict {
  return all<string>(
    mayAct(actor),
    able(actor.kind === 'system' || actor.abilities.has('project.declare'), 'ability.missing'),
  )
}
