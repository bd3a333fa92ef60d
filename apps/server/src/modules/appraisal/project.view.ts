import { scoreForm } from '@rongmei/appraisal'
import type { Project, ProjectRow } from '@rongmei/contract'
import { no, ratio, type Verdict, YES } from '@rongmei/kit'
import type { Actor } from '../../platform/actor.ts'
import { editable } from './domain/cycle.ts'
import { gapsOf } from './domain/gaps.ts'
import { toForm } from './form.rows.ts'
import { type Reading, rulesOf, viewIndicators } from './indicator.view.ts'
import { mayProject } from './project.policy.ts'
import type { IndicatorTable, ProjectTable } from './tables.ts'

type Money = ProjectTable['budget'][number]['yearStart']

const fenText = (money: Money | undefined) => (money?.fen === null || money === undefined ? null : String(money.fen))

/** A project as the year's list shows it: money, both rates, printed sums, what the checks found. */
export function viewRow(project: ProjectTable, indicators: readonly IndicatorTable[]): ProjectRow {
  const form = toForm(project, indicators)
  const score = scoreForm(form, rulesOf(project))
  const line = form.budget.find((one) => /资金总额/.test(one.source)) ?? form.budget[0]
  const count = (severity: string) => project.lint.filter((finding) => finding.severity === severity).length
  return {
    id: project.id,
    no: project.no,
    name: project.name,
    year: project.year,
    state: project.state,
    owner: project.owner_name === null ? null : { id: project.owner_id ?? '', name: project.owner_name },
    dept: project.dept,
    unit: project.unit,
    indicators: indicators.length,
    linked: indicators.filter((row) => row.measure !== null).length,
    initialFen: fenText(line?.yearStart),
    adjustedFen: fenText(line?.fullYear),
    executedFen: fenText(line?.executed),
    executionRate: rate(line?.executed, line?.fullYear),
    initialRate: rate(line?.executed, line?.yearStart),
    weightSum: score.printed.weightSum ?? '',
    scoreSum: score.printed.scoreSum ?? '',
    statedTotal: project.stated_total,
    grade: score.grade ?? '',
    findings: { error: count('error'), warning: count('warning'), info: count('info') },
  }
}

/** Whether links, typed values and rubrics of a form may be changed in the state it is in. */
export function isOpen(project: Pick<ProjectTable, 'state' | 'file_name'>): boolean {
  return editable(project.state, project.file_name !== '').values
}

const both = <A extends string, B extends string>(first: Verdict<A>, second: Verdict<B>): Verdict<A | B> =>
  first.ok ? second : first

/** A share of 1 with six places, as a decimal in text. */
function rate(part: Money | undefined, whole: Money | undefined): string | null {
  if (!part || !whole || part.fen === null || whole.fen === null) return null
  return ratio(part.fen, whole.fen)?.toFixed(6) ?? null
}

/** A whole form with every row live. */
export function viewProject(reading: Reading, actor: Actor): Project {
  const { project, indicators } = reading
  const rows = viewIndicators(reading)
  const open = isOpen(project) ? YES : no('project.notEditable' as const)
  const rules = rulesOf(project)
  const score = scoreForm(toForm(project, indicators), rules)
  return {
    ...viewRow(project, indicators),
    title: project.title,
    currencyUnit: project.currency_unit,
    ruleSet: { id: rules.id, name: rules.name },
    budget: project.budget.map((line) => ({
      source: line.source,
      label: line.label,
      yearStart: { raw: line.yearStart.raw, fen: fenText(line.yearStart) },
      fullYear: { raw: line.fullYear.raw, fen: fenText(line.fullYear) },
      executed: { raw: line.executed.raw, fen: fenText(line.executed) },
      weight: String(line.weight),
      executionRate: line.executionRate,
      score: String(line.score),
    })),
    goals: project.goals,
    rows,
    gaps: gapsOf(rows),
    lint: project.lint,
    executionScore: score.execution.computed,
    can: {
      link: both(mayProject(actor, 'link'), open),
      fill: both(mayProject(actor, 'fill'), open),
      export: mayProject(actor, 'export'),
    },
  }
}
