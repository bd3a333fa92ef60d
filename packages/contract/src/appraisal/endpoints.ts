import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { idParams } from '../shared.ts'
import { cycleEndpoints } from './cycle.endpoints.ts'
import {
  factSchema,
  importPreviewSchema,
  indicatorSchema,
  measureSchema,
  projectRowSchema,
  projectSchema,
} from './schemas.ts'
import { exportChoiceSchema } from './values.ts'
import { valuesEndpoints } from './values.endpoints.ts'

const rev = z.number().int().min(0)
const indicatorReply = z.object({ indicator: indicatorSchema, project: projectRowSchema })

export const appraisalEndpoints = {
  ...cycleEndpoints,
  listProjects: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects',
    summary: 'Budget projects of a year with money, scores and findings',
    access: 'session',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    reply: z.object({
      items: z.array(projectRowSchema),
      years: z.array(z.number().int()),
      can: z.object({ import: z.boolean() }),
    }),
    errors: ['ability.missing'],
  }),
  getProject: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id',
    summary: 'One self-evaluation form',
    access: 'session',
    params: idParams,
    reply: projectSchema,
    errors: ['ability.missing', 'platform.notFound'],
  }),
  exportProject: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id/form',
    summary: 'The form in the official layout; `values` chooses printed or computed actual values',
    access: 'session',
    params: idParams,
    query: exportChoiceSchema,
    reply: 'file',
    errors: ['ability.missing', 'platform.notFound'],
  }),
  exportYear: endpoint({
    method: 'GET',
    path: '/api/appraisal/years/:year/forms',
    summary: 'All forms of a year in one file',
    access: 'session',
    params: z.object({ year: z.coerce.number().int() }),
    query: exportChoiceSchema,
    reply: 'file',
    errors: ['ability.missing', 'platform.notFound'],
  }),
  startImport: endpoint({
    method: 'POST',
    path: '/api/appraisal/imports',
    summary: 'Read a file of forms and show what would be imported',
    access: 'session',
    upload: { maxBytes: 20 * 1024 * 1024 },
    reply: importPreviewSchema,
    errors: ['ability.missing', 'form.unreadable', 'form.tooLarge', 'platform.unsupportedFile'],
  }),
  finishImport: endpoint({
    method: 'POST',
    path: '/api/appraisal/imports/:id',
    summary: 'Import the previewed forms',
    access: 'session',
    params: idParams,
    body: z.object({ names: z.array(z.string()).min(1), replace: z.boolean().default(false) }),
    reply: z.object({ imported: z.number().int(), year: z.number().int() }),
    errors: ['ability.missing', 'form.importGone', 'form.projectExists', 'project.notEditable'],
  }),
  getIndicator: endpoint({
    method: 'GET',
    path: '/api/appraisal/indicators/:id',
    summary: 'One indicator',
    access: 'session',
    params: idParams,
    reply: indicatorReply,
    errors: ['ability.missing', 'platform.notFound'],
  }),
  indicatorFacts: endpoint({
    method: 'GET',
    path: '/api/appraisal/indicators/:id/facts',
    summary: 'The facts behind the computed value, paged',
    access: 'session',
    params: idParams,
    query: z.object({
      /** The facts behind the value shown, or behind the one frozen when the form was handed in. */
      of: z.enum(['shown', 'frozen']).default('shown'),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(factSchema), total: z.number().int() }),
    errors: ['ability.missing', 'platform.notFound'],
  }),
  indicatorHistory: endpoint({
    method: 'GET',
    path: '/api/appraisal/indicators/:id/history',
    summary: 'The linked measure month by month and against last year',
    access: 'session',
    params: idParams,
    reply: z.object({
      points: z.array(z.object({ period: z.string(), value: z.string().nullable(), coverage: z.number() })),
    }),
    errors: ['ability.missing', 'platform.notFound'],
  }),
  computeIndicator: endpoint({
    method: 'POST',
    path: '/api/appraisal/indicators/:id/computation',
    summary: 'Compute the actual value now',
    access: 'session',
    params: idParams,
    reply: indicatorReply,
    errors: [
      'ability.missing',
      'platform.notFound',
      'indicator.unknownMeasure',
      'indicator.badParams',
      'indicator.badFormula',
      'project.notEditable',
    ],
  }),
  linkIndicator: endpoint({
    method: 'PUT',
    path: '/api/appraisal/indicators/:id/link',
    summary: 'Link an indicator to a measure; null unlinks',
    access: 'session',
    params: idParams,
    body: z.object({
      rev,
      link: z.object({ measure: z.string().max(80), params: z.record(z.string(), z.unknown()) }).nullable(),
    }),
    reply: indicatorReply,
    errors: [
      'ability.missing',
      'platform.notFound',
      'indicator.moved',
      'indicator.unknownMeasure',
      'indicator.badParams',
      'indicator.badFormula',
      'project.notEditable',
    ],
  }),
  fillIndicator: endpoint({
    method: 'PUT',
    path: '/api/appraisal/indicators/:id/typed',
    summary: 'Type a value by hand, with reason and evidence; null takes it back',
    access: 'session',
    params: idParams,
    body: z.object({
      rev,
      typed: z
        .object({
          value: z.string().trim().min(1).max(200),
          reason: z.string().trim().min(2).max(500),
          fileUrl: z.string().regex(/^\/files\//),
          fileName: z.string().max(200),
        })
        .nullable(),
    }),
    reply: indicatorReply,
    errors: [
      'ability.missing',
      'platform.notFound',
      'indicator.moved',
      'indicator.evidenceNeeded',
      'project.notEditable',
    ],
  }),
  uploadEvidence: endpoint({
    method: 'POST',
    path: '/api/appraisal/evidence',
    summary: 'Upload the file that proves a typed value',
    access: 'session',
    upload: { maxBytes: 20 * 1024 * 1024 },
    reply: z.object({ url: z.string(), name: z.string() }),
    errors: ['ability.missing', 'platform.unsupportedFile', 'platform.storageFull'],
  }),
  listMeasures: endpoint({
    method: 'GET',
    path: '/api/appraisal/measures',
    summary: 'Every measure that can be linked',
    access: 'session',
    reply: z.object({ items: z.array(measureSchema) }),
    errors: ['ability.missing'],
  }),
  ...valuesEndpoints,
}
