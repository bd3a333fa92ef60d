import type { RouteObject } from 'react-router'

/** Pages that need a signed-in person. */
export const routes: RouteObject[] = [
  { path: 'people', lazy: () => import('./People.tsx') },
  { path: 'units', lazy: () => import('./Units.tsx') },
  { path: 'roles', lazy: () => import('./Roles.tsx') },
  { path: 'account', lazy: () => import('./Account.tsx') },
]

/** Pages before signing in, outside the shell. */
export const publicRoutes: RouteObject[] = [
  { path: 'login', lazy: () => import('./Login.tsx') },
  { path: 'setup', lazy: () => import('./Setup.tsx') },
]
