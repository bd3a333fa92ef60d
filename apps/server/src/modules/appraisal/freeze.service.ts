import { topics } from '@rongmei/contract'
import type { Tx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import { ValuesFrozen } from './appraisal.events.ts'
import { insertFreeze } from './freeze.store.ts'
import { viewIndicators } from './indicator.view.ts'
import { readProject } from './project.service.ts'
import { findProject } from './project.store.ts'
import type { FrozenTable } from './tables.ts'

/**
 * Freezes the values of a form as they stand, with the facts they rest on: what is computed later changes neither. Part
 * of handing a form in, whose verb has judged the actor. Handing in again freezes anew; earlier freezes stay.
 *
 * @returns the id of the freeze
 * @throws Refused platform.notFound
 */
export async function freezeValues(t: Tx, projectId: string): Promise<string> {
  const project = (await findProject(t, projectId)) ?? refuse('platform.notFound')
  const reading = await readProject(t, project)
  const id = t.newId()
  const rows = viewIndicators(reading).map((view): FrozenTable => {
    const measured = view.computed && view.computed.value !== null ? view.computed.text : view.actual
    return {
      freeze_id: id,
      indicator_id: view.id,
      mark: view.mark,
      actual: view.typed?.value ?? measured,
      score: view.proposedScore ?? view.score,
      computation_id: reading.computations.get(view.id)?.id ?? null,
      typed_reason: view.typed?.reason ?? null,
      typed_file: view.typed?.fileUrl ?? null,
      typed_name: view.typed?.fileName ?? null,
      typist_name: view.typed?.by.name ?? null,
    }
  })
  const stamp = { by: t.actor.id, by_name: t.actor.name, at: new Date(t.now()) }
  await insertFreeze(t, { id, project_id: projectId, ...stamp }, rows)
  const count = (mark: string) => rows.filter((row) => row.mark === mark).length
  await t.emit(ValuesFrozen, `project:${projectId}`, {
    freezeId: id,
    rows: rows.length,
    computed: count('computed'),
    typed: count('typed'),
  })
  t.touch(topics.project(projectId))
  return id
}
