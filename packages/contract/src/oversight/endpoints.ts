import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { idParams, verdictSchema } from '../shared.ts'
import {
  rectificationActSchema,
  rectificationInputSchema,
  rectificationSchema,
  rectificationStateSchema,
} from './schemas.ts'

export const rectificationFilterSchema = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  state: rectificationStateSchema.optional(),
  project: z.uuid().optional(),
  /** What waits for me: mine to mend. */
  mine: z.stringbool().optional(),
})
export type RectificationFilter = z.infer<typeof rectificationFilterSchema>

export const oversightEndpoints = {
  listRectifications: endpoint({
    method: 'GET',
    path: '/api/oversight/rectifications',
    summary: 'What has to be put right, by day due',
    access: 'session',
    query: rectificationFilterSchema,
    reply: z.object({ items: z.array(rectificationSchema), can: z.object({ add: verdictSchema }) }),
    errors: ['ability.missing'],
  }),
  addRectification: endpoint({
    method: 'POST',
    path: '/api/oversight/rectifications',
    summary: 'Raise a problem that somebody has to put right by a day',
    access: 'session',
    body: rectificationInputSchema,
    reply: rectificationSchema,
    errors: ['ability.missing', 'ability.readOnly', 'platform.notFound'],
  }),
  actRectification: endpoint({
    method: 'POST',
    path: '/api/oversight/rectifications/:id/acts',
    summary: 'Hand in what was done with its proof, or check it',
    access: 'session',
    params: idParams,
    body: z.object({
      rev: z.number().int().min(0),
      act: rectificationActSchema,
      measures: z.string().trim().max(2000).default(''),
      file: z
        .object({
          url: z
            .string()
            .regex(/^\/files\//)
            .max(300),
          name: z.string().max(200),
        })
        .nullable()
        .default(null),
      opinion: z.string().trim().max(1000).default(''),
    }),
    reply: rectificationSchema,
    errors: [
      'ability.missing',
      'ability.readOnly',
      'platform.notFound',
      'rectification.wrongState',
      'rectification.notOwner',
      'rectification.ownWork',
      'rectification.evidenceNeeded',
      'rectification.opinionNeeded',
      'rectification.moved',
    ],
  }),
}
