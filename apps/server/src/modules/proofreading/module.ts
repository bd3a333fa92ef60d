import { module } from '../../platform/module.ts'
import { proofreadingRoutes } from './proofreading.routes.ts'

export const proofreading = module({
  name: 'proofreading',
  needs: [],
  migrations: new URL('./migrations/', import.meta.url),
  routes: proofreadingRoutes,
})
