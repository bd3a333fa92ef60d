import { ABILITIES, type Ability, type Role, type RoleKey } from '@rongmei/contract'

/** Abilities somebody ticked but has not saved, per role. */
export type Edits = Partial<Record<RoleKey, readonly Ability[]>>

const same = (a: readonly Ability[], b: readonly Ability[]) =>
  a.length === b.length && a.every((ability) => b.includes(ability))

/** What a role may do with the edits laid over it. */
export const abilitiesOf = (role: Role, edits: Edits): readonly Ability[] => edits[role.key] ?? role.abilities

/** The edits of all other roles. */
export function without(edits: Edits, key: RoleKey): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([other]) => other !== key))
}

/** The edits after one box is ticked or cleared; a role back at its saved state drops out. */
export function toggle(edits: Edits, role: Role, ability: Ability): Edits {
  const now = abilitiesOf(role, edits)
  const next = now.includes(ability)
    ? now.filter((other) => other !== ability)
    : ABILITIES.filter((other) => other === ability || now.includes(other))
  const others = without(edits, role.key)
  return same(next, role.abilities) ? others : { ...others, [role.key]: next }
}

export type AbilityGroup = 'story' | 'quality' | 'project' | 'house'

/** The rows of the matrix under their headings, in the order of the contract. */
export function abilityGroups(): [AbilityGroup, Ability[]][] {
  const groups = new Map<AbilityGroup, Ability[]>()
  for (const ability of ABILITIES) {
    const noun = ability.split('.')[0]
    const group =
      noun === 'story'
        ? 'story'
        : noun === 'project'
          ? 'project'
          : noun === 'inspection' || noun === 'wordlist'
            ? 'quality'
            : 'house'
    groups.set(group, [...(groups.get(group) ?? []), ability])
  }
  return [...groups]
}
