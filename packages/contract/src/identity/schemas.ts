import { z } from 'zod'
import { instant, verdictSchema } from '../shared.ts'

/** What a role may do. Words for the console stand in `abilities.zh.ts`. */
export const ABILITIES = [
  'story.write',
  'story.edit',
  'story.reviewFirst',
  'story.reviewSecond',
  'story.reviewFinal',
  'story.publish',
  'story.correct',
  'story.withdraw',
  'story.readAll',
  'inspection.record',
  'wordlist.manage',
  'project.read',
  'project.import',
  'project.link',
  'project.fill',
  'project.export',
  'project.declare',
  'project.check',
  'project.approve',
  'project.review',
  'project.publish',
  'budget.read',
  'budget.write',
  'budget.approve',
  'people.manage',
  'unit.manage',
  'role.manage',
  'audit.read',
] as const
export const abilitySchema = z.enum(ABILITIES)
export type Ability = z.infer<typeof abilitySchema>

export const ROLE_KEYS = [
  'reporter',
  'subEditor',
  'departmentReviewer',
  'chiefReviewer',
  'finalReviewer',
  'finance',
  'director',
  'administrator',
  'auditor',
] as const
export const roleKeySchema = z.enum(ROLE_KEYS)
export type RoleKey = z.infer<typeof roleKeySchema>

export const UNIT_KINDS = ['department', 'subCentre', 'partner'] as const
export const unitSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: z.string().nullable(),
  /** 核定人数: posts approved for the unit. */
  establishment: z.number().int(),
  /** 在岗: people of the unit who have not left, locked accounts included. */
  staffed: z.number().int(),
  active: z.boolean(),
  rev: z.number().int(),
})
export type Unit = z.infer<typeof unitSchema>

export const personSchema = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  roles: z.array(roleKeySchema),
  state: z.enum(['active', 'locked', 'left']),
  post: z.string(),
  lastSeenAt: instant.nullable(),
  rev: z.number().int(),
  can: z.object({ edit: verdictSchema, resetPassword: verdictSchema }),
})
export type Person = z.infer<typeof personSchema>

export const roleSchema = z.object({
  key: roleKeySchema,
  name: z.string(),
  abilities: z.array(abilitySchema),
  people: z.number().int(),
  rev: z.number().int(),
})
export type Role = z.infer<typeof roleSchema>

export const meSchema = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  roles: z.array(roleKeySchema),
  abilities: z.array(abilitySchema),
  mustChangePassword: z.boolean(),
  centreName: z.string(),
  demo: z.boolean(),
})
export type Me = z.infer<typeof meSchema>

export const deviceSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  agent: z.string(),
  address: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
})
export type Device = z.infer<typeof deviceSchema>
