import 'dayjs/locale/zh-cn'
import dayjs from 'dayjs'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { Providers } from './app/providers.tsx'
import { makeRouter } from './app/routes.tsx'
import './app/base.css'

dayjs.locale('zh-cn')
// Only its rules are fetched, after the first paint; a face is fetched where the system has no Chinese one.
void import('@fontsource-variable/noto-sans-sc/index.css')

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={makeRouter()} />
    </Providers>
  </StrictMode>,
)
