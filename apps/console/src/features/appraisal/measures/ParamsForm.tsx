import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import type { MeasureView } from '@rongmei/contract'
import { zh } from '../zh.ts'
import { type Params, type ParamView, valueText } from './params.ts'

type Props = {
  /** Tells the fields of several such forms on one page apart. */
  id: string
  measure: MeasureView
  values: Params
  onChange: (values: Params) => void
  /** Also ask for the threshold of a target in words. */
  threshold?: boolean
}

/** The parameters of a measure, each in the control its kind needs. */
export function ParamsForm({ id, measure, values, onChange, threshold = false }: Props) {
  return (
    <Form layout="vertical" component="div" requiredMark={false}>
      {measure.params.length === 0 && <p className="rm-muted">{zh.measures.noParams}</p>}
      {measure.params.map((param) => (
        <Form.Item key={param.name} label={param.title} htmlFor={`param-${id}-${param.name}`}>
          <Control
            id={`param-${id}-${param.name}`}
            param={param}
            value={values[param.name]}
            onChange={(value) => onChange({ ...values, [param.name]: value })}
          />
        </Form.Item>
      ))}
      {threshold && <Threshold value={values['meets']} onChange={(meets) => onChange({ ...values, meets })} />}
    </Form>
  )
}

type ControlProps = { id: string; param: ParamView; value: unknown; onChange: (value: unknown) => void }

function Control({ id, param, value, onChange }: ControlProps) {
  if (param.kind === 'choice') {
    return (
      <Select
        id={id}
        allowClear
        value={valueText(value) || null}
        options={param.choices}
        onChange={(next: string | undefined) => onChange(next)}
      />
    )
  }
  if (param.kind === 'text') {
    return <Input id={id} maxLength={80} value={valueText(value)} onChange={(event) => onChange(event.target.value)} />
  }
  const limits = param.kind === 'year' ? { min: 2000, max: 2100, precision: 0 } : {}
  return (
    <InputNumber
      id={id}
      className="rm-num"
      value={typeof value === 'number' ? value : null}
      onChange={(next) => onChange(next ?? undefined)}
      {...limits}
    />
  )
}

type Meets = { op: string; value: number }

/** What meets a target in words. */
export function Threshold({ value, onChange }: { value: unknown; onChange: (meets: Meets | undefined) => void }) {
  const meets = value !== null && typeof value === 'object' ? (value as Meets) : undefined
  const ops = Object.entries(zh.measures.thresholdOps).map(([op, label]) => ({ value: op, label }))
  return (
    <Form.Item label={zh.measures.threshold} extra={zh.measures.thresholdHint} htmlFor="param-meets">
      <div className="appraisal-threshold">
        <Select
          aria-label={zh.measures.threshold}
          allowClear
          placeholder={zh.measures.noThreshold}
          popupMatchSelectWidth={false}
          value={meets?.op ?? null}
          options={ops}
          onChange={(op: string | undefined) => onChange(op ? { op, value: meets?.value ?? 0 } : undefined)}
        />
        <InputNumber
          id="param-meets"
          disabled={!meets}
          value={meets?.value ?? null}
          onChange={(next) => meets && onChange({ op: meets.op, value: next ?? 0 })}
        />
      </div>
    </Form.Item>
  )
}
