import type { DueRow } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { mayMove } from './cycle.policy.ts'
import { findOpenProjects, findTransitions } from './cycle.store.ts'
import { factsOf } from './cycle.view.ts'
import { dueOn, nextAct, STEPS } from './domain/cycle.ts'
import { mayProject } from './project.policy.ts'
import type { ProjectTable, TransitionTable } from './tables.ts'

/** What is due from whom: the next step of every open project, what waits for this person first. Empty for those who may not read. */
export async function listDue(ctx: Ctx): Promise<{ items: DueRow[] }> {
  if (!mayProject(ctx.actor, 'read').ok) return { items: [] }
  const projects = await findOpenProjects(ctx)
  const transitions = await findTransitions(
    ctx,
    projects.map((one) => one.id),
  )
  const rows = projects.flatMap((project) =>
    dueRow(
      ctx,
      project,
      transitions.filter((one) => one.project_id === project.id),
    ),
  )
  return { items: rows.toSorted((a, b) => Number(b.mine) - Number(a.mine) || a.dueOn.localeCompare(b.dueOn)) }
}

function dueRow(ctx: Ctx, project: ProjectTable, transitions: readonly TransitionTable[]): DueRow[] {
  const { state, year } = project
  const act = nextAct(state)
  const due = dueOn(state, year)
  const ability = act && STEPS[act].ability[state]
  if (!act || !due || !ability) return []
  const today = dayOf(ctx.now())
  const last = transitions.at(-1)
  const back = last && STEPS[last.act].kind === 'back' ? last : undefined
  return [
    {
      projectId: project.id,
      no: project.no,
      name: project.name,
      year,
      state,
      act,
      dueOn: due,
      late: today > due,
      mine: mayMove(ctx.actor, act, factsOf(project, transitions), today).ok,
      owner: project.owner_name === null ? null : { id: project.owner_id ?? '', name: project.owner_name },
      ability,
      returned: back ? { by: { id: back.by_id ?? '', name: back.by_name }, reason: back.opinion } : null,
      since: (last?.at ?? project.imported_at).toISOString(),
    },
  ]
}
