import type { Ability } from '@rongmei/contract'
import { no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'

/** What one may do with the forms; each is an ability of its own (roles are sets of abilities). */
export type ProjectAct = 'read' | 'import' | 'link' | 'fill' | 'export'

const ABILITY: Record<ProjectAct, Ability> = {
  read: 'project.read',
  import: 'project.import',
  link: 'project.link',
  fill: 'project.fill',
  export: 'project.export',
}

/** An auditor reads and takes copies; nothing an auditor holds may change a form. */
const CHANGES: readonly ProjectAct[] = ['import', 'link', 'fill']

/** An auditor who holds no other role: such a person changes nothing, whatever a role was given. */
export function onlyLooks(actor: Actor): boolean {
  return actor.roles.length > 0 && actor.roles.every((role) => role === 'auditor')
}

/**
 * Whether the actor may. Forms belong to the whole centre, so no project is another's: the act alone decides.
 * The system (replay, jobs) may do everything.
 */
export function mayProject(actor: Actor, act: ProjectAct): Verdict<'ability.missing' | 'ability.readOnly'> {
  if (actor.kind === 'system') return YES
  if (!actor.abilities.has(ABILITY.read)) return no('ability.missing')
  if (CHANGES.includes(act) && onlyLooks(actor)) return no('ability.readOnly')
  return actor.abilities.has(ABILITY[act]) ? YES : no('ability.missing')
}
