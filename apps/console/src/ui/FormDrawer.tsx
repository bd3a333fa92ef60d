import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import Form, { type FormInstance } from 'antd/es/form'
import type { ReactNode } from 'react'
import { useKeys } from '../lib/keys.ts'
import { FormProblem, type SaveForm, useSaving } from './FormPage.tsx'

/**
 * A short form beside a list. Same manners as `FormPage`; closing keeps the list where it was.
 *
 * @example <FormDrawer title="新增人员" open={open} onClose={close} form={form} submit="保存" onSave={add}>…</FormDrawer>
 */
export function FormDrawer<V extends object>({
  title,
  open,
  onClose,
  form,
  submit,
  onSave,
  children,
  initialValues,
}: {
  title: string
  open: boolean
  onClose: () => void
  form: FormInstance<V>
  submit: string
  onSave: SaveForm<V>
  children: ReactNode
  initialValues?: Partial<V>
}) {
  const state = useSaving(form, onSave)
  useKeys(title, [{ combo: 'mod+s', label: submit, run: () => form.submit(), inDialog: true }], open)
  const close = () => {
    state.forget()
    onClose()
  }
  return (
    <Drawer title={title} open={open} onClose={close} size={420} destroyOnHidden>
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={(values) => void state.save(values)}
        {...(initialValues ? { initialValues: initialValues as V } : {})}
      >
        {children}
        <FormProblem error={state.error} />
        <div className="rm-form-foot">
          <Button type="primary" htmlType="submit" loading={state.saving}>
            {submit}
          </Button>
          <Button onClick={close}>取消</Button>
        </div>
      </Form>
    </Drawer>
  )
}
