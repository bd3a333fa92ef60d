import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: '/words', lazy: () => import('./WordsPage.tsx') },
  { path: '/check', lazy: () => import('./check/CheckPage.tsx') },
  { path: '/rules', lazy: () => import('./RulesPage.tsx') },
]
