import { module } from '../../platform/module.ts'
import { contributionMeasure, errorRateMeasure } from './quality.measures.ts'
import { indexTick } from './story.jobs.ts'
import { correctShareMeasure, interceptionMeasure, monthsMeasure, onTimeMeasure } from './story.measures.ts'
import { storyRoutes } from './story.routes.ts'

export const newsroom = module({
  name: 'newsroom',
  needs: ['identity', 'proofreading'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: storyRoutes,
  measures: [
    interceptionMeasure,
    correctShareMeasure,
    errorRateMeasure,
    monthsMeasure,
    onTimeMeasure,
    contributionMeasure,
  ],
  ticks: [indexTick],
})
