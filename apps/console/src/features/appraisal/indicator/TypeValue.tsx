import Button from 'antd/es/button'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Upload from 'antd/es/upload'
import { useState } from 'react'
import App from 'antd/es/app'
import type { IndicatorView } from '@rongmei/contract'
import { sentenceFor } from '../../../lib/explain.ts'
import { formatBytes } from '../../../lib/format.ts'
import { useApiMutation } from '../../../lib/queries.ts'
import { refuseFile, type UploadLimit, useUpload } from '../../../lib/uploads.ts'
import { FormDrawer } from '../../../ui/FormDrawer.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { zh } from '../zh.ts'

const words = zh.indicator
const EVIDENCE: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.pdf', '.jpg', '.jpeg', '.png', '.gif', '.webp', '.docx', '.xlsx', '.txt'],
  words: words.evidenceKinds,
}

type Evidence = { url: string; name: string }
type Values = { value: string; reason: string; evidence: Evidence | undefined }
type Props = { indicator: IndicatorView; open: boolean; onClose: () => void }

/** 手填: a value with its reason and the file that proves it. */
export function TypeValue({ indicator, open, onClose }: Props) {
  const [form] = Form.useForm<Values>()
  const fill = useApiMutation('appraisal', 'fillIndicator', { quiet: true })
  const { typed } = indicator
  const save = async ({ value, reason, evidence }: Values) => {
    if (!evidence) return
    const body = { rev: indicator.rev, typed: { value, reason, fileUrl: evidence.url, fileName: evidence.name } }
    await fill.mutateAsync({ params: { id: indicator.id }, body })
    onClose()
  }
  const initial = typed && {
    value: typed.value,
    reason: typed.reason,
    evidence: { url: typed.fileUrl, name: typed.fileName },
  }
  return (
    <FormDrawer<Values>
      title={words.type}
      open={open}
      onClose={onClose}
      form={form}
      submit={words.save}
      onSave={save}
      {...(initial ? { initialValues: initial } : {})}
    >
      <p className="rm-muted">
        {words.target}：{indicator.target}；{words.reported}：{indicator.actual || '—'}
      </p>
      <Form.Item name="value" label={words.typedValue} rules={[{ required: true, whitespace: true, max: 200 }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.typedReason}
        extra={words.typedReasonHint}
        rules={[{ required: true, whitespace: true, min: 2, max: 500 }]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={words.evidence}
        extra={words.evidenceHint}
        rules={[{ required: true, message: words.evidenceNeeded }]}
      >
        <EvidenceField />
      </Form.Item>
    </FormDrawer>
  )
}

/** A form control whose value is the uploaded file; the form gives `value` and `onChange`. */
function EvidenceField({ value, onChange }: { value?: Evidence; onChange?: (evidence: Evidence) => void }) {
  const { message } = App.useApp()
  const [name, setName] = useState('')
  const upload = useUpload('appraisal', 'uploadEvidence')
  const send = async (file: File) => {
    const refused = refuseFile(file, EVIDENCE)
    if (refused) return void message.error(refused)
    setName(file.name)
    try {
      onChange?.(await upload.send(file))
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) message.error(sentenceFor(error))
    }
  }
  if (upload.state) {
    const { sent, total } = upload.state
    return <ProgressBar label={name} done={sent} total={total} format={formatBytes} onCancel={upload.cancel} />
  }
  return (
    <Upload
      showUploadList={false}
      accept={EVIDENCE.accept.join(',')}
      beforeUpload={(file) => {
        void send(file)
        return false
      }}
    >
      <Button>{words.chooseFile}</Button> {value && <a href={value.url}>{value.name}</a>}
    </Upload>
  )
}
