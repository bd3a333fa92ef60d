import { module } from '../../platform/module.ts'
import { appraisalRoutes } from './appraisal.routes.ts'
import { nightlyJob, recomputeJob } from './recompute.service.ts'

export const appraisal = module({
  name: 'appraisal',
  needs: [],
  migrations: new URL('./migrations/', import.meta.url),
  routes: appraisalRoutes,
  jobs: [recomputeJob, nightlyJob],
})
