import { identityEndpoints as on } from '@rongmei/contract'
import type { Http } from '../../platform/http/serve.ts'
import { listDevices, revokeDevice } from './device.service.ts'
import { changePassword, me } from './me.service.ts'
import { addPerson, listPeople, resetPassword } from './person.service.ts'
import { changePerson } from './person-change.service.ts'
import { changeRole, listRoles } from './role.service.ts'
import { setup, setupState } from './setup.service.ts'
import { signIn, signOut } from './sign-in.service.ts'
import { addUnit, changeUnit, listUnits } from './unit.service.ts'

export function identityRoutes(http: Http): void {
  http.on(on.signIn, (ctx, { body, exchange }) => signIn(ctx, body, exchange))
  http.on(on.signOut, (ctx, { exchange }) => signOut(ctx, exchange))
  http.on(on.me, (ctx) => me(ctx))
  http.on(on.changePassword, (ctx, { body, exchange }) => changePassword(ctx, body, exchange))
  http.on(on.listDevices, (ctx) => listDevices(ctx))
  http.on(on.revokeDevice, (ctx, { params }) => revokeDevice(ctx, params.id))
  http.on(on.setupState, (ctx) => setupState(ctx))
  http.on(on.setup, (ctx, { body, exchange }) => setup(ctx, body, exchange))
  http.on(on.listPeople, (ctx, { query }) => listPeople(ctx, query))
  http.on(on.addPerson, (ctx, { body }) => addPerson(ctx, body))
  http.on(on.changePerson, (ctx, { params, body }) => changePerson(ctx, params.id, body))
  http.on(on.resetPassword, (ctx, { params }) => resetPassword(ctx, params.id))
  http.on(on.listUnits, (ctx) => listUnits(ctx))
  http.on(on.addUnit, (ctx, { body }) => addUnit(ctx, body))
  http.on(on.changeUnit, (ctx, { params, body }) => changeUnit(ctx, params.id, body))
  http.on(on.listRoles, (ctx) => listRoles(ctx))
  http.on(on.changeRole, (ctx, { params, body }) => changeRole(ctx, params.key, body))
}
