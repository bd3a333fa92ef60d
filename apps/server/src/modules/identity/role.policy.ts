import type { ErrorKey } from '@rongmei/contract'
import type { Verdict } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { mayDo } from './actor.policy.ts'
import { KEY } from './domain/administration.ts'

/** What the roles may do; everybody who works here may see it. */
export const mayManageRoles = (actor: Actor): Verdict<ErrorKey> => mayDo(actor, KEY)
