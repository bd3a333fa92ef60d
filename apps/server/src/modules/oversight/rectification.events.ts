import { rectificationActSchema } from '@rongmei/contract'
import { z } from 'zod'
import { event } from '../../platform/events.ts'

/** Subject of every event here: `rectification:<id>`. */
export const subjectOf = (id: string) => `rectification:${id}`

export const RectificationRaised = event(
  'oversight.raised',
  z.object({ projectId: z.string(), problem: z.string(), ownerId: z.string(), dueOn: z.string() }),
)
export const RectificationMoved = event(
  'oversight.rectified',
  z.object({ projectId: z.string(), act: rectificationActSchema, measures: z.string(), opinion: z.string() }),
)
