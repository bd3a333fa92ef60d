import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { zh } from './zh.ts'

/** A new password typed twice (fields `next` and `again`), with the rule under it. */
export function PasswordTwice({ label, again }: { label: string; again: string }) {
  return (
    <>
      <Form.Item
        label={label}
        name="next"
        extra={zh.setup.passwordRule}
        rules={[{ required: true, min: 10, message: zh.setup.passwordRule }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        label={again}
        name="again"
        dependencies={['next']}
        rules={[
          { required: true, message: zh.setup.different },
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              !value || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(zh.setup.different)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  )
}
