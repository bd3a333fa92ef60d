import Tooltip from 'antd/es/tooltip'
import type { Project } from '@rongmei/contract'
import { formatYuan } from '../../../lib/format.ts'
import { percent, rateBase } from '../format.ts'
import { zh } from '../zh.ts'
import { HEAD_SPANS } from './layout.ts'

type Money = Project['budget'][number]['yearStart']

/** Title lines, names and units: the top of the printed form. */
export function NameRows({ project }: { project: Project }) {
  const [label, value] = HEAD_SPANS.name
  const [dept, deptValue, unit, unitValue] = HEAD_SPANS.units
  return (
    <>
      <tr>
        <th colSpan={label}>{zh.form.name}</th>
        <td colSpan={value}>{project.name}</td>
      </tr>
      <tr>
        <th colSpan={dept}>{zh.form.dept}</th>
        <td colSpan={deptValue}>{project.dept}</td>
        <th colSpan={unit}>{zh.form.unit}</th>
        <td colSpan={unitValue}>{project.unit}</td>
      </tr>
    </>
  )
}

/** The money block; its first line carries the second rate (对年初) on the screen, below the official one. */
export function MoneyRows({ project }: { project: Project }) {
  const heads = [zh.form.initial, zh.form.adjusted, zh.form.executed, zh.form.weight, zh.form.rate, zh.form.score]
  return (
    <>
      <tr>
        <th colSpan={HEAD_SPANS.moneyLabel} rowSpan={project.budget.length + 1}>
          {zh.form.money(project.currencyUnit)}
        </th>
        <th aria-hidden="true" />
        {heads.map((head) => (
          <th key={head}>{head}</th>
        ))}
      </tr>
      {project.budget.map((line, index) => (
        <tr key={line.label}>
          <th>{line.label}</th>
          <MoneyCell money={line.yearStart} unit={project.currencyUnit} />
          <MoneyCell money={line.fullYear} unit={project.currencyUnit} />
          <MoneyCell money={line.executed} unit={project.currencyUnit} />
          <td className="centre">{line.weight}</td>
          <td className="centre">
            {line.executionRate}
            {index === 0 && project.initialRate !== null && (
              <Tooltip title={rateBase(project.executedFen, project.initialFen)}>
                <small className="appraisal-second-rate">{zh.form.initialRate(percent(project.initialRate))}</small>
              </Tooltip>
            )}
          </td>
          <td className="centre">{line.score}</td>
        </tr>
      ))}
    </>
  )
}

function MoneyCell({ money, unit }: { money: Money; unit: string }) {
  const text = unit === '元' && money.fen !== null ? formatYuan(money.fen) : money.raw
  return (
    <td className="number" title={text === money.raw ? undefined : money.raw}>
      {text}
    </td>
  )
}

export function GoalRows({ project }: { project: Project }) {
  const [label, expected, actual] = HEAD_SPANS.goals
  return (
    <>
      <tr>
        <th colSpan={label} rowSpan={2}>
          {zh.form.goals}
        </th>
        <th colSpan={expected}>{zh.form.expected}</th>
        <th colSpan={actual}>{zh.form.actualGoals}</th>
      </tr>
      <tr>
        <td colSpan={expected} className="long">
          {project.goals.expected}
        </td>
        <td colSpan={actual} className="long">
          {project.goals.actual}
        </td>
      </tr>
    </>
  )
}
