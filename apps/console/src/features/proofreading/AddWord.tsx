import type { WordEntry } from '@rongmei/contract'
import App from 'antd/es/app'
import DatePicker from 'antd/es/date-picker'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import type { Dayjs } from 'dayjs'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { invalidate } from '../../lib/queries.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { zh } from './zh.ts'

const words = zh.words
const names = words.columns
type Values = { text: string; title?: string; wrong?: string[]; valid?: [Dayjs | null, Dayjs | null] | null }

/** A new entry of the list that is on screen. */
export function AddWord({ kind, open, onClose }: { kind: WordEntry['kind']; open: boolean; onClose: () => void }) {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const client = useQueryClient()
  const save = async (values: Values) => {
    const [from, to] = values.valid ?? [null, null]
    const day = (value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null
    const body = {
      kind,
      text: values.text.trim(),
      title: values.title?.trim() ?? '',
      wrong: values.wrong ?? [],
      validFrom: day(from),
      validTo: day(to),
    }
    const entry = await api.proofreading.addWord({ body })
    await invalidate(client, 'proofreading', 'listWords')
    void message.success(words.added(entry.text))
    onClose()
  }
  const label = kind === 'word' ? names.text : kind === 'person' ? names.name : names.right
  const required = [{ required: true, whitespace: true, message: words.required }]
  return (
    <FormDrawer<Values>
      title={words.addTitle[kind]}
      open={open}
      onClose={onClose}
      form={form}
      submit={words.save}
      onSave={save}
    >
      <Form.Item name="text" label={label} rules={required}>
        <Input autoFocus maxLength={80} />
      </Form.Item>
      {kind === 'person' && (
        <Form.Item name="title" label={names.title} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
      )}
      {kind === 'phrase' && (
        <Form.Item
          name="wrong"
          label={names.wrong}
          extra={words.wrongHint}
          rules={[{ required: true, message: words.required }]}
        >
          <Select mode="tags" open={false} maxCount={20} suffixIcon={null} tokenSeparators={['，', '、', ',']} />
        </Form.Item>
      )}
      {kind !== 'word' && (
        <Form.Item name="valid" label={names.valid}>
          <DatePicker.RangePicker allowEmpty={[true, true]} placeholder={[words.validFrom, words.validTo]} />
        </Form.Item>
      )}
    </FormDrawer>
  )
}
