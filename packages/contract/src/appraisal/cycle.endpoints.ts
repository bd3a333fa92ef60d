import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { idParams } from '../shared.ts'
import {
  assessmentInputSchema,
  dueRowSchema,
  formComparisonSchema,
  moveBodySchema,
  projectCycleSchema,
  projectVersionsSchema,
} from './cycle.ts'
import { targetInputSchema, targetSchema } from './target.ts'

/** A form as it stands (`<project>`), or one of its versions (`<project>@3`). */
const formRef = z
  .string()
  .regex(/^[0-9a-f-]{36}(@\d{1,4})?$/)
  .transform((text) => {
    const [projectId = '', version] = text.split('@')
    return { projectId, version: version === undefined ? null : Number(version) }
  })

const reading = ['ability.missing', 'platform.notFound'] as const
const drafting = [...reading, 'ability.readOnly', 'project.notEditable', 'project.notOwner', 'project.moved'] as const

/** The year's loop: targets, signatures, versions. */
export const cycleEndpoints = {
  declareProject: endpoint({
    method: 'POST',
    path: '/api/appraisal/projects',
    summary: 'Open a project for a year, empty or as a copy of an earlier one',
    access: 'session',
    body: z.object({
      year: z.number().int().min(2000).max(2100),
      name: z.string().trim().min(2).max(60),
      copyFrom: z.uuid().nullable(),
    }),
    reply: projectCycleSchema,
    errors: ['ability.missing', 'ability.readOnly', 'project.exists', 'project.noSource'],
  }),
  getCycle: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id/cycle',
    summary: 'Where a project stands, who signed, what may be done next',
    access: 'session',
    params: idParams,
    reply: projectCycleSchema,
    errors: [...reading],
  }),
  moveProject: endpoint({
    method: 'POST',
    path: '/api/appraisal/projects/:id/moves',
    summary: 'Sign the next step, or send the project back with a reason',
    access: 'session',
    params: idParams,
    body: moveBodySchema,
    reply: projectCycleSchema,
    errors: [
      ...reading,
      'ability.readOnly',
      'project.moved',
      'project.wrongState',
      'project.notOwner',
      'project.notSubmitter',
      'project.ownSubmission',
      'project.samePerson',
      'project.tooEarly',
      'project.opinionNeeded',
      'project.contentMoved',
      'project.signatureVoid',
      'project.openFindings',
      'project.assessmentNeeded',
      'project.assessmentRejected',
      'project.gaps',
    ],
  }),
  getTarget: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id/target',
    summary: 'The target form with what the checks find in it',
    access: 'session',
    params: idParams,
    reply: targetSchema,
    errors: [...reading],
  }),
  saveTarget: endpoint({
    method: 'PUT',
    path: '/api/appraisal/projects/:id/target',
    summary: 'Save the target form as it stands on the screen',
    access: 'session',
    params: idParams,
    body: targetInputSchema,
    reply: targetSchema,
    errors: [...drafting],
  }),
  assessProject: endpoint({
    method: 'PUT',
    path: '/api/appraisal/projects/:id/assessment',
    summary: 'Record the assessment before the targets',
    access: 'session',
    params: idParams,
    body: assessmentInputSchema.extend({ rev: z.number().int().min(0) }),
    reply: projectCycleSchema,
    errors: [...drafting],
  }),
  listDue: endpoint({
    method: 'GET',
    path: '/api/appraisal/due',
    summary: 'What is due from whom, in every open project',
    access: 'session',
    reply: z.object({ items: z.array(dueRowSchema) }),
    errors: [],
  }),
  listVersions: endpoint({
    method: 'GET',
    path: '/api/appraisal/projects/:id/versions',
    summary: 'The signed versions of a form, and its other years',
    access: 'session',
    params: idParams,
    reply: projectVersionsSchema,
    errors: [...reading],
  }),
  compareForms: endpoint({
    method: 'GET',
    path: '/api/appraisal/comparison',
    summary: 'Two forms cell by cell: versions of one project, or two years',
    access: 'session',
    query: z.object({ before: formRef, after: formRef }),
    reply: formComparisonSchema,
    errors: [...reading],
  }),
}
