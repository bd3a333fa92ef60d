import { Refusal } from '@rongmei/contract'
import Alert from 'antd/es/alert'
import Button from 'antd/es/button'
import Form, { type FormInstance } from 'antd/es/form'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { explain, fieldProblems } from '../lib/explain.ts'
import { type Back, useBack } from '../lib/here.ts'
import { useKeys } from '../lib/keys.ts'
import { useLeaveGuard } from '../lib/leave-guard.ts'
import { PageHeader } from './PageHeader.tsx'
import './form-page.css'

export type SaveForm<V> = (values: V) => Promise<unknown>

/**
 * A page for filling one thing in: labels above inputs, one primary button, Ctrl+S and Ctrl+Enter to save, refusals
 * beside their inputs, a question before leaving with unsaved words. `onSave` throws `Refusal`s through.
 *
 * @example <FormPage title="新建项目" back={…} form={form} submit="保存" onSave={save}>…Form.Item…</FormPage>
 */
export function FormPage<V extends object>({
  title,
  back,
  form,
  submit,
  onSave,
  children,
  initialValues,
  meta,
}: {
  title: string
  back: Back
  form: FormInstance<V>
  submit: string
  onSave: SaveForm<V>
  children: ReactNode
  initialValues?: Partial<V>
  meta?: ReactNode
}) {
  const navigate = useNavigate()
  const here = useBack(back)
  const state = useSaving(form, onSave)
  const [dirty, setDirty] = useState(false)
  useLeaveGuard(dirty && !state.saved)
  useKeys(title, [
    { combo: 'mod+s', label: submit, run: () => form.submit() },
    { combo: 'mod+Enter', label: submit, run: () => form.submit() },
  ])
  return (
    <div className="rm-form-page">
      <PageHeader title={title} back={back} meta={meta} />
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        onFinish={(values) => void state.save(values)}
        onValuesChange={() => setDirty(true)}
        {...(initialValues ? { initialValues: initialValues as V } : {})}
      >
        {children}
        <FormProblem error={state.error} />
        <div className="rm-form-foot">
          <Button type="primary" htmlType="submit" loading={state.saving}>
            {submit}
          </Button>
          <Button onClick={() => void navigate(here.to)}>取消</Button>
        </div>
      </Form>
    </div>
  )
}

/** The refusal of a form, above its buttons: what happened, that nothing typed is lost, and a number for our own faults. */
export function FormProblem({ error }: { error: unknown }) {
  if (!error) return null
  const { title, requestId } = explain(error)
  const ours = !(error instanceof Refusal) || error.status >= 500
  return (
    <Alert
      className="rm-form-problem"
      type="error"
      showIcon
      role="alert"
      title={`${title}${/[。？！]$/.test(title) ? '' : '。'}您填的内容都在。`}
      {...(ours && requestId ? { description: `请求编号 ${requestId}` } : {})}
    />
  )
}

/** Runs a save and puts refusals beside their inputs; for forms in drawers too. */
export function useSaving<V extends object>(form: FormInstance<V>, onSave: SaveForm<V>) {
  const [error, setError] = useState<unknown>(null)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState(false)
  useEffect(() => () => setSaving(false), [])
  const save = async (values: V) => {
    setSaving(true)
    setError(null)
    setSaved(true)
    try {
      await onSave(values)
    } catch (problem) {
      setSaved(false)
      setError(problem)
      form.setFields(fieldProblems(problem) as unknown as Parameters<typeof form.setFields>[0])
    } finally {
      setSaving(false)
    }
  }
  return { error, saving, saved, save, forget: () => setError(null) }
}
