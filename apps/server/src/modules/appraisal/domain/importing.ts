import { type Form, ruleSets } from '@rongmei/appraisal'
import type { IndicatorTable, ProjectTable, StoredForm } from '../tables.ts'
import { storePoint } from './forms.ts'
import { words } from './words.zh.ts'

/** Rows read with less confidence than this are shown to a person as not sure. */
export const SURE = 0.9

export function isUnsure(row: { confidence: number }): boolean {
  return row.confidence < SURE
}

/** A form can become a project when it names one, has a year and indicators, and is no other kind of table. */
export function isImportable(form: Form): boolean {
  const kind = form.src?.kind ?? '自评表'
  return (
    form.name !== '' && form.year !== null && form.indicators.length > 0 && (kind === '自评表' || kind === 'unsure')
  )
}

/**
 * Gives forms of one file different names where two share one, so that none silently replaces the other and each can
 * be chosen by its name.
 */
export function nameApart(forms: readonly Form[]): { forms: Form[]; warnings: string[] } {
  const seen = new Map<string, number>()
  const warnings = new Set<string>()
  const apart = forms.map((form) => {
    const nth = (seen.get(form.name) ?? 0) + 1
    seen.set(form.name, nth)
    if (nth === 1 || form.name === '') return form
    warnings.add(words.duplicateWarning(form.name))
    return { ...form, name: words.duplicate(form.name, nth) }
  })
  return { forms: apart, warnings: [...warnings] }
}

/** The rules in force for a form of that year: the newest set that had begun, else the oldest there is. */
export function ruleSetOf(year: number): string {
  const begun = ruleSets.filter((set) => set.validFrom <= `${year}-12-31`)
  return (begun.at(-1) ?? ruleSets[0])?.id ?? ''
}

type Stamp = {
  id: string
  no: number
  ruleSet: string
  by: { id: string | null; name: string }
  at: Date
  fileName: string
}

export function newProject({ form, lint }: StoredForm, stamp: Stamp): ProjectTable {
  return {
    id: stamp.id,
    year: form.year ?? 0,
    no: stamp.no,
    name: form.name,
    title: form.title,
    dept: form.dept,
    unit: form.unit,
    currency_unit: form.currencyUnit,
    rule_set: stamp.ruleSet,
    budget: form.budget,
    goals: { expected: form.goals.expected, actual: form.goals.actual },
    stated_total: form.statedTotal,
    stated_weight: form.statedTotalWeight === null ? null : storePoint(form.statedTotalWeight),
    confidence: form.confidence,
    warnings: form.warnings,
    lint,
    imported_by: stamp.by.id,
    importer_name: stamp.by.name,
    imported_at: stamp.at,
    file_name: stamp.fileName,
  }
}

/**
 * The rows of a form. A row of the same name in the form it replaces keeps its id, link, computation and typed value;
 * of rows with one name, the first takes after the first, the second after the second.
 */
export function newIndicators(
  form: Form,
  projectId: string,
  before: readonly IndicatorTable[],
  newId: () => string,
): IndicatorTable[] {
  const left = [...before]
  return form.indicators.map((row) => {
    const at = left.findIndex((old) => old.l3 === row.l3)
    const old = at === -1 ? undefined : left.splice(at, 1)[0]
    return {
      ...(old ?? blank(newId())),
      project_id: projectId,
      seq: row.seq,
      l1: row.l1,
      l2: row.l2,
      l3: row.l3,
      target: row.target,
      actual: row.actual,
      weight: storePoint(row.weight),
      score: storePoint(row.score),
      deviation: row.deviation,
      confidence: row.confidence,
      warnings: form.warnings.filter((one) => one.row === row.seq).map((one) => one.message),
      source: row.src ?? {},
      rev: old ? old.rev + 1 : 0,
    }
  })
}

type Own = Pick<
  IndicatorTable,
  | 'id'
  | 'measure'
  | 'params'
  | 'linked_by'
  | 'linker_name'
  | 'linked_at'
  | 'typed_value'
  | 'typed_reason'
  | 'typed_file'
  | 'typed_name'
  | 'typed_by'
  | 'typist_name'
  | 'typed_at'
  | 'computation_id'
>

function blank(id: string): Own {
  return {
    id,
    measure: null,
    params: null,
    linked_by: null,
    linker_name: null,
    linked_at: null,
    typed_value: null,
    typed_reason: null,
    typed_file: null,
    typed_name: null,
    typed_by: null,
    typist_name: null,
    typed_at: null,
    computation_id: null,
  }
}
