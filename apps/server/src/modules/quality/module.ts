import { module } from '../../platform/module.ts'
import { batchJob } from './batch.service.ts'
import { falseAlarmMeasure, recallMeasure } from './quality.measures.ts'
import { qualityRoutes } from './quality.routes.ts'

export const quality = module({
  name: 'quality',
  needs: ['newsroom', 'proofreading'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: qualityRoutes,
  jobs: [batchJob],
  measures: [recallMeasure, falseAlarmMeasure],
})
