import { no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'

type Refusals =
  | 'ability.missing'
  | 'quality.settled'
  | 'quality.threeMarkers'
  | 'quality.ownMarking'
  | 'quality.notDisputed'

/** Whoever may inspect quality draws, marks and checks the library; who reads every story may look. */
export function mayQuality(actor: Actor, act: 'look' | 'work'): Verdict<'ability.missing'> {
  if (actor.kind === 'system' || actor.abilities.has('inspection.record')) return YES
  return act === 'look' && actor.abilities.has('story.readAll') ? YES : no('ability.missing')
}

export type Standing = { settled: boolean; disputed: boolean; markers: readonly string[] }

/** Two people mark a text; each may change his marks until the truth is known. */
export function mayMark(actor: Actor, { settled, markers }: Standing): Verdict<Refusals> {
  const may = mayQuality(actor, 'work')
  if (!may.ok) return may
  if (settled) return no('quality.settled')
  return markers.length < 2 || (actor.id !== null && markers.includes(actor.id)) ? YES : no('quality.threeMarkers')
}

/** Only a third person settles a dispute. */
export function maySettle(actor: Actor, { settled, disputed, markers }: Standing): Verdict<Refusals> {
  const may = mayQuality(actor, 'work')
  if (!may.ok) return may
  if (settled) return no('quality.settled')
  if (!disputed) return no('quality.notDisputed')
  return actor.id !== null && markers.includes(actor.id) ? no('quality.ownMarking') : YES
}
