import type { ImportMapping } from '@rongmei/contract'

export const ROLES = ['l1', 'l2', 'l3', 'target', 'actual', 'weight', 'score', 'deviation'] as const
export type Role = (typeof ROLES)[number]

/** What a person has said so far: the role of each column by its place. */
export type Draft = { headerRow: number; roles: Record<number, Role | undefined>; name: string; year: number | null }

/** The mapping to send; null while the name or one of the three columns no form goes without is missing. */
export function mappingOf(draft: Draft): ImportMapping | null {
  const at = new Map(
    Object.entries(draft.roles).flatMap(([column, role]) => (role ? [[role, Number(column)] as const] : [])),
  )
  const [l3, target, actual] = [at.get('l3'), at.get('target'), at.get('actual')]
  if (l3 === undefined || target === undefined || actual === undefined) return null
  if (draft.name.trim() === '' || draft.year === null) return null
  const columns = { ...Object.fromEntries(at), l3, target, actual }
  return { headerRow: draft.headerRow, columns, name: draft.name.trim(), year: draft.year }
}

/** A role belongs to one column: giving it to another takes it from the first. */
export function give(roles: Draft['roles'], column: number, role: Role | undefined): Draft['roles'] {
  const others = Object.entries(roles).filter(([, one]) => one !== role)
  return { ...Object.fromEntries(others), [column]: role }
}

/** The row most likely to hold the headings: the first with the most cells filled. */
export function likelyHeader(grid: readonly (readonly string[])[]): number {
  const filled = grid.map((cells) => cells.filter((cell) => cell !== '').length)
  return Math.max(0, filled.indexOf(Math.max(0, ...filled)))
}
