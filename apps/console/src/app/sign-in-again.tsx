import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import { queryClient } from '../lib/queries.ts'
import { useSignOut, useMe, signIn } from '../lib/session.ts'
import { sessionState } from '../lib/session-guard.ts'
import { FormProblem } from '../ui/FormPage.tsx'
import { paths } from './paths.ts'
import { zh } from './zh.ts'

/**
 * Over the page when the session has run out. Only the same person may go on here: what waits was theirs. The page
 * stays mounted beneath, so text in it survives; the refused calls are sent again after signing in.
 */
export function SignInAgain() {
  const me = useMe()
  const signOut = useSignOut()
  const [form] = Form.useForm<{ password: string }>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const expired = sessionState.use() === 'expired'
  const enter = async ({ password }: { password: string }) => {
    setBusy(true)
    setError(null)
    try {
      await signIn(me.account, password)
      form.resetFields()
      void queryClient.invalidateQueries({ refetchType: 'active' })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const leave = async () => {
    await signOut()
    location.assign(`/desk${paths.login()}`)
  }
  return (
    <Modal
      title={zh.expiredTitle}
      open={expired}
      closable={false}
      mask={{ closable: false }}
      // Whoever sits here now may be somebody else: nothing of the page shows through.
      styles={{ mask: { background: 'var(--rm-bg)' } }}
      keyboard={false}
      footer={null}
      width={400}
      zIndex={2000}
      forceRender
    >
      <p>{zh.expiredHint}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void enter(values)}>
        <Form.Item
          label={`${me.name}（${me.account}）的${zh.passwordLabel}`}
          name="password"
          rules={[{ required: true, message: zh.passwordNeeded }]}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <FormProblem error={error} />
        <div className="rm-form-foot">
          <Button type="primary" htmlType="submit" loading={busy}>
            {zh.signIn}
          </Button>
        </div>
      </Form>
      <Button type="link" size="small" className="rm-other-account" onClick={() => void leave()}>
        {zh.otherAccount}
      </Button>
    </Modal>
  )
}
