import type { Me } from '@rongmei/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Exchange } from '../../platform/http/serve.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { readSetting, writeSetting } from '../../platform/settings.ts'
import { judgePassword } from './domain/password.ts'
import { personSubject, SetUp } from './identity.events.ts'
import { lockStructure } from './identity.store.ts'
import { hashPassword } from './passwords.ts'
import { savePerson } from './person.service.ts'
import { personExists } from './person.store.ts'
import { actorOf } from './session.service.ts'
import { openSession } from './sign-in.service.ts'

/** The settings this module keeps; the replay writes the last two. */
export const settings = { centreName: 'centreName', demo: 'demo', demoAccounts: 'demoAccounts' } as const

export type DemoAccount = { account: string; name: string; role: string; password: string }
export type NewCentre = { centreName: string; account: string; name: string; password: string }

/** Whether the first administrator is still to be made; the accounts of the demo only while this is one. */
export async function setupState(ctx: Ctx): Promise<{ needed: boolean; demoAccounts: DemoAccount[] }> {
  const demo = (await readSetting<boolean>(ctx, settings.demo)) === true
  return {
    needed: !(await personExists(ctx)),
    demoAccounts: demo ? ((await readSetting<DemoAccount[]>(ctx, settings.demoAccounts)) ?? []) : [],
  }
}

/**
 * Names the centre and makes its first administrator, once: two at the same time end with one.
 *
 * @throws Refused setup.done, password.weak
 */
export async function setupCentre(ctx: Ctx, input: NewCentre): Promise<Actor> {
  if (await personExists(ctx)) refuse('setup.done')
  demand(judgePassword(input.password, input.account))
  const hash = await hashPassword(input.password)
  const id = ctx.newId()
  const { centreName, account, name, password } = input
  const first: Actor = { ...ctx.actor, kind: 'person', id, name }
  await ctx.as(first).tx(async (t) => {
    await lockStructure(t)
    if (await personExists(t)) refuse('setup.done')
    await writeSetting(t, settings.centreName, centreName)
    await savePerson(t, { account, name, password, unitId: null, roles: ['administrator'], post: '' }, hash, id)
    await t.emit(SetUp, personSubject(id), { centreName })
  })
  return actorOf(ctx, id)
}

/** The first-run page: makes the first administrator and signs him in. */
export async function setup(ctx: Ctx, input: NewCentre, exchange: Exchange): Promise<Me> {
  const first = await setupCentre(ctx, input)
  return openSession(ctx, first.id ?? '', exchange)
}
