import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: '/projects', lazy: () => import('./projects/ProjectsPage.tsx') },
  { path: '/projects/import', lazy: () => import('./import/ImportPage.tsx') },
  { path: '/projects/:id', lazy: () => import('./form/ProjectPage.tsx') },
  { path: '/indicators/:id', lazy: () => import('./indicator/IndicatorPage.tsx') },
  { path: '/measures', lazy: () => import('./measures/MeasuresPage.tsx') },
]
