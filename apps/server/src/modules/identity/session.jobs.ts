import { z } from 'zod'
import { job } from '../../platform/jobs.ts'
import { sweepSessions } from './session.service.ts'

export const sweepSessionsJob = job<object>({
  name: 'identity.sweepSessions',
  schedule: '17 4 * * *',
  data: z.object({}),
  run: (ctx) => ctx.tx(sweepSessions),
})
