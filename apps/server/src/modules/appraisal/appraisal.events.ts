import { z } from 'zod'
import { event } from '../../platform/events.ts'

const about = { projectId: z.string(), indicator: z.string() }

/** Subject `project:<id>`. */
export const FormImported = event(
  'appraisal.imported',
  z.object({
    name: z.string(),
    year: z.number().int(),
    indicators: z.number().int(),
    fileName: z.string(),
    replaced: z.boolean(),
  }),
)

/** Subject `project:<id>`, or `year:<year>` for all forms of a year. */
export const FormExported = event(
  'appraisal.exported',
  z.object({ to: z.string(), values: z.string(), forms: z.number() }),
)

/** Subjects of the following: `indicator:<id>`. */
export const IndicatorLinked = event(
  'appraisal.linked',
  z.object({ ...about, measure: z.string(), params: z.record(z.string(), z.unknown()) }),
)
export const IndicatorUnlinked = event('appraisal.unlinked', z.object({ ...about, measure: z.string() }))
export const IndicatorComputed = event(
  'appraisal.computed',
  z.object({
    ...about,
    computationId: z.string(),
    measure: z.string(),
    value: z.string().nullable(),
    text: z.string(),
    coverage: z.number(),
    working: z.string(),
    facts: z.number().int(),
  }),
)
/** `value` null: the typed value was taken back. */
export const IndicatorTyped = event(
  'appraisal.typed',
  z.object({ ...about, value: z.string().nullable(), reason: z.string(), fileUrl: z.string() }),
)
