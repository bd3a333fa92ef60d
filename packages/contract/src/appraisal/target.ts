import { z } from 'zod'
import { verdictSchema } from '../shared.ts'
import { lintSchema } from './findings.ts'

/** 分 in text, not negative, up to 100 billion 元. */
const amount = z.string().regex(/^\d{1,13}$/)
/** A weight as typed: up to two places, or still blank. */
const weight = z.string().regex(/^(\d{1,3}(\.\d{1,2})?)?$/)

const cells = {
  l1: z.string().trim().max(40),
  l2: z.string().trim().max(40),
  l3: z.string().trim().max(120),
  target: z.string().trim().max(200),
  weight,
}
export const initialBudgetSchema = z.object({ appropriation: amount, carryOver: amount, other: amount })

export const targetInputSchema = z.object({
  rev: z.number().int().min(0),
  dept: z.string().trim().max(80),
  unit: z.string().trim().max(80),
  goal: z.string().trim().max(4000),
  initial: initialBudgetSchema,
  rows: z.array(z.object({ id: z.uuid().nullable(), ...cells })).max(200),
})
export type TargetInput = z.infer<typeof targetInputSchema>

export const targetSchema = z.object({
  projectId: z.string(),
  no: z.number().int(),
  name: z.string(),
  year: z.number().int(),
  rev: z.number().int(),
  dept: z.string(),
  unit: z.string(),
  goal: z.string(),
  initial: initialBudgetSchema,
  /** Points of the execution row, which belong to the sum of 100. */
  executionWeight: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      seq: z.number().int(),
      l1: z.string(),
      l2: z.string(),
      l3: z.string(),
      target: z.string(),
      weight: z.string(),
    }),
  ),
  weightSum: z.string(),
  lint: z.array(lintSchema),
  can: z.object({ edit: verdictSchema }),
})
export type Target = z.infer<typeof targetSchema>
