import Button from 'antd/es/button'
import DatePicker from 'antd/es/date-picker'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import Upload from 'antd/es/upload'
import App from 'antd/es/app'
import dayjs, { type Dayjs } from 'dayjs'
import {
  FUND_SOURCES,
  type FundSource,
  fundSourceNames,
  PAYEE_KINDS,
  type PayeeKind,
  payeeNames,
  type PaymentView,
  type ProjectBudget,
} from '@rongmei/contract'
import { sentenceFor } from '../../lib/explain.ts'
import { useApiMutation } from '../../lib/queries.ts'
import { refuseFile, type UploadLimit, useUpload } from '../../lib/uploads.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { amountRule, toFen, toTyped } from './parts.tsx'
import { zh } from './zh.ts'

const sources = FUND_SOURCES.map((value) => ({ value, label: fundSourceNames[value] }))
const payees = PAYEE_KINDS.map((value) => ({ value, label: payeeNames[value] }))
const words = zh.columns
type Opened = { open: boolean; onClose: () => void }

type PlanValues = Record<FundSource, string> & { document: string; reason?: string }

/** 年初预算 by source; the first is filled in from the printed form. */
export function PlanForm({ budget, open, onClose }: Opened & { budget: ProjectBudget }) {
  const [form] = Form.useForm<PlanValues>()
  const save = useApiMutation('budget', 'setPlan', { quiet: true })
  const before = budget.plans[0]
  const lines = before?.lines ?? budget.printed
  const typed = (source: FundSource) => toTyped(lines.find((line) => line.source === source)?.fen ?? '0')
  const send = async (values: PlanValues) => {
    const body = {
      rev: budget.rev,
      lines: FUND_SOURCES.map((source) => ({ source, fen: toFen(values[source]) })),
      document: values.document,
      reason: values.reason ?? '',
    }
    await save.mutateAsync({ params: { id: budget.projectId }, body })
    onClose()
  }
  return (
    <FormDrawer<PlanValues>
      title={before ? zh.plan.change : zh.plan.act}
      open={open}
      onClose={onClose}
      form={form}
      submit={zh.plan.save}
      onSave={send}
      initialValues={{
        appropriation: typed('appropriation'),
        carryover: typed('carryover'),
        other: typed('other'),
        document: before?.document ?? '',
      }}
    >
      {!before && budget.printed.length > 0 && <p className="rm-muted">{zh.plan.printed}</p>}
      {FUND_SOURCES.map((source) => (
        <Form.Item key={source} name={source} label={`${fundSourceNames[source]}（元）`} rules={[amountRule]}>
          <Input inputMode="decimal" maxLength={20} />
        </Form.Item>
      ))}
      <Form.Item name="document" label={zh.plan.document} rules={[{ required: true, min: 2, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
      {before && (
        <Form.Item name="reason" label={zh.plan.reason} rules={[{ required: true, min: 4, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}

type AdjustValues = { source: FundSource; amount: string; date: Dayjs; reason: string; document: string }

export function AdjustForm({ budget, open, onClose }: Opened & { budget: ProjectBudget }) {
  const [form] = Form.useForm<AdjustValues>()
  const propose = useApiMutation('budget', 'proposeAdjustment', { quiet: true })
  const send = async ({ amount, date, ...rest }: AdjustValues) => {
    const body = { ...rest, fen: toFen(amount), date: date.format('YYYY-MM-DD') }
    await propose.mutateAsync({ params: { id: budget.projectId }, body })
    onClose()
  }
  return (
    <FormDrawer<AdjustValues>
      title={zh.adjustment.act}
      open={open}
      onClose={onClose}
      form={form}
      submit={zh.adjustment.save}
      onSave={send}
      initialValues={{ source: 'appropriation' }}
    >
      <Form.Item name="source" label={words.source}>
        <Select options={sources} />
      </Form.Item>
      <Form.Item name="amount" label={zh.adjustment.amount} rules={[amountRule]}>
        <Input inputMode="decimal" maxLength={20} />
      </Form.Item>
      <Form.Item name="date" label={words.date} rules={[{ required: true }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={[{ required: true, min: 4, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
      <Form.Item name="document" label={words.document} rules={[{ required: true, min: 2, whitespace: true }]}>
        <Input maxLength={120} />
      </Form.Item>
    </FormDrawer>
  )
}

type Stored = { url: string; name: string }
type PayValues = {
  paidOn: Dayjs
  amount: string
  source: FundSource
  payee: PayeeKind
  purpose: string
  contract?: string
  voucher: string
  file?: Stored | null
  overReason?: string
  reason: string
}

/** A new record, or the one that stands in the place of `corrects`. */
export function PayForm({
  projectId,
  corrects,
  open,
  onClose,
}: Opened & { projectId: string; corrects?: PaymentView | undefined }) {
  const [form] = Form.useForm<PayValues>()
  const add = useApiMutation('budget', 'addPayment', { quiet: true })
  const supersede = useApiMutation('budget', 'supersedePayment', { quiet: true })
  const send = async ({ amount, paidOn, reason, file, contract, overReason, ...rest }: PayValues) => {
    const body = {
      ...rest,
      fen: toFen(amount),
      paidOn: paidOn.format('YYYY-MM-DD'),
      contract: contract ?? '',
      overReason: overReason ?? '',
      file: file ?? null,
    }
    if (corrects) await supersede.mutateAsync({ params: { id: corrects.id }, body: { reason, replacement: body } })
    else await add.mutateAsync({ params: { id: projectId }, body })
    onClose()
  }
  const initial: Partial<PayValues> = corrects
    ? { ...corrects, paidOn: dayjs(corrects.paidOn), amount: toTyped(corrects.fen) }
    : { source: 'appropriation', payee: 'company' }
  return (
    <FormDrawer<PayValues>
      title={corrects ? `${zh.payment.correct}${zh.payment.record}` : zh.payment.act}
      open={open}
      onClose={onClose}
      form={form}
      submit={zh.payment.save}
      onSave={send}
      initialValues={initial}
    >
      {corrects && (
        <Form.Item name="reason" label={zh.payment.reason} rules={[{ required: true, min: 4, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      )}
      <Form.Item name="paidOn" label={words.paidOn} rules={[{ required: true }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="amount" label={zh.payment.amount} rules={[amountRule]}>
        <Input inputMode="decimal" maxLength={20} />
      </Form.Item>
      <Form.Item name="source" label={words.source}>
        <Select options={sources} />
      </Form.Item>
      <Form.Item name="payee" label={words.payee}>
        <Select options={payees} />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={words.purpose}
        extra={zh.payment.noNames}
        rules={[{ required: true, min: 2, whitespace: true }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="contract" label={words.contract}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="voucher" label={words.voucher} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="file" label={zh.payment.file}>
        <FileField />
      </Form.Item>
      <Form.Item name="overReason" label={zh.payment.overReason} extra={zh.payment.overHint}>
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </FormDrawer>
  )
}

const LIMIT: UploadLimit = {
  maxBytes: 20 * 1024 * 1024,
  accept: ['.pdf', '.jpg', '.jpeg', '.png', '.gif', '.webp', '.docx', '.xlsx', '.txt'],
  words: zh.payment.fileWords,
}

/** A form control whose value is the uploaded file. */
function FileField({ value, onChange }: { value?: Stored | null; onChange?: (file: Stored) => void }) {
  const { message } = App.useApp()
  const upload = useUpload('budget', 'uploadVoucher')
  const send = async (file: File) => {
    const refused = refuseFile(file, LIMIT)
    if (refused) return void message.error(refused)
    try {
      onChange?.(await upload.send(file))
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) message.error(sentenceFor(error))
    }
  }
  return (
    <Upload
      showUploadList={false}
      accept={LIMIT.accept.join(',')}
      beforeUpload={(file) => {
        void send(file)
        return false
      }}
    >
      <Button loading={upload.state !== null}>{zh.payment.choose}</Button>{' '}
      {value && <a href={value.url}>{value.name}</a>}
    </Upload>
  )
}
