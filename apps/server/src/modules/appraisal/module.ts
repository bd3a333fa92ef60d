import { module } from '../../platform/module.ts'
import { appraisalRoutes } from './appraisal.routes.ts'

export const appraisal = module({
  name: 'appraisal',
  needs: [],
  migrations: new URL('./migrations/', import.meta.url),
  routes: appraisalRoutes,
})
