import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { idParams } from '../shared.ts'
import { computedSchema, importPreviewSchema, indicatorSchema, projectRowSchema } from './schemas.ts'
import {
  calibrationSchema,
  CAUSES,
  importMappingSchema,
  recomputeSchema,
  rubricTextSchema,
  sentenceSchema,
  whatIfSchema,
} from './values.ts'

const rev = z.number().int().min(0)
const indicatorReply = z.object({ indicator: indicatorSchema, project: projectRowSchema })
const link = z.object({ measure: z.string().max(80), params: z.record(z.string(), z.unknown()) })
const points = z.object({
  points: z.array(z.object({ period: z.string(), value: z.string().nullable(), coverage: z.number() })),
})
const linkErrors = ['indicator.unknownMeasure', 'indicator.badParams', 'indicator.badFormula'] as const

export const valuesEndpoints = {
  previewMeasure: endpoint({
    method: 'POST',
    path: '/api/appraisal/measures/preview',
    summary:
      'Compute a measure or a formula with given parameters, storing nothing; says whether its unit fits a target',
    access: 'session',
    body: link.extend({ target: z.string().max(500).optional() }),
    reply: computedSchema.extend({ unitProblem: z.string().nullable() }),
    errors: ['ability.missing', ...linkErrors],
  }),
  previewHistory: endpoint({
    method: 'POST',
    path: '/api/appraisal/measures/history',
    summary: 'A measure or a formula over past periods, storing nothing',
    access: 'session',
    body: link,
    reply: points,
    errors: ['ability.missing', ...linkErrors],
  }),
  mapImport: endpoint({
    method: 'POST',
    path: '/api/appraisal/imports/:id/mapping',
    summary: 'Say which column of an unknown table is what; remembered for files with the same headings',
    access: 'session',
    params: idParams,
    body: importMappingSchema,
    reply: importPreviewSchema,
    errors: ['ability.missing', 'form.importGone', 'form.badMapping'],
  }),
  draftDeviation: endpoint({
    method: 'POST',
    path: '/api/appraisal/indicators/:id/deviation/draft',
    summary: 'Draft reasons and measures for points lost, every sentence citing facts; stores nothing',
    access: 'session',
    params: idParams,
    body: z.object({ cause: z.enum(CAUSES).optional() }),
    reply: z.object({ cause: z.enum(CAUSES), loss: z.string(), sentences: z.array(sentenceSchema) }),
    errors: ['ability.missing', 'platform.notFound', 'project.notEditable', 'indicator.noLoss', 'indicator.noFacts'],
  }),
  signDeviation: endpoint({
    method: 'PUT',
    path: '/api/appraisal/indicators/:id/deviation',
    summary: 'Sign the reasons and measures of a row',
    access: 'session',
    params: idParams,
    body: z.object({
      rev,
      cause: z.enum(CAUSES),
      sentences: z.array(sentenceSchema).min(1).max(12),
      draftedBy: z.enum(['template', 'person']),
    }),
    reply: indicatorReply,
    errors: [
      'ability.missing',
      'platform.notFound',
      'project.notEditable',
      'indicator.noLoss',
      'indicator.noFacts',
      'indicator.badCitation',
      'indicator.moved',
    ],
  }),
  whatIf: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id/what-if',
    summary: 'The form under other rule sets, against the initial budget, and what full marks would need',
    access: 'session',
    params: idParams,
    reply: whatIfSchema,
    errors: ['ability.missing', 'platform.notFound'],
  }),
  calibrateIndicator: endpoint({
    method: 'GET',
    path: '/api/appraisal/indicators/:id/calibration',
    summary: 'An indicator over the years and the target its measured values would support',
    access: 'session',
    params: idParams,
    reply: z.object({ calibration: calibrationSchema.nullable() }),
    errors: ['ability.missing', 'platform.notFound'],
  }),
  saveRubric: endpoint({
    method: 'PUT',
    path: '/api/appraisal/indicators/:id/rubric',
    summary: 'Write what counts as met, partly met and unmet in a qualitative row, and by what one tells',
    access: 'session',
    params: idParams,
    body: z.object({ rev, rubric: rubricTextSchema }),
    reply: indicatorReply,
    errors: [
      'ability.missing',
      'platform.notFound',
      'indicator.moved',
      'indicator.notQualitative',
      'project.notEditable',
    ],
  }),
  startRecompute: endpoint({
    method: 'POST',
    path: '/api/appraisal/projects/:id/recompute',
    summary: 'Compute every linked indicator of a form anew, in the background',
    access: 'session',
    params: idParams,
    reply: recomputeSchema,
    errors: ['ability.missing', 'platform.notFound', 'project.notEditable'],
  }),
  lastRecompute: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id/recompute',
    summary: 'How far the latest computing of a form is',
    access: 'session',
    params: idParams,
    reply: z.object({ run: recomputeSchema.nullable() }),
    errors: ['ability.missing', 'platform.notFound'],
  }),
}
