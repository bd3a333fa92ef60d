import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: '/quality', lazy: () => import('./DashboardPage.tsx') },
  { path: '/quality/samples', lazy: () => import('./SamplesPage.tsx') },
  { path: '/quality/samples/:id', lazy: () => import('./SamplePage.tsx') },
  { path: '/quality/batches', lazy: () => import('./BatchesPage.tsx') },
]
