import './form.css'
import { useMe } from '../../../lib/session.ts'
import { OfficialSheet } from '../../../ui/OfficialSheet.tsx'
import { zh } from '../zh.ts'
import { GoalRows, MoneyRows, NameRows } from './Head.tsx'
import { IndicatorRows, type RowsProps } from './IndicatorRows.tsx'
import { COLUMN_WIDTHS, HEAD_SPANS } from './layout.ts'
import { shownTotal } from './values.ts'

/** The self-evaluation form drawn as it is printed; on a phone it scrolls sideways inside its own frame. */
export function OfficialForm(props: RowsProps) {
  const { project, mode } = props
  const { demo } = useMe()
  const [label, weight, score, rest] = HEAD_SPANS.total
  return (
    <OfficialSheet label={`${project.title} ${project.name}`} wide>
      {demo && <p className="appraisal-demo">{zh.demo}</p>}
      <h2 className="appraisal-title">{project.title}</h2>
      <p className="appraisal-year">{zh.form.yearLine(project.year)}</p>
      <table className="appraisal-form">
        <colgroup>
          {COLUMN_WIDTHS.map((width, index) => (
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <tbody>
          <NameRows project={project} />
          <MoneyRows project={project} />
          <GoalRows project={project} />
          <IndicatorRows {...props} />
          <tr className="total">
            <th colSpan={label}>{zh.form.sum}</th>
            <td colSpan={weight} className="centre">
              {project.weightSum}
            </td>
            <td colSpan={score} className="centre">
              {shownTotal(project, mode)}
            </td>
            <td colSpan={rest} />
          </tr>
        </tbody>
      </table>
    </OfficialSheet>
  )
}
