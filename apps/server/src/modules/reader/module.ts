import { module } from '../../platform/module.ts'
import { readsGrowthMeasure } from './reads.measures.ts'
import { rollUpTick } from './reads.service.ts'
import { readerPages } from './reader.pages.ts'
import { readerRoutes } from './reader.routes.ts'

export const reader = module({
  name: 'reader',
  needs: ['newsroom'],
  migrations: new URL('./migrations/', import.meta.url),
  routes: readerRoutes,
  pages: readerPages,
  measures: [readsGrowthMeasure],
  ticks: [rollUpTick],
})
