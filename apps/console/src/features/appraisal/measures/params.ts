import type { MeasureView } from '@rongmei/contract'

export type Params = Record<string, unknown>
export type ParamView = MeasureView['params'][number]

/** The parameters a measure starts with: its own defaults, and the form's year where it asks for a year. */
export function startingParams(measure: MeasureView, year?: number): Params {
  const params: Params = {}
  for (const param of measure.params) {
    const value = param.kind === 'year' && year !== undefined ? year : param.default
    if (value !== undefined && value !== null) params[param.name] = value
  }
  return params
}

/**
 * The parameters to send: only those the measure knows and that were filled in. `meets` (the declared threshold of a
 * target in words) belongs to the link and passes through.
 */
export function cleanParams(measure: MeasureView, values: Params): Params {
  const known = new Set([...measure.params.map((param) => param.name), 'meets'])
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => known.has(name) && value !== undefined && value !== null && value !== '',
    ),
  )
}

/** A parameter's value as text; what is neither text nor number is no value of a parameter. */
export function valueText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** One parameter in words, as the link line prints it: `年度 2023`. */
export function paramText(param: ParamView, value: unknown): string {
  const choice = param.choices.find((option) => option.value === value)
  return `${param.title} ${choice?.label ?? (valueText(value) || '—')}`
}
