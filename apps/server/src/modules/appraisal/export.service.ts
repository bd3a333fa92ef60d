import { type Form, writeDocx, writeXlsx } from '@rongmei/appraisal'
import type { FileReply, IndicatorView } from '@rongmei/contract'
import { Decimal } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { readSetting } from '../../platform/settings.ts'
import { FormExported } from './appraisal.events.ts'
import { readPoint } from './domain/points.ts'
import { toForm } from './form.rows.ts'
import { words } from './domain/words.zh.ts'
import { type Reading, viewIndicators } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findProject, findProjects } from './project.store.ts'
import type { ProjectTable } from './tables.ts'

export type ExportChoice = { to: 'docx' | 'xlsx'; values: 'printed' | 'computed' }

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** @throws Refused ability.missing, platform.notFound */
export async function exportProject(ctx: Ctx, id: string, choice: ExportChoice): Promise<FileReply> {
  demand(mayProject(ctx.actor, 'export'))
  const project = (await findProject(ctx, id)) ?? refuse('platform.notFound')
  const name = `${words.fileName}-${project.year}-${project.name}.${choice.to}`
  return write(ctx, [project], choice, { name, subject: `project:${id}` })
}

/** All forms of a year in one file. @throws Refused ability.missing, platform.notFound */
export async function exportYear(ctx: Ctx, year: number, choice: ExportChoice): Promise<FileReply> {
  demand(mayProject(ctx.actor, 'export'))
  const projects = await findProjects(ctx, year)
  if (projects.length === 0) refuse('platform.notFound')
  return write(ctx, projects, choice, { name: `${words.fileName}-${year}.${choice.to}`, subject: `year:${year}` })
}

async function write(
  ctx: Ctx,
  projects: readonly ProjectTable[],
  choice: ExportChoice,
  as: { name: string; subject: string },
): Promise<FileReply> {
  const readings: Reading[] = []
  for (const project of projects) readings.push(await readProject(ctx, project))
  const views = readings.map((reading) => viewIndicators(reading))
  const forms = readings.map((reading, index) => {
    const form = toForm(reading.project, reading.indicators)
    return choice.values === 'printed' ? form : withValues(form, views[index] ?? [])
  })
  const label = await labelOf(ctx, choice, views.flat())
  const options = { at: new Date(ctx.now()), ...(label === '' ? {} : { label }) }
  const bytes = choice.to === 'docx' ? await writeDocx(forms, options) : await writeXlsx(forms, options)
  await ctx.tx((t) => t.emit(FormExported, as.subject, { to: choice.to, values: choice.values, forms: forms.length }))
  return { bytes, type: TYPES[choice.to], name: as.name }
}

/** 演示数据 on every export of the demo; a form with other values than the reported ones says how many. */
async function labelOf(ctx: Ctx, choice: ExportChoice, rows: readonly IndicatorView[]): Promise<string> {
  const demo = (await readSetting<boolean>(ctx, 'demo')) === true ? [words.demo] : []
  const computed = rows.filter((row) => row.mark === 'computed').length
  const typed = rows.filter((row) => row.mark === 'typed').length
  const changed = choice.values === 'computed' && computed + typed > 0 ? [words.working(computed, typed)] : []
  return [...demo, ...changed].join('　')
}

/** The form with typed and computed values and the points they give in place of the reported ones. */
function withValues(form: Form, rows: readonly IndicatorView[]): Form {
  const indicators = form.indicators.map((printed, index) => {
    const row = rows[index]
    if (!row) return printed
    const measured = row.computed && row.computed.value !== null ? row.computed.text : printed.actual
    const actual = row.typed?.value ?? measured
    return { ...printed, actual, score: row.proposedScore === null ? printed.score : readPoint(row.proposedScore) }
  })
  return { ...form, indicators, statedTotal: totalOf({ ...form, indicators }) ?? form.statedTotal }
}

/** The sum of the points now in the form; null when a cell holds none. */
function totalOf(form: Form): string | null {
  const points = [form.budget[0]?.score ?? '', ...form.indicators.map((row) => row.score)]
  if (points.some((point) => typeof point !== 'number')) return null
  return points.reduce<Decimal>((sum, point) => sum.plus(point), new Decimal(0)).toFixed(2)
}
