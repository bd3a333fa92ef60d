import type { Person } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { findPersonsById } from './person.store.ts'
import { findUnitsById } from './unit.store.ts'

export type Colleague = {
  id: string
  name: string
  post: string
  state: Person['state']
  unitId: string | null
  unitName: string | null
}

/** People by id, for neighbours; also those who have left, since old records name them. Unknown ids are missing. */
export async function findPeople(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Colleague>> {
  const rows = ids.length === 0 ? [] : await findPersonsById(ctx, ids)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        post: row.post,
        state: row.state,
        unitId: row.unit_id,
        unitName: row.unit_name,
      },
    ]),
  )
}

/** Names by person id. */
export async function personNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map([...(await findPeople(ctx, ids))].map(([id, person]) => [id, person.name]))
}

/** The unit of each person by person id; null for those without one. */
export async function unitsOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string } | null>> {
  return new Map(
    [...(await findPeople(ctx, ids))].map(([id, person]) => [
      id,
      person.unitId === null ? null : { id: person.unitId, name: person.unitName ?? '' },
    ]),
  )
}

/** Names by unit id. */
export async function unitNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await findUnitsById(ctx, ids)
  return new Map(rows.map((row) => [row.id, row.name]))
}
