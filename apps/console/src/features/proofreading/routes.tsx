import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: '/words', lazy: () => import('./WordsPage.tsx') },
  { path: '/rules', lazy: () => import('./RulesPage.tsx') },
]
