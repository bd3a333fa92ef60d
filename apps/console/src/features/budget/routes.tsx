import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: '/budget', lazy: () => import('./YearPage.tsx') },
  { path: '/budget/import', lazy: () => import('./ImportPage.tsx') },
  { path: '/budget/payments', lazy: () => import('./PaymentsPage.tsx') },
  { path: '/budget/:id', lazy: () => import('./ProjectPage.tsx') },
]
