import type { Inspection } from '@rongmei/contract'
import { startOfDay } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import {
  findInspection,
  findInspections,
  findUnsampled,
  type InspectionRow,
  insertInspections,
  sumMonths,
  writeInspection,
} from './inspection.store.ts'
import { InspectionRecorded, InspectionsDrawn } from './story.events.ts'

const mayRecord = (ctx: Ctx) => ctx.actor.kind === 'system' || ctx.actor.abilities.has('inspection.record')

/** 质检抽样 of a month, with the sums of all months beside it. */
export async function listInspections(ctx: Ctx, month: string) {
  const [rows, months] = await Promise.all([findInspections(ctx, month), sumMonths(ctx)])
  return { items: rows.map(inspectionView), months, can: { record: mayRecord(ctx) } }
}

/** Draws at most `size` more of the month's published stories. The order is random but the same for everybody, so nobody can draw until it suits. */
export async function drawInspections(ctx: Ctx, month: string, size: number): Promise<{ drawn: number }> {
  if (!mayRecord(ctx)) refuse('ability.missing')
  return ctx.tx(async (t) => {
    const stories = (
      await findUnsampled(t, month, new Date(startOfDay(`${month}-01`)), new Date(startOfDay(`${nextMonth(month)}-01`)))
    ).slice(0, size)
    const drawn_at = new Date(t.now())
    const rows = stories.map((story) => ({
      id: t.newId(),
      month,
      story_id: story.id,
      characters: story.characters,
      drawn_at,
      inspector_id: null,
      inspector_name: null,
      inspected_at: null,
      errors: null,
      notes: '',
    }))
    const drawn = await insertInspections(t, rows)
    await t.emit(InspectionsDrawn, `month:${month}`, { month, drawn })
    return { drawn }
  })
}

/** Records the errors found on reading a sampled story again; may be corrected later, each time leaving a fact. */
export async function recordInspection(ctx: Ctx, id: string, errors: number, notes: string): Promise<Inspection> {
  if (!mayRecord(ctx)) refuse('ability.missing')
  return ctx.tx(async (t) => {
    if (!(await writeInspection(t, id, { errors, notes }))) refuse('platform.notFound')
    const row = (await findInspection(t, id)) ?? refuse('platform.notFound')
    await t.emit(InspectionRecorded, `inspection:${id}`, {
      title: row.title,
      storyId: row.story_id,
      errors,
      characters: row.characters,
    })
    return inspectionView(row)
  })
}

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function inspectionView(row: InspectionRow): Inspection {
  return {
    id: row.id,
    month: row.month,
    story: {
      id: row.story_id,
      number: row.number,
      title: row.title,
      publishedAt: row.published_at.toISOString(),
      characters: row.characters,
    },
    inspector: row.inspector_id ? { id: row.inspector_id, name: row.inspector_name ?? '' } : null,
    inspectedAt: row.inspected_at?.toISOString() ?? null,
    errors: row.errors,
    notes: row.notes,
  }
}
