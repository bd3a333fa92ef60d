import { no, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'

export function mayManageWords(actor: Actor): Verdict<'ability.missing'> {
  return actor.kind === 'system' || actor.abilities.has('wordlist.manage') ? YES : no('ability.missing')
}
