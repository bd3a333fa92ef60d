import type { Ability } from '@rongmei/contract'

/** Who acts: a signed-in person, or the system (jobs, migrations). Policies look at nothing else. */
export type Actor = {
  kind: 'person' | 'system'
  id: string | null
  name: string
  unitId: string | null
  abilities: ReadonlySet<Ability>
  roles: readonly string[]
  sessionId: string | null
}

export const SYSTEM: Actor = {
  kind: 'system',
  id: null,
  name: '系统',
  unitId: null,
  abilities: new Set(),
  roles: [],
  sessionId: null,
}

/** Nobody signed in: readers of the public site. */
export const VISITOR: Actor = { ...SYSTEM, kind: 'person', name: '访客' }
