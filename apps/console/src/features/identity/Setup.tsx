import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { Navigate, useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { api } from '../../lib/api.ts'
import { useApi } from '../../lib/queries.ts'
import { rememberMe } from '../../lib/session.ts'
import { FormProblem, useSaving } from '../../ui/FormPage.tsx'
import { EntryPage } from './EntryPage.tsx'
import { PasswordTwice } from './PasswordTwice.tsx'
import { zh } from './zh.ts'

type Values = { centreName: string; name: string; account: string; next: string; again: string }

/** Before anybody exists: the centre's name and its first administrator. */
export function Component() {
  const setup = useApi('identity', 'setupState')
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const saving = useSaving(form, async ({ centreName, name, account, next }: Values) => {
    rememberMe(await api.identity.setup({ body: { centreName, name, account, password: next } }))
    await navigate(paths.home(), { replace: true })
  })
  if (setup.data && !setup.data.needed && !saving.saving) return <Navigate to={paths.login()} replace />
  return (
    <EntryPage title={zh.setup.title}>
      <p className="rm-muted">{zh.setup.hint}</p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={(values) => void saving.save(values)}>
        <Form.Item label={zh.setup.centreName} name="centreName" rules={[{ required: true, min: 2 }]}>
          <Input placeholder={zh.setup.centreExample} maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item label={zh.setup.name} name="name" rules={[{ required: true }]}>
          <Input autoComplete="name" maxLength={40} />
        </Form.Item>
        <Form.Item
          label={zh.setup.account}
          name="account"
          extra={zh.setup.accountRule}
          rules={[{ required: true, min: 2, max: 40, pattern: /^[\p{L}\p{N}._-]+$/u, message: zh.setup.accountRule }]}
        >
          <Input autoComplete="username" maxLength={40} />
        </Form.Item>
        <PasswordTwice label={zh.setup.password} again={zh.setup.again} />
        <FormProblem error={saving.error ?? setup.error} />
        <div className="rm-form-foot">
          <Button type="primary" htmlType="submit" block size="large" loading={saving.saving}>
            {zh.setup.submit}
          </Button>
        </div>
      </Form>
    </EntryPage>
  )
}
