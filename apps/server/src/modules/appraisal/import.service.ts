import type { Finding, Form } from '@rongmei/appraisal'
import type { ImportPreview } from '@rongmei/contract'
import { topics } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, refuse, Refused } from '../../platform/refusal.ts'
import { FormImported } from './appraisal.events.ts'
import { isImportable, isUnsure, nameApart, ruleSetOf } from './domain/importing.ts'
import { newIndicators, newProject } from './form.rows.ts'
import { words } from './domain/words.zh.ts'
import { readUploadedForms } from './import.reader.ts'
import { deleteExpired, deleteImport, insertImport, lockImport } from './import.store.ts'
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
  const { result, lint } = await readUploadedForms(upload)
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
      created_at: new Date(now),
      expires_at: new Date(now + KEPT_MS),
    })
  })
  const taken = await findTaken(
    ctx,
    forms.map(({ form }) => form.name),
  )
  const skipped = result.src.blocks
    .filter((block) => block.project === null)
    .map((block) => words.skipped(block.name, block.kind, block.why))
  return {
    id,
    forms: forms.map(({ form, lint: findings }) => previewOf(form, findings, taken)),
    warnings: [...result.warnings.map((warning) => warning.message), ...skipped, ...apart.warnings],
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
      warnings: rowWarnings(row.seq),
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
