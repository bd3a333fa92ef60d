import { type FactView, type IndicatorView, type ProjectRow, topics } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { findFile } from '../../platform/files.store.ts'
import { storeEvidence } from '../../platform/http/files.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { IndicatorLinked, IndicatorTyped, IndicatorUnlinked, IndicatorUntyped } from './appraisal.events.ts'
import { computeLink, keepComputation } from './computation.service.ts'
import { findLatestFreeze } from './freeze.store.ts'
import {
  findComputations,
  findComputationsById,
  findFacts,
  findIndicator,
  lockIndicator,
  saveLink,
  saveTyped,
} from './indicator.store.ts'
import { viewFact, viewIndicators } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import { readProject } from './project.service.ts'
import { findProject } from './project.store.ts'
import { isOpen, viewRow } from './project.view.ts'
import type { ComputationTable, IndicatorTable } from './tables.ts'

export type IndicatorReply = { indicator: IndicatorView; project: ProjectRow }
export type NewLink = { measure: string; params: Record<string, unknown> }
export type NewTyped = { value: string; reason: string; fileUrl: string; fileName: string }

/** @throws Refused ability.missing, platform.notFound */
export async function getIndicator(ctx: Ctx, id: string): Promise<IndicatorReply> {
  demand(mayProject(ctx.actor, 'read'))
  const row = await load(ctx, id)
  const project = (await findProject(ctx, row.project_id)) ?? refuse('platform.notFound')
  const reading = await readProject(ctx, project)
  const indicator = viewIndicators(reading).find((one) => one.id === id) ?? refuse('platform.notFound')
  return { indicator, project: viewRow(project, reading.indicators) }
}

async function load(ctx: Ctx, id: string): Promise<IndicatorTable> {
  return (await findIndicator(ctx, id)) ?? refuse('platform.notFound')
}

/**
 * The row, of a form whose values may still be changed.
 *
 * @throws Refused platform.notFound, project.notEditable
 */
export async function loadOpen(ctx: Ctx, id: string): Promise<IndicatorTable> {
  const row = await load(ctx, id)
  const project = (await findProject(ctx, row.project_id)) ?? refuse('platform.notFound')
  return isOpen(project) ? row : refuse('project.notEditable')
}

/**
 * Links an indicator to a measure, or to a formula of several, and computes it; or takes the link away.
 *
 * @throws Refused ability.missing, platform.notFound, project.notEditable, indicator.moved, indicator.unknownMeasure,
 * indicator.badParams, indicator.badFormula
 */
export async function linkIndicator(
  ctx: Ctx,
  id: string,
  change: { rev: number; link: NewLink | null },
): Promise<IndicatorReply> {
  demand(mayProject(ctx.actor, 'link'))
  const row = await loadOpen(ctx, id)
  const { link } = change
  const result = link ? await computeLink(ctx, link) : null
  await ctx.tx(async (t) => {
    const moved = !(await saveLink(t, id, change.rev, {
      measure: link?.measure ?? null,
      params: link?.params ?? null,
      linked_by: link ? t.actor.id : null,
      linker_name: link ? t.actor.name : null,
      linked_at: link ? new Date(t.now()) : null,
    }))
    if (moved) refuse('indicator.moved')
    const about = { projectId: row.project_id, indicator: row.l3 }
    if (link) await t.emit(IndicatorLinked, `indicator:${id}`, { ...about, ...link })
    else if (row.measure !== null)
      await t.emit(IndicatorUnlinked, `indicator:${id}`, { ...about, measure: row.measure })
    if (link && result) await keepComputation(t, row, link, result)
    t.touch(topics.project(row.project_id), topics.projects)
  })
  return getIndicator(ctx, id)
}

/**
 * Computes the linked measure now and keeps the result.
 *
 * @throws Refused ability.missing, platform.notFound, project.notEditable, indicator.unknownMeasure (also when nothing
 * is linked), indicator.badParams, indicator.badFormula
 */
export async function computeIndicator(ctx: Ctx, id: string): Promise<IndicatorReply> {
  demand(mayProject(ctx.actor, 'link'))
  await recomputeRow(ctx, await loadOpen(ctx, id))
  return getIndicator(ctx, id)
}

