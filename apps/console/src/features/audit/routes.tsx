import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [{ path: 'audit', lazy: () => import('./Audit.tsx') }]
