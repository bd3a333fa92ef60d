import { z } from 'zod'
import { event } from '../../platform/events.ts'

/** Subject `month:<month>`. */
export const SamplesDrawn = event('quality.drawn', z.object({ month: z.string(), drawn: z.number().int() }))
const marks = z.object({ storyId: z.string(), wrong: z.number().int(), missed: z.number().int() })
/** Subject `sample:<id>`. */
export const SampleMarked = event('quality.marked', marks)
/** Subject `sample:<id>`: two agree, or a third has settled it. */
export const SampleSettled = event('quality.settled', marks)
/** Subject `batch:<id>`. */
export const BatchStarted = event('quality.batchStarted', z.object({ total: z.number().int() }))
export const BatchEnded = event(
  'quality.batchEnded',
  z.object({ done: z.number().int(), cancelled: z.boolean(), must: z.number().int() }),
)
