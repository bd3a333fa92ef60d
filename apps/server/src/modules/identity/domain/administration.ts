import { type Ability, ABILITIES, type Person, type RoleKey } from '@rongmei/contract'
import { no, type Verdict, YES } from '@rongmei/kit'

/** Who holds this ability decides what everybody may do; somebody always must. */
export const KEY: Ability = 'role.manage'

/** What an auditor's role may hold: abilities that look and take away copies, and change nothing. */
const LOOKING: readonly Ability[] = ['story.readAll', 'project.read', 'project.export', 'budget.read', 'audit.read']

export type Standing = { state: Person['state']; keyHolder: boolean }

/** Nobody shuts himself out: neither his own account nor his own hold on the roles. */
export function judgeOwnChange(before: Standing, after: Standing): Verdict<'person.notYourself'> {
  const shutsOut = after.state !== 'active' && after.state !== before.state
  return shutsOut || (before.keyHolder && !after.keyHolder) ? no('person.notYourself') : YES
}

/** @param holders active people who may manage roles, once the change is made */
export function judgeHolders(holders: number): Verdict<'person.lastAdministrator'> {
  return holders > 0 ? YES : no('person.lastAdministrator')
}

/** An auditor who could change something would audit himself. */
export function judgeAbilities(role: RoleKey, abilities: readonly Ability[]): Verdict<'ability.readOnly'> {
  const onlyLooks = abilities.every((ability) => LOOKING.includes(ability))
  return role === 'auditor' && !onlyLooks ? no('ability.readOnly') : YES
}

/** Abilities once each, in the order of the contract. */
export function orderAbilities(abilities: readonly Ability[]): Ability[] {
  return ABILITIES.filter((ability) => abilities.includes(ability))
}
