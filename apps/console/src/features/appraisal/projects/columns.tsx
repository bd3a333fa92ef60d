import type { ColumnType } from 'antd/es/table'
import Tooltip from 'antd/es/tooltip'
import { Link } from 'react-router'
import type { ProjectRow } from '@rongmei/contract'
import { paths } from '../../../app/paths.ts'
import type { BackState } from '../../../lib/here.ts'
import { Num } from '../../../ui/Num.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { FindingCounts } from '../FindingCounts.tsx'
import { toDecimal } from '../form/values.ts'
import { percent, points, rateBase } from '../format.ts'
import { zh } from '../zh.ts'

/** Columns of the year's list, money and points on the right in tabular figures. */
export function projectColumns(here: BackState): ColumnType<ProjectRow>[] {
  const words = zh.columns
  const right = { align: 'right' } as const
  return [
    { key: 'no', title: words.no, width: 40, ...right, render: (_, row) => row.no },
    {
      key: 'name',
      title: words.name,
      fixed: 'left',
      render: (_, row) => (
        <Link to={paths.project(row.id)} state={here} className="appraisal-name">
          {row.name}
        </Link>
      ),
    },
    { key: 'initial', title: words.initial, ...right, render: (_, row) => <Num yuan={row.initialFen} /> },
    { key: 'adjusted', title: words.adjusted, ...right, render: (_, row) => <Num yuan={row.adjustedFen} /> },
    { key: 'executed', title: words.executed, ...right, render: (_, row) => <Num yuan={row.executedFen} /> },
    {
      key: 'rate',
      title: words.executionRate,
      ...right,
      render: (_, row) => <Rate share={row.executionRate} base={rateBase(row.executedFen, row.adjustedFen)} />,
    },
    {
      key: 'initialRate',
      title: words.initialRate,
      ...right,
      render: (_, row) => <Rate share={row.initialRate} base={rateBase(row.executedFen, row.initialFen)} />,
    },
    {
      key: 'weights',
      title: words.weightSum,
      ...right,
      render: (_, row) => <Odd text={points(row.weightSum)} odd={!isHundred(row)} why={zh.weightNot100} />,
    },
    {
      key: 'scores',
      title: words.scoreSum,
      ...right,
      render: (_, row) => <Odd text={points(row.scoreSum)} odd={!agrees(row)} why={zh.sumsDisagree} />,
    },
    { key: 'stated', title: words.statedTotal, ...right, render: (_, row) => row.statedTotal ?? '—' },
    { key: 'grade', title: words.grade, align: 'center', render: (_, row) => row.grade || '—' },
    { key: 'linked', title: words.linked, ...right, render: (_, row) => <Linked row={row} /> },
    { key: 'findings', title: words.findings, render: (_, row) => <FindingCounts findings={row.findings} /> },
  ]
}

function Linked({ row }: { row: ProjectRow }) {
  return <span title={zh.linkedOf(row.linked, row.indicators)}>{`${row.linked} / ${row.indicators}`}</span>
}

function Rate({ share, base }: { share: string | null; base: string }) {
  return (
    <Tooltip title={base}>
      <span className="rm-num">{percent(share)}</span>
    </Tooltip>
  )
}

function Odd({ text, odd, why }: { text: string; odd: boolean; why: string }) {
  if (!odd) return <span className="rm-num">{text}</span>
  return (
    <StateTag shape="alert" tone="bad" title={why}>
      {text}
    </StateTag>
  )
}

const isHundred = (row: ProjectRow) => toDecimal(row.weightSum)?.equals(100) ?? false

/** A form that states no total cannot disagree with it. */
function agrees(row: ProjectRow): boolean {
  const [stated, sum] = [toDecimal(row.statedTotal), toDecimal(row.scoreSum)]
  return stated === null || (sum?.equals(stated) ?? false)
}
