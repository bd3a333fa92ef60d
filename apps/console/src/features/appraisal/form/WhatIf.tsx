import Collapse from 'antd/es/collapse'
import type { WhatIfView } from '@rongmei/contract'
import { useApi } from '../../../lib/queries.ts'
import { QueryState } from '../../../ui/QueryState.tsx'
import { words } from '../zh.values.ts'

/** 试算: the form under other rules, against 年初, and what full marks need; read when it is opened. */
export function WhatIf({ id }: { id: string }) {
  return (
    <Collapse
      className="rm-chrome"
      size="small"
      ghost
      items={[{ key: 'what-if', label: words.whatIf, children: <Answers id={id} /> }]}
    />
  )
}

function Answers({ id }: { id: string }) {
  const query = useApi('appraisal', 'whatIf', { params: { id } })
  return <QueryState query={query}>{(reply) => <Scenarios {...reply} />}</QueryState>
}

function Scenarios({ printed, scenarios, fullMarks }: WhatIfView) {
  return (
    <div className="appraisal-what-if">
      <p className="rm-muted">{words.printedTotal(printed ?? '—')}</p>
      <table className="appraisal-years">
        <thead>
          <tr>
            {[words.question, words.executionScore, words.total, words.grade, words.changedRows].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenarios.map((one) => (
            <tr key={one.id}>
              <td>
                {one.name}
                {one.unverified.length > 0 && <small className="rm-muted"> {words.unverified}</small>}
              </td>
              <td className="rm-num">{one.execution.points ?? '—'}</td>
              <td className="rm-num">
                <strong>{one.total ?? '—'}</strong>
              </td>
              <td>{one.grade ?? '—'}</td>
              <td title={one.rows.map((row) => `${row.name} ${row.printed} → ${row.points}`).join('；')}>
                {words.rows(one.rows.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="appraisal-section">{words.fullMarks}</h3>
      {fullMarks.length === 0 && <p className="rm-muted">{words.fullAlready}</p>}
      <ul>
        {fullMarks.map((one) => (
          <li key={`${one.row}-${one.name}`}>
            {one.row === null ? '' : `${one.row}. `}
            {one.name}（{words.missing(one.missing)}）：{one.need}
          </li>
        ))}
      </ul>
    </div>
  )
}
