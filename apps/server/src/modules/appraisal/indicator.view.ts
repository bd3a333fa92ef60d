import { type Form, kindOf, ruleSetById, type RuleSet, ruleSets } from '@rongmei/appraisal'
import type { Computed, Deviation, FactView, Frozen, IndicatorView, Rubric } from '@rongmei/contract'
import { Decimal } from '@rongmei/kit'
import type { MeasureRegistry } from '../../platform/measures.ts'
import { toForm } from './form.rows.ts'
import { isUnsure } from './domain/importing.ts'
import { type Proposal, proposeMeasured, proposeTyped, type Threshold } from './domain/proposal.ts'
import { splitParams } from './domain/threshold.ts'
import { words } from './domain/words.zh.ts'
import type { LatestFreeze } from './freeze.store.ts'
import type {
  ComputationTable,
  DeviationTable,
  FactTable,
  IndicatorTable,
  ProjectTable,
  RubricTable,
} from './tables.ts'

/** What is needed to show the rows of one form. */
export type Reading = {
  project: ProjectTable
  indicators: readonly IndicatorTable[]
  computations: ReadonlyMap<string, ComputationTable>
  rubrics: ReadonlyMap<string, RubricTable>
  deviations: ReadonlyMap<string, DeviationTable>
  /** The values as last handed in, with the computations they rest on. */
  frozen: (LatestFreeze & { computations: ReadonlyMap<string, ComputationTable> }) | undefined
  measures: MeasureRegistry
}

/** The stored rule set of a form; a set that this version does not know (a newer one) scores under the newest known. */
export function rulesOf(project: ProjectTable): RuleSet {
  const rules = ruleSetById(project.rule_set) ?? ruleSets.at(-1)
  if (!rules) throw new Error('no rule sets')
  return rules
}

/** Every row of a form as the contract shows it. */
export function viewIndicators(reading: Reading): IndicatorView[] {
  const form = toForm(reading.project, reading.indicators)
  const rules = rulesOf(reading.project)
  return reading.indicators.map((row, index) => viewOne(row, index, form, rules, reading))
}

function viewOne(row: IndicatorTable, index: number, form: Form, rules: RuleSet, reading: Reading): IndicatorView {
  const computation = reading.computations.get(row.id)
  const measured = computation ? measuredProposal(row, index, form, rules, computation, reading.measures) : null
  const printed = form.indicators[index]
  const typed = row.typed_value !== null && printed ? proposeTyped(form, printed, rules, row.typed_value) : null
  const proposal = typed ?? measured
  return {
    id: row.id,
    seq: row.seq,
    l1: row.l1,
    l2: row.l2,
    l3: row.l3,
    target: row.target,
    actual: row.actual,
    weight: row.weight,
    score: row.score,
    deviation: row.deviation,
    confidence: row.confidence,
    warnings: row.warnings,
    mark: markOf(row, computation),
    link: linkOf(row),
    computed: computation ? viewComputed(computation, measured?.met ?? null) : null,
    typed: typedOf(row),
    proposedScore: proposal?.points ?? null,
    explanation: proposal?.explanation ?? '',
    kind: kindOf(row.target),
    rubric: rubricOf(reading.rubrics.get(row.id)),
    frozen: frozenOf(row, reading.frozen),
    signed: deviationOf(reading.deviations.get(row.id)),
    rev: row.rev,
  }
}

function measuredProposal(
  row: IndicatorTable,
  index: number,
  form: Form,
  rules: RuleSet,
  computation: ComputationTable,
  measures: MeasureRegistry,
): Proposal {
  const printed = form.indicators[index]
  if (computation.value === null || !printed) return { met: null, points: null, explanation: words.noValue }
  const actual = { value: computation.value, text: computation.text }
  return proposeMeasured(form, printed, rules, actual, thresholdOf(row, computation, measures))
}

/** The standard for a target in words: declared on the link, else the measure's own. */
function thresholdOf(row: IndicatorTable, computation: ComputationTable, measures: MeasureRegistry): Threshold | null {
  const declared = splitParams(row.params ?? {})?.meets
  if (declared) return declared
  const own = measures.find(computation.measure)?.meets
  return own ? { op: own.op, value: new Decimal(own.value) } : null
}

/** Typed before computed, because a person answers for it; else how sure the reading of the printed cell is. */
function markOf(row: IndicatorTable, computation: ComputationTable | undefined): IndicatorView['mark'] {
  if (row.typed_value !== null) return 'typed'
  if (computation && computation.value !== null) return 'computed'
  if (row.source.l2Basis === 'inferred' || row.source.l2Basis === 'late') return 'inferred'
  return isUnsure(row) ? 'doubt' : 'printed'
}

function linkOf(row: IndicatorTable): IndicatorView['link'] {
  if (row.measure === null || row.linked_at === null) return null
  const by = { id: row.linked_by ?? '', name: row.linker_name ?? '' }
  return { measure: row.measure, params: row.params ?? {}, by, at: row.linked_at.toISOString() }
}

function typedOf(row: IndicatorTable): IndicatorView['typed'] {
  if (row.typed_value === null || row.typed_at === null) return null
  return {
    value: row.typed_value,
    reason: row.typed_reason ?? '',
    fileUrl: row.typed_file ?? '',
    fileName: row.typed_name ?? '',
    by: { id: row.typed_by ?? '', name: row.typist_name ?? '' },
    at: row.typed_at.toISOString(),
  }
}

function rubricOf(row: RubricTable | undefined): Rubric | null {
  if (!row) return null
  const { met, partly, unmet, evidence } = row
  return { met, partly, unmet, evidence, by: { id: row.by ?? '', name: row.author_name }, at: row.at.toISOString() }
}

function frozenOf(row: IndicatorTable, frozen: Reading['frozen']): Frozen | null {
  const kept = frozen?.rows.get(row.id)
  if (!frozen || !kept) return null
  const computation = kept.computation_id === null ? undefined : frozen.computations.get(kept.computation_id)
  return {
    actual: kept.actual,
    score: kept.score,
    mark: kept.mark,
    coverage: computation?.coverage ?? null,
    working: computation?.working ?? '',
    factCount: computation?.fact_count ?? 0,
    by: { id: frozen.freeze.by ?? '', name: frozen.freeze.by_name },
    at: frozen.freeze.at.toISOString(),
  }
}

function deviationOf(row: DeviationTable | undefined): Deviation | null {
  if (!row) return null
  const { cause, sentences, drafted_by: draftedBy } = row
  const by = { id: row.signed_by ?? '', name: row.signer_name }
  return { cause, sentences, draftedBy, by, at: row.signed_at.toISOString() }
}

/** A computation, stored or just tried, as the contract shows it. */
export function viewComputed(
  row: Omit<ComputationTable, 'id' | 'indicator_id' | 'by' | 'measure' | 'params'>,
  met: boolean | null,
): Computed {
  return {
    value: row.value?.toString() ?? null,
    text: row.text,
    unit: row.unit,
    coverage: row.coverage,
    coverageNote: row.coverage_note,
    working: row.working,
    met,
    factCount: row.fact_count,
    at: row.at.toISOString(),
  }
}

export function viewFact(row: FactTable): FactView {
  const at = row.at?.toISOString() ?? null
  return { kind: row.kind, id: row.fact_id, label: row.label, at, href: row.href, note: row.note }
}
