import { module } from '../../platform/module.ts'
import { identityRoutes } from './identity.routes.ts'
import { sweepSessionsJob } from './session.jobs.ts'
import { staffing } from './staffing.measures.ts'

export const identity = module({
  name: 'identity',
  needs: [],
  migrations: new URL('./migrations/', import.meta.url),
  routes: identityRoutes,
  jobs: [sweepSessionsJob],
  measures: [staffing],
})
