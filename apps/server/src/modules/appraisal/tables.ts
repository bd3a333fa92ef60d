import type { BudgetLine, Form, Finding, IndicatorSource, Mapping, Warning } from '@rongmei/appraisal'
import type { Assessment, Cause, Deviation, ProjectAct, ProjectState, Recompute, Sentence } from '@rongmei/contract'
import type { Decimal } from '@rongmei/kit'

export type ProjectTable = {
  id: string
  year: number
  no: number
  name: string
  title: string
  dept: string
  unit: string
  currency_unit: string
  rule_set: string
  budget: BudgetLine[]
  goals: { expected: string; actual: string }
  stated_total: string | null
  stated_weight: string | null
  confidence: number
  warnings: Warning[]
  lint: Finding[]
  imported_by: string | null
  importer_name: string
  imported_at: Date
  /** '' for a project that was declared here. */
  file_name: string
  state: ProjectState
  owner_id: string | null
  owner_name: string | null
  rev: number
  assessment: Assessment | null
}

export type IndicatorTable = {
  id: string
  project_id: string
  seq: number
  l1: string
  l2: string
  l3: string
  target: string
  actual: string
  weight: string
  score: string
  deviation: string
  confidence: number
  warnings: string[]
  source: Partial<IndicatorSource>
  measure: string | null
  params: Record<string, unknown> | null
  linked_by: string | null
  linker_name: string | null
  linked_at: Date | null
  typed_value: string | null
  typed_reason: string | null
  typed_file: string | null
  typed_name: string | null
  typed_by: string | null
  typist_name: string | null
  typed_at: Date | null
  computation_id: string | null
  rev: number
}

export type ComputationTable = {
  id: string
  indicator_id: string
  measure: string
  params: Record<string, unknown>
  value: Decimal | null
  text: string
  unit: string
  coverage: number
  coverage_note: string
  working: string
  fact_count: number
  at: Date
  by: string | null
}

export type FactTable = {
  computation_id: string
  no: number
  kind: string
  fact_id: string
  label: string
  at: Date | null
  href: string | null
  note: string
}

/** A form as it was read, with what the checks found in it. */
export type StoredForm = { form: Form; lint: Finding[] }

export type ImportTable = {
  id: string
  by: string | null
  file_name: string
  forms: StoredForm[]
  /** The bare table of a file in which no form was recognised. */
  grids: string[][][]
  created_at: Date
  expires_at: Date
}

/** The form as it stood when somebody signed; kept for ever, comparable cell by cell. */
export type VersionTable = {
  project_id: string
  no: number
  at: Date
  by_id: string | null
  by_name: string
  form: Form
  hash: string
}

/** One signed step of the loop. `hash` is what the signature is bound to: the targets, or the whole form. */
export type TransitionTable = {
  id: string
  project_id: string
  act: ProjectAct
  before: ProjectState
  after: ProjectState
  by_id: string | null
  by_name: string
  at: Date
  opinion: string
  override_reason: string | null
  hash: string
  version_no: number
  voided_at: Date | null
}

/** 评分标准 of a qualitative row. */
export type RubricTable = {
  indicator_id: string
  met: string
  partly: string
  unmet: string
  evidence: string
  by: string | null
  author_name: string
  at: Date
}

export type FreezeTable = { id: string; project_id: string; by: string | null; by_name: string; at: Date }

export type FrozenTable = {
  freeze_id: string
  indicator_id: string
  mark: 'printed' | 'computed' | 'typed' | 'inferred' | 'doubt'
  actual: string
  score: string
  computation_id: string | null
  typed_reason: string | null
  typed_file: string | null
  typed_name: string | null
  typist_name: string | null
}

export type RecomputeTable = {
  id: string
  project_id: string
  total: number
  done: number
  failures: Recompute['failures']
  by: string | null
  by_name: string
  asked_at: Date
  finished_at: Date | null
}

/** Which column is what under certain headings, as a person said it. */
export type LayoutTable = { key: string; mapping: Mapping; by: string | null; by_name: string; at: Date }

export type DeviationTable = {
  indicator_id: string
  cause: Cause
  sentences: Sentence[]
  drafted_by: Deviation['draftedBy']
  signed_by: string | null
  signer_name: string
  signed_at: Date
}

export type AppraisalTables = {
  'appraisal.rubric': RubricTable
  'appraisal.freeze': FreezeTable
  'appraisal.frozen': FrozenTable
  'appraisal.layout': LayoutTable
  'appraisal.recompute': RecomputeTable
  'appraisal.deviation': DeviationTable
  'appraisal.version': VersionTable
  'appraisal.transition': TransitionTable
  'appraisal.project': ProjectTable
  'appraisal.indicator': IndicatorTable
  'appraisal.computation': ComputationTable
  'appraisal.fact': FactTable
  'appraisal.import': ImportTable
}
