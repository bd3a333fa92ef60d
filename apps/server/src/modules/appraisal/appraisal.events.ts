import { projectActSchema, projectStateSchema } from '@rongmei/contract'
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

/** Subjects of the following: `project:<id>`. `from`: the project of the year before that was copied. */
export const ProjectDeclared = event(
  'appraisal.declared',
  z.object({ name: z.string(), year: z.number().int(), from: z.string().nullable() }),
)
export const TargetSaved = event('appraisal.targetSaved', z.object({ rows: z.number().int(), weightSum: z.string() }))
export const ProjectAssessed = event(
  'appraisal.assessed',
  z.object({ total: z.number(), conclusion: z.enum(['support', 'adjust', 'reject']) }),
)
/** A signed step of the loop; `hash` is what the signature is bound to, `version` the form as it was signed. */
export const ProjectMoved = event(
  'appraisal.moved',
  z.object({
    name: z.string(),
    year: z.number().int(),
    act: projectActSchema,
    before: projectStateSchema,
    after: projectStateSchema,
    opinion: z.string(),
    overrideReason: z.string().nullable(),
    hash: z.string(),
    version: z.number().int(),
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
export const IndicatorTyped = event(
  'appraisal.typed',
  z.object({ ...about, value: z.string(), reason: z.string(), fileUrl: z.string() }),
)
/** The typed value was taken back; `value` is what it was. */
export const IndicatorUntyped = event('appraisal.untyped', z.object({ ...about, value: z.string() }))
export const RubricSaved = event('appraisal.rubricSaved', z.object({ ...about, met: z.string(), evidence: z.string() }))
export const DeviationSigned = event(
  'appraisal.deviationSigned',
  z.object({ ...about, cause: z.string(), draftedBy: z.string(), text: z.string(), facts: z.array(z.string()) }),
)

/** Subjects of the following: `project:<id>`. */
export const ProjectRecomputed = event(
  'appraisal.recomputed',
  z.object({ runId: z.string(), total: z.number().int(), failed: z.number().int() }),
)
export const ValuesFrozen = event(
  'appraisal.frozen',
  z.object({ freezeId: z.string(), rows: z.number().int(), computed: z.number().int(), typed: z.number().int() }),
)
