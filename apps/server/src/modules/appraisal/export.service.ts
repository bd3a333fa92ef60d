import { type Form, writeCsv, writeDocx, writeJson, type WriteOptions, writePdf, writeXlsx } from '@rongmei/appraisal'
import type { ExportChoice, FileReply, IndicatorView } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { readSetting } from '../../platform/settings.ts'
import { FormExported } from './appraisal.events.ts'
import { readPoint } from './domain/points.ts'
import { toForm } from './form.rows.ts'
import { withValues } from './form.values.ts'
import { words } from './domain/words.zh.ts'
import { type Reading, viewIndicators } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findProject, findProjects } from './project.store.ts'
import type { ProjectTable } from './tables.ts'

type Written = { ending: string; type: string; write: (forms: Form[], options: WriteOptions) => Promise<Uint8Array> }

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Every kind of file forms are written to. CSV is two tables: the indicators, and the money by phase. */
const KINDS: Record<ExportChoice['to'], Written> = {
  docx: {
    ending: '.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  xlsx: {
    ending: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsx,
  },
  pdf: { ending: '.pdf', type: 'application/pdf', write: writePdf },
  csv: { ending: '.csv', type: 'text/csv; charset=utf-8', write: async (forms) => bytesOf(writeCsv(forms).indicators) },
  budgetCsv: {
    ending: `-${words.money.title}.csv`,
    type: 'text/csv; charset=utf-8',
    write: async (forms) => bytesOf(writeCsv(forms).budget),
  },
  json: { ending: '.json', type: 'application/json', write: async (forms, options) => writeJson(forms, options) },
}

/** @throws Refused ability.missing, platform.notFound */
export async function exportProject(ctx: Ctx, id: string, choice: ExportChoice): Promise<FileReply> {
  demand(mayProject(ctx.actor, 'export'))
  const project = (await findProject(ctx, id)) ?? refuse('platform.notFound')
  const name = `${words.fileName}-${project.year}-${project.name}`
  return write(ctx, [project], choice, { name, subject: `project:${id}` })
}

/** All forms of a year in one file. @throws Refused ability.missing, platform.notFound */
export async function exportYear(ctx: Ctx, year: number, choice: ExportChoice): Promise<FileReply> {
  demand(mayProject(ctx.actor, 'export'))
  const projects = await findProjects(ctx, year)
  if (projects.length === 0) refuse('platform.notFound')
  return write(ctx, projects, choice, { name: `${words.fileName}-${year}`, subject: `year:${year}` })
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
    const rows = views[index] ?? []
    if (choice.values === 'frozen') return withFrozen(form, rows)
    return choice.values === 'printed' ? form : withValues(form, rows.map(markTyped))
  })
  const label = await labelOf(ctx, choice, views.flat())
  const options = { at: new Date(ctx.now()), ...(label === '' ? {} : { label }) }
  const kind = KINDS[choice.to]
  const bytes = await kind.write(forms, options)
  await ctx.tx((t) => t.emit(FormExported, as.subject, { to: choice.to, values: choice.values, forms: forms.length }))
  return { bytes, type: kind.type, name: `${as.name}${kind.ending}` }
}

/** 手填 stands behind a typed value on the working copy, so that nobody takes it for a computed one. */
function markTyped(row: IndicatorView): IndicatorView {
  return row.typed === null ? row : { ...row, typed: { ...row.typed, value: `${row.typed.value}${words.typedMark}` } }
}

/** The form as it was handed in; rows that were not frozen stay as printed. */
function withFrozen(form: Form, rows: readonly IndicatorView[]): Form {
  const indicators = form.indicators.map((printed, index) => {
    const frozen = rows[index]?.frozen
    return frozen ? { ...printed, actual: frozen.actual, score: readPoint(frozen.score) } : printed
  })
  return { ...form, indicators }
}

/** 演示数据 on every export of the demo; a form with other values than the reported ones says how many. */
async function labelOf(ctx: Ctx, choice: ExportChoice, rows: readonly IndicatorView[]): Promise<string> {
  const demo = (await readSetting<boolean>(ctx, 'demo')) === true ? [words.demo] : []
  const computed = rows.filter((row) => row.mark === 'computed').length
  const typed = rows.filter((row) => row.mark === 'typed').length
  const changed = choice.values === 'computed' && computed + typed > 0 ? [words.working(computed, typed)] : []
  return [...demo, ...changed].join('　')
}
