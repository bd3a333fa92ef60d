import type { Form } from '@rongmei/appraisal'
import { readPoint, storePoint } from './domain/points.ts'
import type { IndicatorTable, ProjectTable, StoredForm } from './tables.ts'

/** The stored rows as the form that was imported, for scoring, checking and writing. */
export function toForm(project: ProjectTable, indicators: readonly IndicatorTable[]): Form {
  return {
    no: project.no,
    name: project.name,
    year: project.year,
    title: project.title,
    dept: project.dept,
    unit: project.unit,
    currencyUnit: project.currency_unit === '万元' ? '万元' : '元',
    budget: project.budget,
    goals: project.goals,
    indicators: indicators.map((row) => ({
      seq: row.seq,
      l1: row.l1,
      l2: row.l2,
      l3: row.l3,
      target: row.target,
      actual: row.actual,
      weight: readPoint(row.weight),
      score: readPoint(row.score),
      deviation: row.deviation,
      confidence: row.confidence,
    })),
    statedTotal: project.stated_total,
    statedTotalWeight: project.stated_weight === null ? null : readPoint(project.stated_weight),
    confidence: project.confidence,
    warnings: project.warnings,
  }
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
    state: 'concluded',
    owner_id: null,
    owner_name: null,
    rev: 0,
    assessment: null,
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

/** An indicator with no link, computation or typed value yet. */
export function blank(id: string): Own {
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
