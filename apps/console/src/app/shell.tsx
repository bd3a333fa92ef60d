import MenuFoldOutlined from '@ant-design/icons/es/icons/MenuFoldOutlined'
import MenuUnfoldOutlined from '@ant-design/icons/es/icons/MenuUnfoldOutlined'
import Drawer from 'antd/es/drawer'
import { useEffect, useState } from 'react'
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { api } from '../lib/api.ts'
import { isFlag, keep, readKept } from '../lib/kept.ts'
import { listen } from '../lib/live.ts'
import { queryClient } from '../lib/queries.ts'
import { usePhone } from '../lib/screen.ts'
import { useMe } from '../lib/session.ts'
import { sessionState } from '../lib/session-guard.ts'
import { Header } from './header.tsx'
import { KeyHelp } from './key-help.tsx'
import { Nav } from './nav.tsx'
import { OfflineBanner } from './offline.tsx'
import { Palette } from './palette.tsx'
import { paths } from './paths.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { zh } from './zh.ts'
import './shell.css'

/** The frame of every page: header, menu, the page, and what may open over it. The window itself scrolls. */
export function Shell() {
  const me = useMe()
  const session = sessionState.use()
  const phone = usePhone()
  const { pathname } = useLocation()
  const [menu, setMenu] = useState(false)
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null)
  useEffect(() => listen(queryClient, () => void api.identity.me().catch(() => undefined)), [])
  if (session === 'locked') return <LockedOut />
  if (me.mustChangePassword && pathname !== paths.account()) return <Navigate to={paths.account()} replace />
  return (
    <>
      <a className="rm-skip" href="#main">
        {zh.skip}
      </a>
      <Header
        onMenu={phone ? () => setMenu(true) : undefined}
        onSearch={() => setOverlay('palette')}
        onKeys={() => setOverlay('keys')}
      />
      <OfflineBanner />
      <div className="rm-frame">
        {!phone && <SideNav />}
        <main className="rm-main" id="main" tabIndex={-1}>
          {me.demo && <p className="rm-print-demo">{`${me.centreName} · ${zh.demo}`}</p>}
          <Outlet />
        </main>
      </div>
      {phone && (
        <Drawer
          title={me.centreName}
          placement="left"
          size={264}
          open={menu}
          onClose={() => setMenu(false)}
          styles={{ body: { padding: 0 } }}
        >
          <Nav onGo={() => setMenu(false)} />
        </Drawer>
      )}
      <Palette open={overlay === 'palette'} onOpen={() => setOverlay('palette')} onClose={() => setOverlay(null)} />
      <KeyHelp open={overlay === 'keys'} onOpen={() => setOverlay('keys')} onClose={() => setOverlay(null)} />
      <SignInAgain />
      <ScrollRestoration getKey={(place) => place.pathname + place.search} />
    </>
  )
}

/** Instead of the page, so that it keeps its text in this browser and asks nobody whether to leave. */
function LockedOut() {
  useEffect(() => location.replace(`/desk${paths.lockedOut()}`), [])
  return null
}

function SideNav() {
  const [folded, setFolded] = useState(() => readKept('nav.folded', false, isFlag))
  const toggle = () => {
    setFolded(!folded)
    keep('nav.folded', !folded)
  }
  return (
    <div className={folded ? 'rm-side-nav rm-side-nav-folded rm-chrome' : 'rm-side-nav rm-chrome'}>
      <Nav folded={folded} />
      <button
        type="button"
        className="rm-nav-fold"
        onClick={toggle}
        aria-expanded={!folded}
        title={folded ? zh.unfold : zh.fold}
      >
        {folded ? <MenuUnfoldOutlined aria-hidden="true" /> : <MenuFoldOutlined aria-hidden="true" />}
        <span className={folded ? 'rm-sr-only' : undefined}>{folded ? zh.unfold : zh.fold}</span>
      </button>
    </div>
  )
}
