import Table from 'antd/es/table'
import { useNavigate } from 'react-router'
import type { ProjectRow } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import { useHere } from '../../../lib/here.ts'
import { useKeys } from '../../../lib/keys.ts'
import { useActiveRow } from '../../../ui/active-row.ts'
import { Num } from '../../../ui/Num.tsx'
import { FindingCounts } from '../FindingCounts.tsx'
import { percent, rateBase } from '../format.ts'
import { zh } from '../zh.ts'
import { projectColumns } from './columns.tsx'
import { totalsOf } from './totals.ts'

/** The projects of a year with a line of totals: money beside scores, as a finance officer reads them. */
export function ProjectTable({ rows }: { rows: ProjectRow[] }) {
  const here = useHere(zh.projects)
  const navigate = useNavigate()
  const active = useActiveRow(rows.map((row) => row.id))
  useKeys(zh.projects, [
    { combo: 'j', label: zh.keys.down, run: () => active.move(1) },
    { combo: 'k', label: zh.keys.up, run: () => active.move(-1) },
    {
      combo: 'Enter',
      label: zh.keys.open,
      run: () => {
        if (active.key) void navigate(paths.project(active.key), { state: here })
      },
    },
  ])
  return (
    <Table<ProjectRow>
      size="small"
      rowKey="id"
      columns={projectColumns(here)}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={(row) => (row.id === active.key ? 'appraisal-active' : '')}
      summary={() => <TotalsLine rows={rows} />}
    />
  )
}

function TotalsLine({ rows }: { rows: ProjectRow[] }) {
  const totals = totalsOf(rows)
  const cells = [
    null,
    <b key="name">{zh.total}</b>,
    <Num key="initial" yuan={totals.initialFen} />,
    <Num key="adjusted" yuan={totals.adjustedFen} />,
    <Num key="executed" yuan={totals.executedFen} />,
    <span key="rate" title={rateBase(totals.executedFen, totals.adjustedFen)}>
      {percent(totals.executionRate)}
    </span>,
    <span key="initialRate" title={rateBase(totals.executedFen, totals.initialFen)}>
      {percent(totals.initialRate)}
    </span>,
    null,
    null,
    null,
    null,
    `${totals.linked} / ${totals.indicators}`,
    <FindingCounts key="findings" findings={totals.findings} />,
  ]
  return (
    <Table.Summary.Row className="appraisal-totals">
      {cells.map((cell, index) => (
        <Table.Summary.Cell key={index} index={index} align={index === 1 || index === 12 ? 'left' : 'right'}>
          {cell}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  )
}
