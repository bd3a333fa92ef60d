import { z } from 'zod'
import { instant, personRef } from '../shared.ts'

/** The name of a link that combines several measures; no measure may be called so (theirs are `module.name`). */
export const FORMULA = 'formula'

/** One measure of a formula. */
export const operandSchema = z.object({ measure: z.string().max(80), params: z.record(z.string(), z.unknown()) })

/** The parameters of a formula link: `a ÷ (a + b)`, what a and b are, and how the result is printed. */
export const formulaParamsSchema = z.object({
  expression: z.string().trim().max(200),
  operands: z.partialRecord(z.enum(['a', 'b', 'c', 'd', 'e', 'f']), operandSchema),
  percent: z.boolean().default(false),
  places: z.number().int().min(0).max(6).default(2),
})
export type FormulaParams = {
  expression: string
  operands: Partial<Record<string, z.infer<typeof operandSchema>>>
  percent: boolean
  places: number
}

/** 评分标准 of a qualitative row: three sentences, and by what one tells. */
export const rubricTextSchema = z.object({
  met: z.string().trim().min(4).max(300),
  partly: z.string().trim().min(4).max(300),
  unmet: z.string().trim().min(4).max(300),
  evidence: z.string().trim().min(2).max(300),
})
export const rubricSchema = rubricTextSchema.extend({ by: personRef, at: instant })
export type Rubric = z.infer<typeof rubricSchema>

/** A value as it was when the form was handed in; later computing does not change it. */
export const frozenSchema = z.object({
  actual: z.string(),
  score: z.string(),
  mark: z.enum(['printed', 'computed', 'typed', 'inferred', 'doubt']),
  coverage: z.number().nullable(),
  working: z.string(),
  factCount: z.number().int(),
  by: personRef,
  at: instant,
})
export type Frozen = z.infer<typeof frozenSchema>

/** The five classes of causes (绩效运行监控, 财预〔2019〕136号). */
export const CAUSES = ['funds', 'rules', 'staff', 'hardware', 'other'] as const
export type Cause = (typeof CAUSES)[number]

/** A sentence of a deviation and the facts it rests on; `no` is the fact's place among those of the indicator. */
export const sentenceSchema = z.object({
  text: z.string().trim().min(2).max(300),
  facts: z.array(z.number().int().min(0)).min(1).max(20),
})
export type Sentence = z.infer<typeof sentenceSchema>

export const deviationSchema = z.object({
  cause: z.enum(CAUSES),
  sentences: z.array(sentenceSchema),
  draftedBy: z.enum(['template', 'person']),
  by: personRef,
  at: instant,
})
export type Deviation = z.infer<typeof deviationSchema>

/** What is still missing before a row can be handed in. */
export const GAPS = ['rubric', 'value', 'deviation'] as const
export const gapSchema = z.object({
  id: z.string(),
  seq: z.number().int(),
  l3: z.string(),
  gap: z.enum(GAPS),
})
export type Gap = z.infer<typeof gapSchema>

/** Computing a whole form anew: how far, and which rows could not be computed. */
export const recomputeSchema = z.object({
  id: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failures: z.array(z.object({ seq: z.number().int(), l3: z.string(), message: z.string() })),
  by: personRef,
  askedAt: instant,
  finishedAt: instant.nullable(),
})
export type Recompute = z.infer<typeof recomputeSchema>

/** What forms are written to, and with which actual values; `frozen`: as the form was handed in. */
export const exportChoiceSchema = z.object({
  to: z.enum(['docx', 'xlsx', 'pdf', 'csv', 'budgetCsv', 'json']),
  values: z.enum(['printed', 'computed', 'frozen']).default('computed'),
})
export type ExportChoice = z.infer<typeof exportChoiceSchema>

const column = z.number().int().min(0).max(255)

/** Which column of an unknown table is what; rows and columns count from 0. */
export const importMappingSchema = z.object({
  headerRow: z.number().int().min(0).max(999),
  columns: z.object({
    l1: column.optional(),
    l2: column.optional(),
    l3: column,
    target: column,
    actual: column,
    weight: column.optional(),
    score: column.optional(),
    deviation: column.optional(),
  }),
  name: z.string().trim().min(1).max(200),
  year: z.number().int().min(2000).max(2100),
})
export type ImportMapping = z.infer<typeof importMappingSchema>

const scenarioSchema = z.object({
  id: z.string(),
  name: z.string(),
  execution: z.object({ rate: z.string().nullable(), weight: z.string(), points: z.string().nullable() }),
  rows: z.array(
    z.object({ seq: z.number().int(), name: z.string(), printed: z.string(), points: z.string(), why: z.string() }),
  ),
  total: z.string().nullable(),
  grade: z.string().nullable(),
  unverified: z.array(z.string()),
})

/** A form under other questions. Points are decimals in text; null where one is missing. */
export const whatIfSchema = z.object({
  printed: z.string().nullable(),
  scenarios: z.array(scenarioSchema),
  fullMarks: z.array(
    z.object({ row: z.number().int().nullable(), name: z.string(), missing: z.string(), need: z.string() }),
  ),
})
export type WhatIfView = z.infer<typeof whatIfSchema>

/** An indicator over the years, and the target that its measured values would support. */
export const calibrationSchema = z.object({
  verdict: z.string(),
  message: z.string(),
  history: z.array(
    z.object({
      year: z.number().int().nullable(),
      target: z.string(),
      actual: z.string(),
      value: z.string().nullable(),
      ratio: z.string().nullable(),
      copied: z.boolean(),
    }),
  ),
  proposal: z
    .object({ op: z.string().nullable(), value: z.string(), unit: z.string(), basis: z.string(), sure: z.boolean() })
    .nullable(),
})
export type CalibrationView = z.infer<typeof calibrationSchema>
