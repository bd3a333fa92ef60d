import { z } from 'zod'
import { findingSchema } from '../proofreading/schemas.ts'
import { instant, personRef, verdictSchema } from '../shared.ts'

/** An error that the engine did not find: where it stands in its block (UTF-16), and what would be right. */
export const missedSchema = z.object({
  block: z.number().int().min(0).max(20_000),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  quote: z.string().min(1).max(100),
  right: z.string().trim().max(100),
})
export type Missed = z.infer<typeof missedSchema>

/** What holds about a text: findings that are false (by their place in the list), errors that were missed. */
export const truthSchema = z.object({
  wrong: z.array(z.number().int().min(0)).max(5_000),
  missed: z.array(missedSchema).max(500),
})
export type Truth = z.infer<typeof truthSchema>

export const SAMPLE_STATES = ['unmarked', 'halfMarked', 'disputed', 'settled'] as const
export const sampleRowSchema = z.object({
  id: z.string(),
  month: z.string(),
  storyId: z.string(),
  number: z.string(),
  title: z.string(),
  characters: z.number().int(),
  findings: z.number().int(),
  markers: z.array(z.string()),
  mine: z.boolean(),
  state: z.enum(SAMPLE_STATES),
})
export type SampleRow = z.infer<typeof sampleRowSchema>

export const sampleSchema = sampleRowSchema.extend({
  blocks: z.array(z.object({ kind: z.string(), text: z.string() })),
  list: z.array(findingSchema),
  /** One's own marking; those of others are shown only once one has marked oneself. */
  own: truthSchema.nullable(),
  others: z.array(truthSchema.extend({ by: personRef, at: instant })),
  dispute: truthSchema.nullable(),
  truth: truthSchema.nullable(),
  settledBy: z.string().nullable(),
  can: z.object({ mark: verdictSchema, settle: verdictSchema }),
})
export type Sample = z.infer<typeof sampleSchema>

/** Figures of what was marked: shares of 1 as text, null without a base. */
export const qualityRateSchema = z.object({
  samples: z.number().int(),
  settled: z.number().int(),
  caught: z.number().int(),
  missed: z.number().int(),
  wrong: z.number().int(),
  characters: z.number().int(),
  recall: z.string().nullable(),
  falseAlarms: z.string().nullable(),
})

export const batchSchema = z.object({
  id: z.string(),
  by: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  total: z.number().int(),
  done: z.number().int(),
  state: z.enum(['running', 'done', 'cancelled']),
  must: z.number().int(),
  should: z.number().int(),
  hint: z.number().int(),
})
export type Batch = z.infer<typeof batchSchema>

export const batchRowSchema = z.object({
  storyId: z.string(),
  number: z.string(),
  title: z.string(),
  characters: z.number().int(),
  must: z.number().int(),
  should: z.number().int(),
  hint: z.number().int(),
  quotes: z.array(z.string()),
})

/** Errors found before and put right after publication, of one month, unit, class or author. */
export const errorRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  stories: z.number().int(),
  characters: z.number().int(),
  found: z.number().int(),
  corrected: z.number().int(),
  perThousand: z.string().nullable(),
})
export type ErrorRow = z.infer<typeof errorRowSchema>

export const ruleRowSchema = z.object({
  ruleId: z.string(),
  class: z.string(),
  found: z.number().int(),
  accepted: z.number().int(),
  ignored: z.number().int(),
  /** Ignored or put on the word list, of all decided. */
  falseShare: z.string().nullable(),
  examples: z.array(z.string()),
})

export const dashboardSchema = z.object({
  months: z.array(errorRowSchema),
  units: z.array(errorRowSchema),
  classes: z.array(errorRowSchema),
  authors: z.array(errorRowSchema),
  rules: z.array(ruleRowSchema),
  /** Whether the figures are those of everybody or one's own. */
  scope: z.enum(['all', 'own']),
})
export type QualityDashboard = z.infer<typeof dashboardSchema>
