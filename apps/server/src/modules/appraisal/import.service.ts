import {
  AppraisalError,
  type Finding,
  type Form,
  layoutKey,
  lint as lintForm,
  type Mapping,
  readGrid,
} from '@rongmei/appraisal'
import type { ImportMapping, ImportPreview } from '@rongmei/contract'
import { topics } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, refuse, Refused } from '../../platform/refusal.ts'
import { FormImported } from './appraisal.events.ts'
import { cellRemarks, isImportable, isUnsure, nameApart, ruleSetOf } from './domain/importing.ts'
import { newIndicators, newProject } from './form.rows.ts'
import { words } from './domain/words.zh.ts'
import { readUploadedForms } from './import.reader.ts'
import {
  deleteExpired,
  deleteImport,
  findLayouts,
  insertImport,
  lockImport,
  saveForms,
  writeLayout,
} from './import.store.ts'
import { mayProject } from './project.policy.ts'
import {
  deleteIndicators,
  findIndicators,
  findTaken,
  insertIndicators,
  insertProject,
  lockYear,
  parkIndicators,
  replaceProject,
  updateIndicator,
} from './project.store.ts'
import type { StoredForm } from './tables.ts'

const KEPT_MS = 3_600_000

/**
 * Reads a file and keeps what was read for an hour; no form is written.
 *
 * @throws Refused ability.missing, ability.readOnly, platform.unsupportedFile, form.tooLarge, form.unreadable
 */
export async function startImport(ctx: Ctx, upload: Upload): Promise<ImportPreview> {
  demand(mayProject(ctx.actor, 'import'))
  const { result, lint, unread, grid } = await readUploadedForms(upload, await findLayouts(ctx))
  const apart = nameApart(result.projects)
  const forms: StoredForm[] = apart.forms.map((form, index) => ({ form, lint: lint[index] ?? [] }))
  const id = ctx.newId()
  const now = ctx.now()
  await ctx.tx(async (t) => {
    await deleteExpired(t, new Date(now))
    await insertImport(t, {
      id,
      by: ctx.actor.id,
      file_name: upload.name,
      forms,
      grids: grid ? [grid] : [],
      created_at: new Date(now),
      expires_at: new Date(now + KEPT_MS),
    })
  })
  const skipped = result.src.blocks
    .filter((block) => block.project === null)
    .map((block) => words.skipped(block.name, block.kind, block.why))
  const warnings = [...result.warnings.map((warning) => warning.message), ...skipped, ...unread, ...apart.warnings]
  return {
    id,
    forms: await previewsOf(ctx, forms),
    grid: forms.some(({ form }) => isImportable(form)) ? null : shownGrid(grid),
    warnings,
  }
}

async function previewsOf(ctx: Ctx, forms: readonly StoredForm[]): Promise<ImportPreview['forms']> {
  const names = forms.map(({ form }) => form.name)
  const taken = await findTaken(ctx, names)
  return forms.map(({ form, lint }) => previewOf(form, lint, taken))
}

const SHOWN_ROWS = 60

const shownGrid = (grid: string[][] | null) => grid?.slice(0, SHOWN_ROWS) ?? null

/**
 * Reads the table of a previewed file by what a person says of its columns, and remembers it for files with the same
 * headings.
 *
 * @throws Refused ability.missing, form.importGone, form.badMapping
 */
export async function mapImport(ctx: Ctx, id: string, mapping: ImportMapping): Promise<ImportPreview> {
  demand(mayProject(ctx.actor, 'import'))
  const forms = await ctx.tx(async (t) => {
    const kept = await lockImport(t, id, ctx.actor.id, new Date(ctx.now()))
    const grid = kept?.grids[0]
    if (!grid) refuse('form.importGone')
    const form = readByMapping(grid, mapping)
    const stored: StoredForm[] = [{ form, lint: lintForm(form) }]
    await saveForms(t, id, stored)
    const { headerRow, columns } = mapping
    await writeLayout(t, {
      key: layoutKey(grid, headerRow),
      mapping: { headerRow, columns } as Mapping,
      by: t.actor.id,
      by_name: t.actor.name,
      at: new Date(t.now()),
    })
    return stored
  })
  return { id, forms: await previewsOf(ctx, forms), grid: null, warnings: [] }
}

