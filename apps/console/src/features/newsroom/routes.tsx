import type { RouteObject } from 'react-router'

/** The newsroom's pages; each is fetched when first opened, since the editor is large and most people only read. */
export const routes: RouteObject[] = [
  { path: '/stories', lazy: () => import('./library/LibraryPage.tsx') },
  { path: '/stories/new', lazy: () => import('./library/NewStoryPage.tsx') },
  { path: '/stories/:id', lazy: () => import('./editor/StoryPage.tsx') },
  { path: '/stories/:id/review', lazy: () => import('./review/ReviewPage.tsx') },
  { path: '/stories/:id/sheet', lazy: () => import('./sheet/SheetPage.tsx') },
  { path: '/stories/:id/revisions', lazy: () => import('./revisions/RevisionsPage.tsx') },
  { path: '/inspections', lazy: () => import('./inspections/InspectionsPage.tsx') },
]
