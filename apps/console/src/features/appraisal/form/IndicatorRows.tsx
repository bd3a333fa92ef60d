import Tooltip from 'antd/es/tooltip'
import { Link } from 'react-router'
import type { IndicatorView, LintFinding, Project } from '@rongmei/contract'
import { type BackState, useHere } from '../../../lib/here.ts'
import { paths } from '../../../app/paths.ts'
import { percent } from '../format.ts'
import { zh } from '../zh.ts'
import { words } from '../zh.values.ts'
import { type LabelSpan, labelSpans } from './layout.ts'
import { MarkIcon } from './Mark.tsx'
import { sourceLine } from './source.ts'
import { shownValue, type ValueMode } from './values.ts'

export type RowsProps = {
  project: Project
  mode: ValueMode
  /** The row the findings panel points at. */
  marked: number | null
  onFindings: (seq: number) => void
}

/** The element id of a row, so that findings can jump to it. */
export function rowId(seq: number): string {
  return `indicator-${seq}`
}

export function IndicatorRows({ project, mode, marked, onFindings }: RowsProps) {
  const spans = labelSpans(project.rows)
  const here = useHere(project.name)
  const { form } = zh
  return (
    <>
      <tr className="heads">
        <th rowSpan={project.rows.length + 1} className="upright">
          {form.outer}
        </th>
        {[form.l1, form.l2, form.l3, form.target, form.actual, form.weight, form.score, form.deviation].map((head) => (
          <th key={head}>{head}</th>
        ))}
      </tr>
      {project.rows.map((row, index) => (
        <IndicatorRow
          key={row.id}
          row={row}
          span={spans[index] ?? { l1: 1, l2: 1 }}
          mode={mode}
          marked={marked === row.seq}
          findings={project.lint.filter((finding) => finding.row === row.seq)}
          onFindings={onFindings}
          here={here}
        />
      ))}
    </>
  )
}

type RowProps = {
  row: IndicatorView
  span: LabelSpan
  mode: ValueMode
  marked: boolean
  findings: LintFinding[]
  onFindings: (seq: number) => void
  here: BackState
}

function IndicatorRow({ row, span, mode, marked, findings, onFindings, here }: RowProps) {
  const shown = shownValue(row, mode)
  return (
    <tr id={rowId(row.seq)} className={marked ? 'marked' : undefined}>
      {span.l1 > 0 && <th rowSpan={span.l1}>{row.l1}</th>}
      {span.l2 > 0 && <th rowSpan={span.l2}>{row.l2}</th>}
      <td>
        {row.l3}
        {findings.length > 0 && (
          <button
            type="button"
            className={`appraisal-row-findings severity-${worst(findings)}`}
            onClick={() => onFindings(row.seq)}
            aria-label={`${zh.form.rowFindings(findings.length)}：${row.l3}`}
          >
            {findings.length}
          </button>
        )}
      </td>
      <td className="centre">{row.target}</td>
      <td className={shown.differs ? 'centre differs' : 'centre'}>
        <Tooltip title={sourceLine(row, mode)}>
          <Link to={paths.indicator(row.id)} state={here} className="appraisal-value">
            {shown.actual || '—'} <MarkIcon mark={shown.mark} />
            <Below row={row} mode={mode} mark={shown.mark} />
          </Link>
        </Tooltip>
      </td>
      <td className="centre">{row.weight}</td>
      <td className="centre">{shown.score}</td>
      <td>{row.deviation}</td>
    </tr>
  )
}

/** Under a value: 手填 where a person answers for it, else how much of the year was measured. */
function Below({ row, mode, mark }: { row: IndicatorView; mode: ValueMode; mark: IndicatorView['mark'] }) {
  if (mark === 'typed') return <small className="appraisal-second-rate">{words.typedMark}</small>
  const coverage = mode === 'frozen' ? row.frozen?.coverage : row.computed?.coverage
  if (mark !== 'computed' || coverage === null || coverage === undefined) return null
  return <small className="appraisal-second-rate">{words.coverage(percent(coverage, 0))}</small>
}

function worst(findings: readonly LintFinding[]): LintFinding['severity'] {
  if (findings.some((finding) => finding.severity === 'error')) return 'error'
  return findings.some((finding) => finding.severity === 'warning') ? 'warning' : 'info'
}
