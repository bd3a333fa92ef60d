import { module } from '../../platform/module.ts'
import {
  adjustedMeasure,
  executedMeasure,
  executionRateMeasure,
  initialMeasure,
  initialRateMeasure,
} from './budget.measures.ts'
import { budgetRoutes } from './budget.routes.ts'

export const budget = module({
  name: 'budget',
  needs: ['appraisal'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: budgetRoutes,
  measures: [initialMeasure, adjustedMeasure, executedMeasure, executionRateMeasure, initialRateMeasure],
})
