import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import DatePicker from 'antd/es/date-picker'
import Select from 'antd/es/select'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import type { Filters, FilterSpec } from '../lib/url-filters.ts'
import { SearchInput } from './SearchInput.tsx'
import './filter-bar.css'

/** One control, bound to a filter of the address by its name. */
export type FilterField<Name extends string> =
  | { kind: 'search'; name: Name; label: string; placeholder?: string }
  | {
      kind: 'choice'
      name: Name
      label: string
      options: readonly { value: string; label: string }[]
      required?: boolean
      searchable?: boolean
    }
  | { kind: 'days'; from: Name; to: Name; label: string }
  | { kind: 'flag'; name: Name; label: string }

/**
 * Filters over a list, kept in the address: search first, then choices, then 清除筛选 when any is set.
 *
 * @example <FilterBar filters={filters} fields={[{ kind: 'search', name: 'q', label: '搜索稿件' }, …]} />
 */
export function FilterBar<S extends FilterSpec>({
  filters,
  fields,
  extra,
}: {
  filters: Filters<S>
  fields: readonly FilterField<keyof S & string>[]
  extra?: ReactNode
}) {
  const values = filters.values as Record<string, string | undefined>
  const set = filters.set as (patch: Record<string, string | undefined>) => void
  return (
    <form className="rm-filter-bar" role="search" aria-label="筛选" onSubmit={(event) => event.preventDefault()}>
      {fields.map((field) => (
        <Field key={field.kind === 'days' ? field.from : field.name} field={field} values={values} set={set} />
      ))}
      {filters.active && (
        <Button type="link" onClick={filters.clear}>
          清除筛选
        </Button>
      )}
      {extra && <div className="rm-filter-extra">{extra}</div>}
    </form>
  )
}

type FieldProps = {
  field: FilterField<string>
  values: Record<string, string | undefined>
  set: (patch: Record<string, string | undefined>) => void
}

function Field({ field, values, set }: FieldProps) {
  switch (field.kind) {
    case 'search':
      return (
        <SearchInput
          label={field.label}
          value={values[field.name] ?? ''}
          onSearch={(text) => set({ [field.name]: text })}
          {...(field.placeholder ? { placeholder: field.placeholder } : {})}
        />
      )
    case 'choice':
      return (
        <Select
          aria-label={field.label}
          className="rm-filter-choice"
          placeholder={field.label}
          value={values[field.name]}
          allowClear={!field.required}
          options={[...field.options]}
          popupMatchSelectWidth={false}
          showSearch={field.searchable ? { optionFilterProp: 'label' } : false}
          onChange={(value: string | undefined) => set({ [field.name]: value })}
        />
      )
    case 'days':
      return <DaysField field={field} values={values} set={set} />
    default:
      return (
        <Checkbox
          checked={values[field.name] === 'true'}
          onChange={(event) => set({ [field.name]: event.target.checked ? 'true' : undefined })}
        >
          {field.label}
        </Checkbox>
      )
  }
}

function DaysField({
  field,
  values,
  set,
}: FieldProps & { field: { kind: 'days'; from: string; to: string; label: string } }) {
  const asDay = (value: string | undefined) => (value ? dayjs(value) : null)
  return (
    <DatePicker.RangePicker
      className="rm-filter-days"
      aria-label={field.label}
      placeholder={[`${field.label}从`, '到']}
      allowEmpty={[true, true]}
      value={[asDay(values[field.from]), asDay(values[field.to])]}
      onChange={(_, [from, to]) => set({ [field.from]: from, [field.to]: to })}
    />
  )
}
