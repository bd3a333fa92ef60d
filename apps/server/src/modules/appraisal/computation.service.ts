import type { Computed, MeasureView } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Measured } from '../../platform/measures.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { IndicatorComputed } from './appraisal.events.ts'
import { computeFormula, FORMULA, knowsMonths, readFormula, yearOfFormula } from './computation.formula.ts'
import { historyPeriods } from './domain/periods.ts'
import { type Print, printUnit, printValue } from './domain/printing.ts'
import { splitParams } from './domain/threshold.ts'
import { unitProblem } from './domain/units.ts'
import { findIndicator, insertComputation } from './indicator.store.ts'
import { viewComputed } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import type { ComputationTable, IndicatorTable } from './tables.ts'

export type Link = { measure: string; params: Record<string, unknown> }
export type Result = { unit: string; print: Print; measured: Measured; at: Date }

/** A link made ready: what it is printed in, which periods it knows, and how it is computed. */
type Ready = {
  unit: string
  print: Print
  year: number | null
  byMonth: boolean
  /** @param change replaces the period */
  compute: (change?: object) => Promise<Measured>
}

/**
 * A measure, or a formula of several, ready to be computed.
 *
 * @throws Refused indicator.unknownMeasure, indicator.badParams, indicator.badFormula
 */
function makeReady(ctx: Ctx, link: Link): Ready {
  const { params } = splitParams(link.params) ?? refuse('indicator.badParams')
  if (link.measure === FORMULA) {
    const formula = readFormula(ctx, params)
    return {
      unit: formula.unit,
      print: formula.print,
      year: yearOfFormula(formula),
      byMonth: knowsMonths(formula),
      compute: (change) => computeFormula(ctx, formula, change),
    }
  }
  const definition = ctx.measures.find(link.measure) ?? refuse('indicator.unknownMeasure')
  const year = Number(params['year'])
  return {
    unit: definition.unit,
    print: definition.print,
    year: Number.isInteger(year) ? year : null,
    byMonth: definition.paramViews.some((view) => view.name === 'month'),
    compute: (change) => ctx.measures.compute(ctx, definition.name, { ...params, ...change }),
  }
}

/** @throws Refused indicator.unknownMeasure, indicator.badParams, indicator.badFormula */
export async function computeLink(ctx: Ctx, link: Link): Promise<Result> {
  const { unit, print, compute } = makeReady(ctx, link)
  return { unit, print, measured: await compute(), at: new Date(ctx.now()) }
}

function printed({ unit, print, measured, at }: Result) {
  return {
    value: measured.value,
    text: printValue(measured.value, print, unit),
    unit: printUnit(print, unit),
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

/**
 * Computes and stores nothing.
 *
 * @param target of the indicator the link is meant for: then the reply says whether the unit fits it
 * @throws Refused ability.missing, indicator.unknownMeasure, indicator.badParams, indicator.badFormula
 */
export async function previewMeasure(
  ctx: Ctx,
  { target, ...link }: Link & { target?: string | undefined },
): Promise<Computed & { unitProblem: string | null }> {
  demand(mayProject(ctx.actor, 'read'))
  const computed = viewComputed(printed(await computeLink(ctx, link)), null)
  return { ...computed, unitProblem: target === undefined ? null : unitProblem(target, computed.text) }
}

type Point = { period: string; value: string | null; coverage: number }

/**
 * A link over time, storing nothing: what a person sees who is about to choose it.
 *
 * @throws Refused ability.missing, indicator.unknownMeasure, indicator.badParams, indicator.badFormula
 */
export async function previewHistory(ctx: Ctx, link: Link): Promise<{ points: Point[] }> {
  demand(mayProject(ctx.actor, 'read'))
  return { points: await historyOf(ctx, link) }
}

/**
 * The linked measure over time. A link to a measure that is no more has no history.
 *
 * @throws Refused ability.missing, platform.notFound
 */
export async function indicatorHistory(ctx: Ctx, id: string): Promise<{ points: Point[] }> {
  demand(mayProject(ctx.actor, 'read'))
  const row = (await findIndicator(ctx, id)) ?? refuse('platform.notFound')
  if (row.measure === null || row.params === null) return { points: [] }
  if (row.measure !== FORMULA && !ctx.measures.find(row.measure)) return { points: [] }
  return { points: await historyOf(ctx, { measure: row.measure, params: row.params }) }
}

/** Month by month where all measures take a month, else year by year; what has not begun is left out. */
async function historyOf(ctx: Ctx, link: Link): Promise<Point[]> {
  const { year, byMonth, compute } = makeReady(ctx, link)
  if (year === null) return []
  const points: Point[] = []
  for (const { period, change } of historyPeriods(year, byMonth, dayOf(ctx.now()))) {
    const measured = await compute(change)
    points.push({ period, value: measured.value?.toString() ?? null, coverage: measured.coverage })
  }
  return points
}
