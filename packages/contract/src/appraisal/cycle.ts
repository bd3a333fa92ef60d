import { z } from 'zod'
import { abilitySchema } from '../identity/schemas.ts'
import { instant, personRef, verdictSchema } from '../shared.ts'

/** The year's loop of a project, in its order (appraisal.md 1.2: 目标 → 批复 → 执行 → 自评 → 评价 → 公开). */
export const PROJECT_STATES = [
  'drafting',
  'targetSubmitted',
  'targetReviewed',
  'executing',
  'selfEvaluating',
  'unitCheck',
  'departmentReview',
  'concluded',
  'published',
] as const
export const projectStateSchema = z.enum(PROJECT_STATES)
export type ProjectState = z.infer<typeof projectStateSchema>

/** Every signed act that moves a project from one state to another. */
export const PROJECT_ACTS = [
  'submitTarget',
  'checkTarget',
  'approveTarget',
  'adjustTarget',
  'startEvaluation',
  'submitEvaluation',
  'checkEvaluation',
  'concludeEvaluation',
  'publish',
  'return',
  'recall',
] as const
export const projectActSchema = z.enum(PROJECT_ACTS)
export type ProjectAct = z.infer<typeof projectActSchema>

/** One signature: who moved the project, when, with what opinion, over which version of the form. */
export const projectSignatureSchema = z.object({
  id: z.string(),
  act: projectActSchema,
  before: projectStateSchema,
  after: projectStateSchema,
  by: personRef,
  at: instant,
  opinion: z.string(),
  /** Why the target went on although the checks had found errors. */
  overrideReason: z.string().nullable(),
  version: z.number().int(),
  /** False once the project was returned, or the form was changed after the signature. */
  valid: z.boolean(),
})
export type ProjectSignature = z.infer<typeof projectSignatureSchema>

export const ASSESSMENT_DIMENSIONS = ['necessity', 'economy', 'goals', 'feasibility', 'funding'] as const
export type AssessmentDimension = (typeof ASSESSMENT_DIMENSIONS)[number]

const judged = z.object({
  /** 0 to 20; the five make 100. */
  score: z.number().min(0).max(20).multipleOf(0.5),
  opinion: z.string().trim().min(2).max(1000),
})

/** 事前评估: five dimensions of 20 points each, and what follows from them. */
export const assessmentInputSchema = z.object({
  dimensions: z.object({ necessity: judged, economy: judged, goals: judged, feasibility: judged, funding: judged }),
  conclusion: z.enum(['support', 'adjust', 'reject']),
})
export type AssessmentInput = z.infer<typeof assessmentInputSchema>
export const assessmentSchema = assessmentInputSchema.extend({ by: personRef, at: instant })
export type Assessment = z.infer<typeof assessmentSchema>

const actVerdicts = z.record(projectActSchema, verdictSchema)

export const projectCycleSchema = z.object({
  projectId: z.string(),
  no: z.number().int(),
  name: z.string(),
  year: z.number().int(),
  state: projectStateSchema,
  rev: z.number().int(),
  owner: personRef.nullable(),
  /** Fingerprint of what the signatures of this phase are bound to; sent back with a signature. */
  hash: z.string(),
  /** The act that takes the project on; null when the loop is over. */
  next: projectActSchema.nullable(),
  dueOn: z.string().nullable(),
  signatures: z.array(projectSignatureSchema),
  assessment: assessmentSchema.nullable(),
  /** A project without a predecessor is new and is assessed before its targets are submitted. */
  needsAssessment: z.boolean(),
  can: actVerdicts,
  /** What of the form may be changed now, and why not. */
  edit: z.object({ targets: verdictSchema, values: verdictSchema }),
})
export type ProjectCycle = z.infer<typeof projectCycleSchema>

export const moveBodySchema = z.object({
  rev: z.number().int().min(0),
  act: projectActSchema,
  /** The fingerprint the person has read; a form that changed meanwhile is not signed unread. */
  hash: z.string().max(64),
  opinion: z.string().trim().max(2000).default(''),
  overrideReason: z.string().trim().min(2).max(500).nullable().default(null),
})

/** One line of 「该谁办什么」: the next step of an open project. */
export const dueRowSchema = z.object({
  projectId: z.string(),
  no: z.number().int(),
  name: z.string(),
  year: z.number().int(),
  state: projectStateSchema,
  act: projectActSchema,
  dueOn: z.string(),
  late: z.boolean(),
  /** The person who asks may take this step now. */
  mine: z.boolean(),
  owner: personRef.nullable(),
  /** What one must be able to do to take it. */
  ability: abilitySchema,
  returned: z.object({ by: personRef, reason: z.string() }).nullable(),
  since: instant,
})
export type DueRow = z.infer<typeof dueRowSchema>

export const projectVersionsSchema = z.object({
  project: z.object({ id: z.string(), no: z.number().int(), name: z.string(), year: z.number().int() }),
  items: z.array(z.object({ no: z.number().int(), at: instant, by: personRef, acts: z.array(projectActSchema) })),
  /** The same project in all its years, newest first. */
  years: z.array(z.object({ projectId: z.string(), year: z.number().int(), state: projectStateSchema })),
})
export type ProjectVersions = z.infer<typeof projectVersionsSchema>

export const formComparisonSchema = z.object({
  same: z.number().int(),
  differences: z.array(
    z.object({
      place: z.enum(['表头', '资金', '总体目标', '指标', '总分']),
      row: z.number().int().nullable(),
      name: z.string(),
      field: z.string(),
      kind: z.enum(['changed', 'added', 'removed']),
      before: z.string(),
      after: z.string(),
      change: z.string().nullable(),
      percent: z.string().nullable(),
    }),
  ),
})
export type FormComparison = z.infer<typeof formComparisonSchema>
