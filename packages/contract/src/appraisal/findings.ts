import { z } from 'zod'

export const lintSchema = z.object({
  row: z.number().int().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  remedy: z.string(),
})
export type LintFinding = z.infer<typeof lintSchema>
