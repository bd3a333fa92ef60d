import { Outlet, ScrollRestoration } from 'react-router'

export function Shell() {
  return (
    <main className="rm-main" id="main">
      <Outlet />
      <ScrollRestoration getKey={(location) => location.pathname + location.search} />
    </main>
  )
}