/**
 * Computes a row and keeps the result. A link that was changed meanwhile keeps what the other person computed.
 *
 * @throws Refused indicator.unknownMeasure (also when nothing is linked), indicator.badParams, indicator.badFormula
 */
export async function recomputeRow(ctx: Ctx, row: IndicatorTable): Promise<void> {
  if (row.measure === null || row.params === null) refuse('indicator.unknownMeasure')
  const link = { measure: row.measure, params: row.params }
  const result = await computeLink(ctx, link)
  await ctx.tx(async (t) => {
    const now = await lockIndicator(t, row.id)
    if (now?.measure !== row.measure || JSON.stringify(now.params) !== JSON.stringify(row.params)) return
    await keepComputation(t, row, link, result)
    t.touch(topics.project(row.project_id))
  })
}

/**
 * 手填: a value a person answers for, with reason and proof; null takes it back.
 *
 * @throws Refused ability.missing, platform.notFound, project.notEditable, indicator.moved, indicator.evidenceNeeded (no
 * such stored file)
 */
export async function fillIndicator(
  ctx: Ctx,
  id: string,
  change: { rev: number; typed: NewTyped | null },
): Promise<IndicatorReply> {
  demand(mayProject(ctx.actor, 'fill'))
  const row = await loadOpen(ctx, id)
  const { typed } = change
  if (typed && !(await isStored(ctx, typed.fileUrl))) refuse('indicator.evidenceNeeded')
  await ctx.tx(async (t) => {
    const saved = await saveTyped(t, id, change.rev, {
      typed_value: typed?.value ?? null,
      typed_reason: typed?.reason ?? null,
      typed_file: typed?.fileUrl ?? null,
      typed_name: typed?.fileName ?? null,
      typed_by: typed ? t.actor.id : null,
      typist_name: typed ? t.actor.name : null,
      typed_at: typed ? new Date(t.now()) : null,
    })
    if (!saved) refuse('indicator.moved')
    await announceTyped(t, row, typed)
  })
  return getIndicator(ctx, id)
}

async function announceTyped(t: Tx, row: IndicatorTable, typed: NewTyped | null): Promise<void> {
  const about = { projectId: row.project_id, indicator: row.l3 }
  const subject = `indicator:${row.id}`
  if (typed) {
    const { value, reason, fileUrl } = typed
    await t.emit(IndicatorTyped, subject, { ...about, value, reason, fileUrl })
  } else if (row.typed_value !== null) {
    await t.emit(IndicatorUntyped, subject, { ...about, value: row.typed_value })
  }
  t.touch(topics.project(row.project_id), topics.projects)
}

async function isStored(ctx: Ctx, fileUrl: string): Promise<boolean> {
  const sha256 = /^\/files\/([0-9a-f]{64})\.[a-z0-9]{2,4}$/.exec(fileUrl)?.[1]
  return sha256 !== undefined && (await findFile(ctx, sha256)) !== undefined
}

/** @throws Refused ability.missing, platform.unsupportedFile, platform.storageFull */
export async function uploadEvidence(ctx: Ctx, upload: Upload): Promise<{ url: string; name: string }> {
  demand(mayProject(ctx.actor, 'fill'))
  const { url, name } = await storeEvidence(ctx, upload)
  return { url, name }
}

/**
 * The facts behind the computation shown, or behind the value frozen last; none while there is no such computation.
 *
 * @throws Refused ability.missing, platform.notFound
 */
export async function indicatorFacts(
  ctx: Ctx,
  id: string,
  page: { of?: 'shown' | 'frozen'; offset: number; limit: number },
): Promise<{ items: FactView[]; total: number }> {
  demand(mayProject(ctx.actor, 'read'))
  const row = await load(ctx, id)
  const computation =
    page.of === 'frozen' ? await frozenComputation(ctx, row) : (await findComputations(ctx, [row])).get(id)
  if (!computation) return { items: [], total: 0 }
  const facts = await findFacts(ctx, computation.id, page.offset, page.limit)
  return { items: facts.map(viewFact), total: computation.fact_count }
}

async function frozenComputation(ctx: Ctx, row: IndicatorTable): Promise<ComputationTable | undefined> {
  const computationId = (await findLatestFreeze(ctx, row.project_id))?.rows.get(row.id)?.computation_id
  return computationId ? (await findComputationsById(ctx, [computationId])).get(computationId) : undefined
}
