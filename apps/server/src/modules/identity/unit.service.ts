import { topics, type Unit } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { Refused, demand, refuse } from '../../platform/refusal.ts'
import { settled } from './actor.policy.ts'
import { UnitAdded, UnitChanged, unitSubject } from './identity.events.ts'
import { lockStructure } from './identity.store.ts'
import { saveEstablishment } from './staffing.store.ts'
import { mayManageUnits } from './unit.policy.ts'
import { findUnit, findUnitByName, insertUnit, listUnitRows, type UnitRow, updateUnit } from './unit.store.ts'

export type NewUnit = { name: string; kind: Unit['kind']; parentId: string | null; establishment: number }

export type UnitChange = {
  rev: number
  name?: string | undefined
  establishment?: number | undefined
  active?: boolean | undefined
}

/** All units with their posts and people. @throws Refused session.passwordChangeNeeded */
export async function listUnits(ctx: Ctx): Promise<{ items: Unit[]; can: { manage: boolean } }> {
  demand(settled(ctx.actor))
  return { items: (await listUnitRows(ctx)).map(toUnit), can: { manage: mayManageUnits(ctx.actor).ok } }
}

/** Adds a unit; its posts count from today. @throws Refused ability.missing, unit.nameTaken, platform.notFound (parent) */
export async function addUnit(ctx: Ctx, input: NewUnit): Promise<Unit> {
  demand(mayManageUnits(ctx.actor))
  return ctx.tx(async (t) => {
    await lockStructure(t)
    if (await findUnitByName(t, input.name)) refuse('unit.nameTaken')
    if (input.parentId !== null) await loadUnit(t, input.parentId)
    const { name, kind, parentId, establishment } = input
    const id = t.newId()
    const created = new Date(t.now())
    await insertUnit(t, { id, name, kind, parent_id: parentId, establishment, active: true, created_at: created })
    await saveEstablishment(t, id, dayOf(t.now()), establishment)
    await t.emit(UnitAdded, unitSubject(id), { name, kind, establishment })
    t.touch(topics.people)
    return toUnit(await loadUnit(t, id))
  })
}

/** Changes a unit; posts count from today, and a unit out of use has none. @throws Refused ability.missing, unit.moved, unit.nameTaken, unit.hasPeople, platform.notFound */
export async function changeUnit(ctx: Ctx, id: string, change: UnitChange): Promise<Unit> {
  demand(mayManageUnits(ctx.actor))
  return ctx.tx(async (t) => {
    await lockStructure(t)
    const before = await loadUnit(t, id)
    if (before.rev !== change.rev) refuse('unit.moved')
    const next = {
      name: change.name ?? before.name,
      establishment: change.establishment ?? before.establishment,
      active: change.active ?? before.active,
    }
    const fields = ['name', 'establishment', 'active'] as const
    const changed = fields.filter((field) => next[field] !== before[field])
    if (changed.length === 0) return toUnit(before)
    const namesake = await findUnitByName(t, next.name)
    if (namesake && namesake.id !== id) refuse('unit.nameTaken')
    if (before.active && !next.active && before.staffed > 0) refuse('unit.hasPeople')
    if (!(await updateUnit(t, id, before.rev, next))) refuse('unit.moved')
    if (next.establishment !== before.establishment || next.active !== before.active)
      await saveEstablishment(t, id, dayOf(t.now()), next.active ? next.establishment : 0)
    await t.emit(UnitChanged, unitSubject(id), { ...next, changed })
    t.touch(topics.people)
    return toUnit(await loadUnit(t, id))
  })
}

async function loadUnit(ctx: Ctx, id: string): Promise<UnitRow> {
  const row = await findUnit(ctx, id)
  if (!row) throw new Refused('platform.notFound')
  return row
}

const toUnit = (row: UnitRow): Unit => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  parentId: row.parent_id,
  establishment: row.establishment,
  staffed: row.staffed,
  active: row.active,
  rev: row.rev,
})
