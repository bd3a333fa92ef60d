import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { idParams } from '../shared.ts'
import {
  abilitySchema,
  deviceSchema,
  meSchema,
  personSchema,
  roleKeySchema,
  roleSchema,
  UNIT_KINDS,
  unitSchema,
} from './schemas.ts'

const account = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)
const personName = z.string().trim().min(1).max(40)
const password = z.string().min(1).max(200)
const rev = z.number().int().min(0)

export const identityEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    access: 'public',
    body: z.object({ account: z.string().trim().max(80), password }),
    reply: meSchema,
    errors: ['session.wrongPassword', 'session.throttled', 'session.locked'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    access: 'public',
    reply: 'empty',
    errors: [],
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/session',
    summary: 'Who am I',
    access: 'session',
    reply: meSchema,
    errors: ['session.required', 'session.expired'],
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/session/password',
    summary: 'Change my password; other devices are signed out',
    access: 'session',
    body: z.object({ current: password, next: password }),
    reply: 'empty',
    errors: ['password.wrong', 'password.weak', 'session.throttled', 'session.locked'],
  }),
  listDevices: endpoint({
    method: 'GET',
    path: '/api/session/devices',
    summary: 'Where I am signed in',
    access: 'session',
    reply: z.object({ items: z.array(deviceSchema) }),
    errors: [],
  }),
  revokeDevice: endpoint({
    method: 'DELETE',
    path: '/api/session/devices/:id',
    summary: 'Sign one device out',
    access: 'session',
    params: idParams,
    reply: 'empty',
    errors: ['platform.notFound'],
  }),
  setupState: endpoint({
    method: 'GET',
    path: '/api/setup',
    summary: 'Whether the first administrator is still to be made',
    access: 'public',
    reply: z.object({
      needed: z.boolean(),
      demoAccounts: z.array(
        z.object({ account: z.string(), name: z.string(), role: z.string(), password: z.string() }),
      ),
    }),
    errors: [],
  }),
  setup: endpoint({
    method: 'POST',
    path: '/api/setup',
    summary: 'Make the first administrator',
    access: 'public',
    body: z.object({ centreName: z.string().trim().min(2).max(60), account, name: personName, password }),
    reply: meSchema,
    errors: ['setup.done', 'password.weak'],
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/api/people',
    summary: 'People, by name',
    access: 'session',
    query: z.object({
      q: z.string().trim().max(40).optional(),
      unit: z.uuid().optional(),
      role: roleKeySchema.optional(),
      state: z.enum(['active', 'locked', 'left']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: z.object({
      items: z.array(personSchema),
      next: z.string().nullable(),
      total: z.number().int(),
      can: z.object({ add: z.boolean() }),
    }),
    errors: [],
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/api/people',
    summary: 'Add a person; the reply carries a temporary password',
    access: 'session',
    body: z.object({
      account,
      name: personName,
      unitId: z.uuid().nullable(),
      roles: z.array(roleKeySchema).min(1),
      post: z.string().trim().max(40).default(''),
    }),
    reply: z.object({ person: personSchema, temporaryPassword: z.string() }),
    errors: ['ability.missing', 'person.accountTaken', 'platform.notFound'],
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/api/people/:id',
    summary: 'Change name, unit, roles, post or state',
    access: 'session',
    params: idParams,
    body: z.object({
      rev,
      name: personName.optional(),
      unitId: z.uuid().nullable().optional(),
      roles: z.array(roleKeySchema).min(1).optional(),
      post: z.string().trim().max(40).optional(),
      state: z.enum(['active', 'locked', 'left']).optional(),
    }),
    reply: personSchema,
    errors: ['ability.missing', 'person.moved', 'person.notYourself', 'person.lastAdministrator', 'platform.notFound'],
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/api/people/:id/password',
    summary: 'Give a temporary password; all devices of the person are signed out',
    access: 'session',
    params: idParams,
    reply: z.object({ temporaryPassword: z.string() }),
    errors: ['ability.missing', 'platform.notFound'],
  }),
  listUnits: endpoint({
    method: 'GET',
    path: '/api/units',
    summary: 'Departments, street and town sub-centres, partner units',
    access: 'session',
    reply: z.object({ items: z.array(unitSchema), can: z.object({ manage: z.boolean() }) }),
    errors: [],
  }),
  addUnit: endpoint({
    method: 'POST',
    path: '/api/units',
    summary: 'Add a unit',
    access: 'session',
    body: z.object({
      name: z.string().trim().min(2).max(40),
      kind: z.enum(UNIT_KINDS),
      parentId: z.uuid().nullable(),
      establishment: z.number().int().min(0).max(10_000),
    }),
    reply: unitSchema,
    errors: ['ability.missing', 'unit.nameTaken'],
  }),
  changeUnit: endpoint({
    method: 'PATCH',
    path: '/api/units/:id',
    summary: 'Change a unit',
    access: 'session',
    params: idParams,
    body: z.object({
      rev,
      name: z.string().trim().min(2).max(40).optional(),
      establishment: z.number().int().min(0).max(10_000).optional(),
      active: z.boolean().optional(),
    }),
    reply: unitSchema,
    errors: ['ability.missing', 'unit.moved', 'unit.nameTaken', 'unit.hasPeople', 'platform.notFound'],
  }),
  listRoles: endpoint({
    method: 'GET',
    path: '/api/roles',
    summary: 'Roles and their abilities',
    access: 'session',
    reply: z.object({ items: z.array(roleSchema), can: z.object({ manage: z.boolean() }) }),
    errors: [],
  }),
  changeRole: endpoint({
    method: 'PUT',
    path: '/api/roles/:key',
    summary: 'Set the abilities of a role',
    access: 'session',
    params: z.object({ key: roleKeySchema }),
    body: z.object({ rev, abilities: z.array(abilitySchema) }),
    reply: roleSchema,
    errors: ['ability.missing', 'ability.readOnly', 'role.moved', 'person.lastAdministrator'],
  }),
}
