import type { ErrorKey } from '@rongmei/contract'
import type { Verdict } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { mayDo } from './actor.policy.ts'

/** Units and their approved posts; everybody who works here may see them. */
export const mayManageUnits = (actor: Actor): Verdict<ErrorKey> => mayDo(actor, 'unit.manage')
