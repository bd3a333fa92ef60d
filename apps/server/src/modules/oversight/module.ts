import { module } from '../../platform/module.ts'
import { oversightRoutes } from './oversight.routes.ts'
import { onTimeMeasure } from './rectification.measures.ts'

export const oversight = module({
  name: 'oversight',
  needs: ['appraisal', 'identity'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: oversightRoutes,
  measures: [onTimeMeasure],
})
