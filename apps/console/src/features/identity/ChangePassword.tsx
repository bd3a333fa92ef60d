import App from 'antd/es/app'
import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { invalidate } from '../../lib/queries.ts'
import { useMe } from '../../lib/session.ts'
import { FormProblem, useSaving } from '../../ui/FormPage.tsx'
import { PasswordTwice } from './PasswordTwice.tsx'
import { zh } from './zh.ts'

type Values = { current: string; next: string; again: string }

export function ChangePassword() {
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const saving = useSaving(form, async ({ current, next }: Values) => {
    await api.identity.changePassword({ body: { current, next } })
    form.resetFields()
    void message.success(zh.account.saved)
    await invalidate(client, 'identity')
  })
  return (
    <Form<Values>
      form={form}
      className="rm-narrow-form"
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void saving.save(values)}
    >
      {/* Lets password managers file the new password under the right account. */}
      <input type="text" name="username" autoComplete="username" value={me.account} readOnly hidden />
      <Form.Item
        label={zh.account.current}
        name="current"
        rules={[{ required: true, message: zh.login.passwordNeeded }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <PasswordTwice label={zh.account.next} again={zh.account.again} />
      <FormProblem error={saving.error} />
      <Button type="primary" htmlType="submit" loading={saving.saving}>
        {zh.account.save}
      </Button>
    </Form>
  )
}
