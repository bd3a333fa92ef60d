import { z } from 'zod'
import { day, instant, personRef, verdictSchema } from '../shared.ts'

/** Red: under 60 % of the pace; blue: 120 % and over (appraisal.md 1.4). */
export const lightSchema = z.enum(['red', 'yellow', 'green', 'blue'])
export type Light = z.infer<typeof lightSchema>

export const reasonClassSchema = z.enum(['funds', 'system', 'people', 'hardware', 'other'])
export type ReasonClass = z.infer<typeof reasonClassSchema>
export const possibilitySchema = z.enum(['certain', 'possible', 'impossible'])
export type Possibility = z.infer<typeof possibilitySchema>
export const monitorMeasureSchema = z.enum(['none', 'correct', 'adjust', 'stop'])
export type MonitorMeasure = z.infer<typeof monitorMeasureSchema>
export const factMarkSchema = z.enum(['true', 'false', 'missing'])
export type FactMark = z.infer<typeof factMarkSchema>

export const RECTIFICATION_STATES = ['open', 'handedIn', 'closed'] as const
export const rectificationStateSchema = z.enum(RECTIFICATION_STATES)
export type RectificationState = z.infer<typeof rectificationStateSchema>
export const rectificationActSchema = z.enum(['hand', 'accept', 'reject'])
export type RectificationAct = z.infer<typeof rectificationActSchema>

export const rectificationInputSchema = z.object({
  projectId: z.uuid(),
  problem: z.string().trim().min(2).max(1000),
  /** Where it comes from: 监控, 部门评价, 审计 … */
  source: z.string().trim().min(2).max(60),
  ownerId: z.uuid(),
  dueOn: day,
  budgetImpact: z.string().trim().max(500).default(''),
})
export type RectificationInput = z.infer<typeof rectificationInputSchema>

export const rectificationSchema = z.object({
  id: z.string(),
  project: z.object({ id: z.string(), name: z.string(), year: z.number().int() }),
  problem: z.string(),
  source: z.string(),
  owner: personRef,
  dueOn: day,
  budgetImpact: z.string(),
  state: rectificationStateSchema,
  overdue: z.boolean(),
  measures: z.string(),
  file: z.object({ url: z.string(), name: z.string() }).nullable(),
  handedInAt: instant.nullable(),
  checker: personRef.nullable(),
  checkedAt: instant.nullable(),
  opinion: z.string(),
  by: personRef,
  at: instant,
  rev: z.number().int(),
  can: z.object({ hand: verdictSchema, check: verdictSchema }),
})
export type Rectification = z.infer<typeof rectificationSchema>

/** A person who can be made answerable, with the projects they may be answerable for. */
export const publicationSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  year: z.number().int(),
  name: z.string(),
  state: z.enum(['out', 'withdrawn']),
  publishedAt: instant,
  publishedBy: personRef,
  overrideReason: z.string().nullable(),
  notice: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  rectifications: z.object({ total: z.number().int(), closed: z.number().int() }),
})
export type Publication = z.infer<typeof publicationSchema>