function readByMapping(grid: string[][], mapping: ImportMapping): Form {
  try {
    const form = readGrid(grid, mapping as Mapping).projects[0]
    return form && form.indicators.length > 0 ? form : refuse('form.badMapping')
  } catch (error) {
    if (error instanceof AppraisalError) throw new Refused('form.badMapping', { details: { reason: error.message } })
    throw error
  }
}

function previewOf(
  form: Form,
  findings: Finding[],
  taken: { name: string; year: number }[],
): ImportPreview['forms'][number] {
  const rowWarnings = (seq: number) => form.warnings.filter((one) => one.row === seq).map((one) => one.message)
  return {
    name: form.name,
    year: form.year,
    kind: form.src?.kind ?? '自评表',
    indicators: form.indicators.length,
    statedTotal: form.statedTotal,
    exists: taken.some((one) => one.name === form.name && one.year === form.year),
    lowConfidence: form.indicators.filter(isUnsure).length,
    warnings: form.warnings.filter((one) => one.row === undefined).map((one) => one.message),
    lint: findings,
    rows: form.indicators.map((row) => ({
      l1: row.l1,
      l2: row.l2,
      l3: row.l3,
      target: row.target,
      actual: row.actual,
      weight: String(row.weight),
      score: String(row.score),
      confidence: row.confidence,
      warnings: [...rowWarnings(row.seq), ...cellRemarks(row)],
      source: { lines: row.src?.lines ?? [], page: row.src?.page ?? null, cells: row.src?.cells ?? [] },
    })),
  }
}

/**
 * Writes the chosen forms of a previewed file; all of them or none. Replacing keeps links, computations and typed
 * values of rows that have the same name.
 *
 * @throws Refused form.importGone, form.projectExists, platform.invalid (a name that is not among the importable forms)
 */
export async function finishImport(
  ctx: Ctx,
  id: string,
  choice: { names: readonly string[]; replace: boolean },
): Promise<{ imported: number; year: number }> {
  demand(mayProject(ctx.actor, 'import'))
  return ctx.tx(async (t) => {
    const kept = await lockImport(t, id, ctx.actor.id, new Date(ctx.now()))
    if (!kept) refuse('form.importGone')
    const names = new Set(choice.names)
    const chosen = kept.forms.filter(({ form }) => names.has(form.name) && isImportable(form))
    if (chosen.length < names.size) throw new Refused('platform.invalid', { fields: { names: '有不能导入的表' } })
    let year = 0
    for (const one of chosen) {
      year = one.form.year ?? year
      await writeForm(t, one, kept.file_name, choice.replace)
    }
    await deleteImport(t, id)
    t.touch(topics.projects)
    return { imported: chosen.length, year }
  })
}

async function writeForm(t: Tx, stored: StoredForm, fileName: string, replace: boolean): Promise<void> {
  const { form } = stored
  const year = form.year ?? 0
  const others = await lockYear(t, year)
  const existing = others.find((other) => other.name === form.name)
  if (existing && !replace) refuse('form.projectExists')
  if (existing && (existing.file_name === '' || existing.state !== 'concluded')) refuse('project.notEditable')
  const used = others.map((other) => other.no)
  const free = used.includes(form.no) || form.no < 1 ? Math.max(0, ...used) + 1 : form.no
  const project = newProject(stored, {
    id: existing?.id ?? t.newId(),
    no: existing?.no ?? free,
    ruleSet: ruleSetOf(year),
    by: { id: t.actor.id, name: t.actor.name },
    at: new Date(t.now()),
    fileName,
  })
  const before = existing ? await findIndicators(t, [existing.id]) : []
  const rows = newIndicators(form, project.id, before, () => t.newId())
  if (existing) {
    await replaceProject(t, project)
    const kept = new Set(rows.map((row) => row.id))
    await deleteIndicators(
      t,
      before.filter((row) => !kept.has(row.id)).map((row) => row.id),
    )
    await parkIndicators(t, project.id)
  } else {
    await insertProject(t, project)
  }
  const known = new Set(before.map((row) => row.id))
  for (const row of rows.filter((one) => known.has(one.id))) await updateIndicator(t, row)
  await insertIndicators(
    t,
    rows.filter((one) => !known.has(one.id)),
  )
  await t.emit(FormImported, `project:${project.id}`, {
    name: project.name,
    year,
    indicators: rows.length,
    fileName,
    replaced: existing !== undefined,
  })
  t.touch(topics.project(project.id))
}
