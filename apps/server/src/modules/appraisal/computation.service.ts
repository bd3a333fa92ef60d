import type { Computed, MeasureView } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Measured, MeasureDef } from '../../platform/measures.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { IndicatorComputed } from './appraisal.events.ts'
import { historyPeriods } from './domain/periods.ts'
import { printUnit, printValue } from './domain/printing.ts'
import { splitParams } from './domain/threshold.ts'
import { findIndicator, insertComputation } from './indicator.store.ts'
import { viewComputed } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import type { ComputationTable, IndicatorTable } from './tables.ts'

type Link = { measure: string; params: Record<string, unknown> }
type Result = { definition: MeasureDef; measured: Measured; at: Date }

/** The measure's own parameters of a link. @throws Refused indicator.badParams for a malformed threshold */
export function checkLink(link: Link): { params: Record<string, unknown> } {
  return splitParams(link.params) ?? refuse('indicator.badParams')
}

/** @throws Refused indicator.unknownMeasure, indicator.badParams */
export async function computeMeasure(ctx: Ctx, name: string, params: Record<string, unknown>): Promise<Result> {
  const definition = ctx.measures.find(name) ?? refuse('indicator.unknownMeasure')
  return { definition, measured: await ctx.measures.compute(ctx, name, params), at: new Date(ctx.now()) }
}

function printed({ definition, measured, at }: Result) {
  return {
    value: measured.value,
    text: printValue(measured.value, definition.print, definition.unit),
    unit: printUnit(definition.print, definition.unit),
    coverage: Math.min(1, Math.max(0, measured.coverage)),
    coverage_note: measured.coverageNote,
    working: measured.working,
    fact_count: measured.facts.length,
    at,
  }
}

/** Stores a result with its facts as the one the indicator shows. */
export async function keepComputation(t: Tx, row: IndicatorTable, link: Link, result: Result): Promise<void> {
  const computation: ComputationTable = {
    id: t.newId(),
    indicator_id: row.id,
    measure: link.measure,
    params: link.params,
    by: t.actor.id,
    ...printed(result),
  }
  await insertComputation(t, computation, result.measured.facts)
  await t.emit(IndicatorComputed, `indicator:${row.id}`, {
    projectId: row.project_id,
    indicator: row.l3,
    computationId: computation.id,
    measure: link.measure,
    value: computation.value?.toString() ?? null,
    text: computation.text,
    coverage: computation.coverage,
    working: computation.working,
    facts: computation.fact_count,
  })
}

/** @throws Refused ability.missing */
export function listMeasures(ctx: Ctx): { items: MeasureView[] } {
  demand(mayProject(ctx.actor, 'read'))
  const items = ctx.measures.all().map((definition) => ({
    name: definition.name,
    title: definition.title,
    unit: printUnit(definition.print, definition.unit),
    description: definition.description,
    module: definition.name.split('.')[0] ?? '',
    params: definition.paramViews,
  }))
  return { items }
}

/** Computes and stores nothing. @throws Refused ability.missing, indicator.unknownMeasure, indicator.badParams */
export async function previewMeasure(ctx: Ctx, link: Link): Promise<Computed> {
  demand(mayProject(ctx.actor, 'read'))
  const { params } = checkLink(link)
  return viewComputed(printed(await computeMeasure(ctx, link.measure, params)), null)
}

type Point = { period: string; value: string | null; coverage: number }

/**
 * The linked measure over time: month by month where the measure takes a month, else year by year; what has not begun
 * is left out.
 *
 * @throws Refused ability.missing, platform.notFound
 */
export async function indicatorHistory(ctx: Ctx, id: string): Promise<{ points: Point[] }> {
  demand(mayProject(ctx.actor, 'read'))
  const row = (await findIndicator(ctx, id)) ?? refuse('platform.notFound')
  const definition = row.measure === null ? undefined : ctx.measures.find(row.measure)
  if (!definition || row.params === null) return { points: [] }
  const { params } = checkLink({ measure: definition.name, params: row.params })
  const year = Number(params['year'])
  if (!Number.isInteger(year)) return { points: [] }
  const byMonth = definition.paramViews.some((view) => view.name === 'month')
  const points: Point[] = []
  for (const { period, change } of historyPeriods(year, byMonth, dayOf(ctx.now()))) {
    const measured = await ctx.measures.compute(ctx, definition.name, { ...params, ...change })
    points.push({ period, value: measured.value?.toString() ?? null, coverage: measured.coverage })
  }
  return { points }
}
