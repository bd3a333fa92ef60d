import { kindOf } from '@rongmei/appraisal'
import { type Gap, topics } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { RubricSaved } from './appraisal.events.ts'
import { gapsOf } from './domain/gaps.ts'
import { getIndicator, type IndicatorReply, loadOpen } from './indicator.service.ts'
import { bumpIndicator } from './indicator.store.ts'
import { viewIndicators } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findProject } from './project.store.ts'
import { writeRubric } from './rubric.store.ts'

export type NewRubric = { met: string; partly: string; unmet: string; evidence: string }

/**
 * 评分标准: what is met, partly met and unmet in a row whose target is words, and by what one tells.
 *
 * @throws Refused ability.missing, platform.notFound, project.notEditable, indicator.notQualitative, indicator.moved
 */
export async function saveRubric(
  ctx: Ctx,
  id: string,
  change: { rev: number; rubric: NewRubric },
): Promise<IndicatorReply> {
  demand(mayProject(ctx.actor, 'fill'))
  const row = await loadOpen(ctx, id)
  if (kindOf(row.target) !== 'qualitative') refuse('indicator.notQualitative')
  const { met, partly, unmet, evidence } = change.rubric
  await ctx.tx(async (t) => {
    if (!(await bumpIndicator(t, id, change.rev))) refuse('indicator.moved')
    await writeRubric(t, {
      indicator_id: id,
      met,
      partly,
      unmet,
      evidence,
      by: t.actor.id,
      author_name: t.actor.name,
      at: new Date(t.now()),
    })
    await t.emit(RubricSaved, `indicator:${id}`, { projectId: row.project_id, indicator: row.l3, met, evidence })
    t.touch(topics.project(row.project_id))
  })
  return getIndicator(ctx, id)
}

/**
 * What is missing before a form may be handed in: qualitative rows without a rubric, rows without a value, points lost
 * without a stated reason. Empty: nothing is. For the verb that hands in, which has judged the actor.
 *
 * @throws Refused platform.notFound
 */
export async function submitGaps(ctx: Ctx, projectId: string): Promise<Gap[]> {
  const project = (await findProject(ctx, projectId)) ?? refuse('platform.notFound')
  return gapsOf(viewIndicators(await readProject(ctx, project)))
}
