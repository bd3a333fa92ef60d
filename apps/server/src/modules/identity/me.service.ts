import { type Me, topics } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import type { Exchange } from '../../platform/http/serve.ts'
import { demand, Refused } from '../../platform/refusal.ts'
import { readSetting } from '../../platform/settings.ts'
import { failAttempt, forgiveAttempts, openAttempt } from './attempt.service.ts'
import { judgePassword } from './domain/password.ts'
import { PasswordChanged, personSubject } from './identity.events.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { findPerson, savePassword } from './person.store.ts'
import { ownId } from './session.service.ts'
import { endSessions, findPowers } from './session.store.ts'

/** Who the actor is; the only thing beside the password change that somebody with a temporary password may ask. */
export async function me(ctx: Ctx): Promise<Me> {
  return meOf(ctx, ownId(ctx))
}

export async function meOf(ctx: Ctx, personId: string): Promise<Me> {
  const person = await findPerson(ctx, personId)
  const powers = await findPowers(ctx, personId)
  if (!person || !powers) throw new Refused('session.expired')
  return {
    id: person.id,
    account: person.account,
    name: person.name,
    unitId: person.unit_id,
    unitName: person.unit_name,
    roles: person.roles,
    abilities: person.must_change ? [] : powers.abilities,
    mustChangePassword: person.must_change,
    centreName: (await readSetting<string>(ctx, 'centreName')) ?? '',
    demo: (await readSetting<boolean>(ctx, 'demo')) === true,
  }
}

/** Changes the actor's own password and signs his other devices out. @throws Refused password.wrong, password.weak, session.throttled, session.locked */
export async function changePassword(
  ctx: Ctx,
  input: { current: string; next: string },
  exchange: Exchange,
): Promise<void> {
  const person = await findPerson(ctx, ownId(ctx))
  if (!person) throw new Refused('session.expired')
  demand(judgePassword(input.next, person.account))
  const attempt = { accountHash: person.account_hash, address: exchange.address }
  await openAttempt(ctx, attempt)
  if (!(await verifyPassword(person.password_hash, input.current))) {
    await failAttempt(ctx, attempt, person.id)
    throw new Refused('password.wrong')
  }
  if (input.next === input.current) {
    await ctx.tx((t) => forgiveAttempts(t, attempt))
    throw new Refused('password.weak')
  }
  const hash = await hashPassword(input.next)
  await ctx.tx(async (t) => {
    await forgiveAttempts(t, attempt)
    await savePassword(t, person.id, hash, false)
    const ended = await endSessions(t, person.id, { except: ctx.actor.sessionId })
    t.touch(topics.access)
    await t.emit(PasswordChanged, personSubject(person.id), { otherDevicesEnded: ended.length })
  })
}
