import { calibrate, type Calibration, type WhatIf, whatIf } from '@rongmei/appraisal'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { toForm } from './form.rows.ts'
import { withValues } from './form.values.ts'
import { findIndicator } from './indicator.store.ts'
import { rulesOf, viewIndicators } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findNamesakes, findProject } from './project.store.ts'

/**
 * The form under other questions: other rule sets, against 年初预算, the other reverse formula, and what full marks need.
 *
 * @throws Refused ability.missing, platform.notFound
 */
export async function whatIfProject(ctx: Ctx, id: string): Promise<WhatIf> {
  demand(mayProject(ctx.actor, 'read'))
  const project = (await findProject(ctx, id)) ?? refuse('platform.notFound')
  const { indicators } = await readProject(ctx, project)
  return whatIf(toForm(project, indicators), { rules: rulesOf(project) })
}

/**
 * How the indicator did over the years by the values measured, what that says of its target, and the target that the
 * measured values would support.
 *
 * @throws Refused ability.missing, platform.notFound
 */
export async function calibrateIndicator(ctx: Ctx, id: string): Promise<{ calibration: Calibration | null }> {
  demand(mayProject(ctx.actor, 'read'))
  const row = (await findIndicator(ctx, id)) ?? refuse('platform.notFound')
  const project = (await findProject(ctx, row.project_id)) ?? refuse('platform.notFound')
  const forms = []
  for (const one of await findNamesakes(ctx, project.name)) {
    const reading = await readProject(ctx, one)
    forms.push(withValues(toForm(one, reading.indicators), viewIndicators(reading)))
  }
  return { calibration: calibrate(forms).find((one) => one.name === row.l3) ?? null }
}
