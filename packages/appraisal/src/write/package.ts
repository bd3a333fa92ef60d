import { Decimal } from '@rongmei/kit'
import { baseValue, kindOf, parseValue } from '../grammar.ts'
import { LIMITS } from '../limits.ts'
import type { Form, Indicator, Money } from '../model.ts'
import { checkForms } from './layout.ts'
import type { WriteOptions } from './options.ts'

export const PACKAGE_SCHEMA = 'rongmei-appraisal-package/1'

/** Phases as in the Fiscal Data Package: 年初预算数, 全年预算数, 全年执行数. */
export const PHASES = [
  ['approved', 'yearStart'],
  ['adjusted', 'fullYear'],
  ['executed', 'executed'],
] as const

/** One amount of one source in one phase; `amount` in 元 as a decimal string, null when the cell was blank. */
export interface BudgetFact {
  form: number
  project: string
  year: number | null
  organization: string
  source: string
  phase: (typeof PHASES)[number][0]
  amount: string | null
  currency: 'CNY'
  printed: string
}

/** A value of a period as in IATI results; `value` is a decimal string in the base unit, null for words. */
export interface PeriodValue {
  value: string | null
  operator: string | null
  unit: string
  printed: string
  comment?: string
}

/** The machine-readable form of several self-evaluations. `forms` loses nothing; the rest says the same in public words. */
export interface AppraisalPackage {
  schema: typeof PACKAGE_SCHEMA
  profile: 'fiscal-data-package'
  label?: string
  created: string
  resources: { name: 'budget'; fields: string[]; data: BudgetFact[] }[]
  results: {
    form: number
    project: string
    organization: string
    indicators: {
      seq: number
      dimension: string
      category: string
      title: string
      measure: string
      weight: number | string
      score: number | string
      periods: { start: string; end: string; target: PeriodValue; actual: PeriodValue }[]
    }[]
  }[]
  forms: Form[]
}

/** Makes the package as data (appraisal.md 5.1, point 8). */
export function packageOf(forms: readonly Form[], options: WriteOptions = {}): AppraisalPackage {
  checkForms(forms, LIMITS.forms)
  return {
    schema: PACKAGE_SCHEMA,
    profile: 'fiscal-data-package',
    ...(options.label ? { label: options.label } : {}),
    created: (options.at ?? new Date(0)).toISOString(),
    resources: [
      {
        name: 'budget',
        fields: ['form', 'project', 'year', 'organization', 'source', 'phase', 'amount', 'currency', 'printed'],
        data: forms.flatMap((form, i) => budgetFacts(form, i)),
      },
    ],
    results: forms.map((form, i) => ({
      form: i,
      project: form.name,
      organization: form.unit,
      indicators: form.indicators.map((row) => resultOf(row, form.year)),
    })),
    forms: [...forms],
  }
}

/** The package as UTF-8 JSON. */
export function writeJson(forms: readonly Form[], options: WriteOptions = {}): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(packageOf(forms, options), null, 1)}\n`)
}

/** Every amount of a form, one fact per source and phase. */
export function budgetFacts(form: Form, index: number): BudgetFact[] {
  return form.budget.flatMap((line) =>
    PHASES.map(([phase, field]) => ({
      form: index,
      project: form.name,
      year: form.year,
      organization: form.unit,
      source: line.source,
      phase,
      amount: yuan(line[field]),
      currency: 'CNY' as const,
      printed: line[field].raw,
    })),
  )
}

function yuan({ fen }: Money): string | null {
  return fen === null ? null : new Decimal(fen).div(100).toFixed(2)
}

function resultOf(row: Indicator, year: number | null): AppraisalPackage['results'][number]['indicators'][number] {
  return {
    seq: row.seq,
    dimension: row.l1,
    category: row.l2,
    title: row.l3,
    measure: kindOf(row.target),
    weight: row.weight,
    score: row.score,
    periods: [
      {
        start: year === null ? '' : `${year}-01-01`,
        end: year === null ? '' : `${year}-12-31`,
        target: periodValue(row.target),
        actual: { ...periodValue(row.actual), ...(row.deviation === '' ? {} : { comment: row.deviation }) },
      },
    ],
  }
}

function periodValue(printed: string): PeriodValue {
  const parsed = parseValue(printed)
  const base = baseValue(parsed)
  return { value: base?.value.toString() ?? null, operator: parsed.op, unit: base?.unit ?? '', printed }
}
