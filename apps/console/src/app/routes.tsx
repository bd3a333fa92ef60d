import { createBrowserRouter, redirect, type RouteObject } from 'react-router'
import { Refusal } from '@rongmei/contract'
import { routes as appraisal } from '../features/appraisal/routes.tsx'
import { routes as audit } from '../features/audit/routes.tsx'
import { routes as budget } from '../features/budget/routes.tsx'
import { routes as home } from '../features/home/routes.tsx'
import { publicRoutes, routes as identity } from '../features/identity/routes.tsx'
import { routes as newsroom } from '../features/newsroom/routes.tsx'
import { routes as proofreading } from '../features/proofreading/routes.tsx'
import { routes as quality } from '../features/quality/routes.tsx'
import { loadMe } from '../lib/session.ts'
import { PageFault, WholeFault } from './errors.tsx'
import { NotFound } from './not-found.tsx'
import { paths } from './paths.ts'
import { Shell } from './shell.tsx'
import { Starting } from './starting.tsx'

/** Nobody is signed in, or may be: to the login page, and back here afterwards. Other failures go to the error page. */
async function needSession({ request }: { request: Request }) {
  try {
    return await loadMe()
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    if (problem.key === 'session.locked') throw redirect(paths.lockedOut())
    if (problem.status !== 401) throw problem
    const { pathname, search } = new URL(request.url)
    throw redirect(paths.login(pathname.replace(/^\/desk/, '') + search))
  }
}

const pages: RouteObject[] = [
  ...home,
  ...newsroom,
  ...proofreading,
  ...quality,
  ...appraisal,
  ...budget,
  ...identity,
  ...audit,
]

export const routes: RouteObject[] = [
  {
    ErrorBoundary: WholeFault,
    HydrateFallback: Starting,
    children: [
      ...publicRoutes,
      {
        id: 'shell',
        loader: needSession,
        // The session is read once; live messages and refusals keep it true afterwards.
        shouldRevalidate: () => false,
        Component: Shell,
        children: [{ ErrorBoundary: PageFault, children: [...pages, { path: '*', Component: NotFound }] }],
      },
    ],
  },
]

export const makeRouter = () => createBrowserRouter(routes, { basename: '/desk' })
