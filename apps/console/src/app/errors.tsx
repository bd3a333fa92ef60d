import Button from 'antd/es/button'
import { useNavigate, useRouteError } from 'react-router'
import { ErrorState } from '../ui/ErrorState.tsx'
import { paths } from './paths.ts'

/** A page broke: the shell stays, the person can try again or go home. */
export function PageFault() {
  const error = useRouteError()
  const navigate = useNavigate()
  return (
    <ErrorState
      error={error}
      retry={() => location.reload()}
      action={<Button onClick={() => void navigate(paths.home())}>去我的待办</Button>}
    />
  )
}

/** The console itself could not start (server away, or a fault of ours). */
export function WholeFault() {
  const error = useRouteError()
  return (
    <main className="rm-starting">
      <h1 className="rm-page-title">工作台没有打开</h1>
      <ErrorState error={error} retry={() => location.reload()} />
    </main>
  )
}
