import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { useState } from 'react'
import { Navigate, redirect, useNavigate, useSearchParams } from 'react-router'
import { paths, safeNext } from '../../app/paths.ts'
import { useApi } from '../../lib/queries.ts'
import { loadMe, signIn } from '../../lib/session.ts'
import { FormProblem } from '../../ui/FormPage.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { EntryPage } from './EntryPage.tsx'
import { zh } from './zh.ts'

/** Whoever is signed in already goes straight on. */
export async function loader({ request }: { request: Request }) {
  const me = await loadMe().catch(() => null)
  if (me) throw redirect(safeNext(new URL(request.url).searchParams.get('next')))
  return null
}

type Entry = { account: string; password: string }

export function Component() {
  const setup = useApi('identity', 'setupState')
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [busy, setBusy] = useState('')
  const [error, setError] = useState<unknown>(null)
  const enter = async ({ account, password }: Entry) => {
    setBusy(account)
    setError(null)
    try {
      await signIn(account, password)
      await navigate(safeNext(params.get('next')), { replace: true })
    } catch (problem) {
      setError(problem)
      setBusy('')
    }
  }
  if (setup.data?.needed) return <Navigate to={paths.setup()} replace />
  return (
    <EntryPage title={zh.login.title}>
      <div className="rm-entry-columns">
        <Form<Entry> layout="vertical" requiredMark={false} onFinish={(values) => void enter(values)}>
          <Form.Item
            label={zh.login.account}
            name="account"
            rules={[{ required: true, message: zh.login.accountNeeded }]}
          >
            <Input autoComplete="username" autoFocus maxLength={80} />
          </Form.Item>
          <Form.Item
            label={zh.login.password}
            name="password"
            rules={[{ required: true, message: zh.login.passwordNeeded }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          {params.has('locked') && error === null && <Alert type="error" showIcon title={zh.login.locked} />}
          <FormProblem error={error ?? setup.error} />
          <div className="rm-form-foot">
            <Button type="primary" htmlType="submit" block size="large" loading={busy !== ''}>
              {zh.login.submit}
            </Button>
          </div>
          <p className="rm-muted">{zh.login.forgot}</p>
        </Form>
        <DemoAccounts
          accounts={setup.data?.demoAccounts ?? []}
          busy={busy}
          onChoose={(account) => void enter(account)}
        />
      </div>
    </EntryPage>
  )
}
