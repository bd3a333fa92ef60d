import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import type { MeasureView } from '@rongmei/contract'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { ParamsForm, Threshold } from '../measures/ParamsForm.tsx'
import { startingParams } from '../measures/params.ts'
import { searchMeasures } from '../measures/search.ts'
import { words } from '../zh.values.ts'
import { type Draft, freeName, type Operand } from './formula.ts'

type Props = { draft: Draft; measures: MeasureView[]; year: number; onChange: (draft: Draft) => void }

/** Several measures under letters, and the formula that combines them. */
export function FormulaEditor({ draft, measures, year, onChange }: Props) {
  const free = freeName(draft)
  const put = (operand: Operand) =>
    onChange({ ...draft, operands: draft.operands.map((one) => (one.name === operand.name ? operand : one)) })
  const drop = (name: string) => onChange({ ...draft, operands: draft.operands.filter((one) => one.name !== name) })
  return (
    <Form layout="vertical" component="div" requiredMark={false}>
      <Form.Item label={words.formula} extra={words.formulaHint} htmlFor="formula-text">
        <Input
          id="formula-text"
          maxLength={200}
          value={draft.expression}
          onChange={(event) => onChange({ ...draft, expression: event.target.value })}
        />
      </Form.Item>
      <h4 className="appraisal-section">{words.operands}</h4>
      {draft.operands.map((operand) => (
        <OperandFields
          key={operand.name}
          operand={operand}
          measures={measures}
          year={year}
          onChange={put}
          onDrop={draft.operands.length > 1 ? () => drop(operand.name) : null}
        />
      ))}
      <ActionButton
        why={free ? null : words.operandsFull}
        onClick={() =>
          free && onChange({ ...draft, operands: [...draft.operands, { name: free, measure: null, values: {} }] })
        }
      >
        {words.addOperand}
      </ActionButton>
      <div className="appraisal-toolbar appraisal-printing">
        <Checkbox checked={draft.percent} onChange={(event) => onChange({ ...draft, percent: event.target.checked })}>
          {words.percent}
        </Checkbox>
        <label>
          {words.places}{' '}
          <InputNumber
            min={0}
            max={6}
            precision={0}
            value={draft.places}
            onChange={(places) => onChange({ ...draft, places: places ?? 0 })}
          />
        </label>
      </div>
      <Threshold value={draft.meets} onChange={(meets) => onChange({ ...draft, meets })} />
    </Form>
  )
}

type OperandProps = {
  operand: Operand
  measures: MeasureView[]
  year: number
  onChange: (operand: Operand) => void
  onDrop: (() => void) | null
}

function OperandFields({ operand, measures, year, onChange, onDrop }: OperandProps) {
  const measure = measures.find((one) => one.name === operand.measure)
  const choose = (name: string) => {
    const next = measures.find((one) => one.name === name)
    if (next) onChange({ ...operand, measure: name, values: startingParams(next, year) })
  }
  return (
    <fieldset className="appraisal-operand">
      <legend>
        <strong>{operand.name}</strong>
      </legend>
      <div className="appraisal-operand-head">
        <Select
          aria-label={`${operand.name}：${words.chooseMeasure}`}
          placeholder={words.chooseMeasure}
          showSearch={{ filterOption: (query, option) => hits(measures, query, option?.value) }}
          value={operand.measure}
          options={measures.map(({ name, title, unit }) => ({
            value: name,
            label: unit ? `${title}（${unit}）` : title,
          }))}
          onChange={choose}
        />
        {onDrop && <Button onClick={onDrop}>{words.removeOperand(operand.name)}</Button>}
      </div>
      {measure && <p className="rm-muted">{measure.description}</p>}
      {measure && (
        <ParamsForm
          id={operand.name}
          measure={measure}
          values={operand.values}
          onChange={(values) => onChange({ ...operand, values })}
        />
      )}
    </fieldset>
  )
}

function hits(measures: MeasureView[], query: string, name: string | null | undefined): boolean {
  return searchMeasures(measures, query).some((one) => one.name === name)
}
