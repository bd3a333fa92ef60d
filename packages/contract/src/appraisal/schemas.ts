import { z } from 'zod'
import { instant, personRef, verdictSchema } from '../shared.ts'
import { deviationSchema, frozenSchema, gapSchema, rubricSchema } from './values.ts'
import { projectStateSchema } from './cycle.ts'
import { lintSchema } from './findings.ts'

export * from './cycle.ts'
export * from './cycle.zh.ts'
export * from './findings.ts'
export * from './target.ts'

/** Decimals travel as strings, money as integer 分 in a string: JSON numbers would lose cents. */
const decimal = z.string()
const fen = z.string().nullable()

export const budgetLineSchema = z.object({
  source: z.string(),
  label: z.string(),
  yearStart: z.object({ raw: z.string(), fen }),
  fullYear: z.object({ raw: z.string(), fen }),
  executed: z.object({ raw: z.string(), fen }),
  weight: z.string(),
  executionRate: z.string(),
  score: z.string(),
})

/** A fact behind a value: what it is, when, and where to look at it. */
export const factSchema = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  at: instant.nullable(),
  /** Path inside the console, when there is a page for it. */
  href: z.string().nullable(),
  /** What this fact contributes, in words: 「2 处差错」. */
  note: z.string(),
})
export type FactView = z.infer<typeof factSchema>

export const computedSchema = z.object({
  value: decimal.nullable(),
  /** As it is printed in the form's cell: `97.35%`, `12个月`. */
  text: z.string(),
  unit: z.string(),
  /** Share of the period that was measured, 0–1. */
  coverage: z.number(),
  coverageNote: z.string(),
  /** The formula with its numbers: `拦截 812 ÷（拦截 812 + 发布后更正 22）`. */
  working: z.string(),
  /** Whether the target is met; null where the target is words without a rubric. */
  met: z.boolean().nullable(),
  factCount: z.number().int(),
  at: instant,
})
export type Computed = z.infer<typeof computedSchema>

export const linkSchema = z.object({
  measure: z.string(),
  params: z.record(z.string(), z.unknown()),
  by: personRef,
  at: instant,
})

export const indicatorSchema = z.object({
  id: z.string(),
  seq: z.number().int(),
  l1: z.string(),
  l2: z.string(),
  l3: z.string(),
  target: z.string(),
  /** As printed or imported. */
  actual: z.string(),
  weight: decimal,
  score: decimal,
  deviation: z.string(),
  /** How sure the reader was of this row; 1 is printed plainly. */
  confidence: z.number(),
  warnings: z.array(z.string()),
  mark: z.enum(['printed', 'computed', 'typed', 'inferred', 'doubt']),
  link: linkSchema.nullable(),
  computed: computedSchema.nullable(),
  typed: z
    .object({
      value: z.string(),
      reason: z.string(),
      fileUrl: z.string(),
      fileName: z.string(),
      by: personRef,
      at: instant,
    })
    .nullable(),
  proposedScore: decimal.nullable(),
  explanation: z.string(),
  kind: z.enum(['quantitative', 'qualitative', 'by-contract', 'blank']),
  rubric: rubricSchema.nullable(),
  frozen: frozenSchema.nullable(),
  signed: deviationSchema.nullable(),
  rev: z.number().int(),
})
export type IndicatorView = z.infer<typeof indicatorSchema>

export const projectRowSchema = z.object({
  id: z.string(),
  no: z.number().int(),
  name: z.string(),
  year: z.number().int(),
  state: projectStateSchema,
  owner: personRef.nullable(),
  dept: z.string(),
  unit: z.string(),
  indicators: z.number().int(),
  linked: z.number().int(),
  initialFen: fen,
  adjustedFen: fen,
  executedFen: fen,
  executionRate: z.string().nullable(),
  /** Executed over the initial budget: the second rate, shown beside the official one. */
  initialRate: z.string().nullable(),
  weightSum: decimal,
  scoreSum: decimal,
  statedTotal: decimal.nullable(),
  grade: z.string(),
  findings: z.object({ error: z.number().int(), warning: z.number().int(), info: z.number().int() }),
})
export type ProjectRow = z.infer<typeof projectRowSchema>

export const projectSchema = projectRowSchema.extend({
  title: z.string(),
  currencyUnit: z.string(),
  ruleSet: z.object({ id: z.string(), name: z.string() }),
  budget: z.array(budgetLineSchema),
  goals: z.object({ expected: z.string(), actual: z.string() }),
  rows: z.array(indicatorSchema),
  lint: z.array(lintSchema),
  executionScore: decimal.nullable(),
  gaps: z.array(gapSchema),
  can: z.object({ link: verdictSchema, fill: verdictSchema, export: verdictSchema }),
})
export type Project = z.infer<typeof projectSchema>

export const measureSchema = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  description: z.string(),
  module: z.string(),
  params: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      kind: z.enum(['year', 'text', 'number', 'choice']),
      choices: z.array(z.object({ value: z.string(), label: z.string() })),
      default: z.unknown(),
    }),
  ),
})
export type MeasureView = z.infer<typeof measureSchema>

export const importPreviewSchema = z.object({
  id: z.string(),
  forms: z.array(
    z.object({
      name: z.string(),
      year: z.number().int().nullable(),
      kind: z.string(),
      indicators: z.number().int(),
      statedTotal: z.string().nullable(),
      exists: z.boolean(),
      lowConfidence: z.number().int(),
      warnings: z.array(z.string()),
      lint: z.array(lintSchema),
      rows: z.array(
        z.object({
          l1: z.string(),
          l2: z.string(),
          l3: z.string(),
          target: z.string(),
          actual: z.string(),
          weight: z.string(),
          score: z.string(),
          confidence: z.number(),
          warnings: z.array(z.string()),
          /** The cells as they stood in the file, to hold beside what was read. */
          source: z.object({
            lines: z.array(z.number().int()),
            page: z.number().int().nullable(),
            cells: z.array(z.string()),
          }),
        }),
      ),
    }),
  ),
  /** The table, where no form was recognised in it: a person says which column is what. */
  grid: z.array(z.array(z.string())).nullable(),
  warnings: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
