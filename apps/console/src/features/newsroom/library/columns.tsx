import { categoryNames, kindNames, type StoryRow } from '@rongmei/contract'
import { Ellipsis } from '../../../ui/Ellipsis.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Num } from '../../../ui/Num.tsx'
import { StateTag } from '../../../ui/StateTag.tsx'
import { StoryStateTag } from '../../../ui/StoryStateTag.tsx'
import type { DataColumn } from '../../../ui/data-columns.tsx'
import { zh } from '../zh.ts'

const words = zh.library
const names = words.columns

/** The columns of the library; the less used ones start hidden. */
export const columns: DataColumn<StoryRow>[] = [
  {
    key: 'number',
    title: names.number,
    width: 88,
    phone: 'fact',
    render: (row) => <span className="rm-num">{row.number}</span>,
  },
  {
    key: 'title',
    title: names.title,
    width: 224,
    grows: true,
    choice: 'fixed',
    phone: 'title',
    render: (row) => <Title row={row} />,
  },
  {
    key: 'state',
    title: names.state,
    width: 104,
    choice: 'fixed',
    render: (row) => <StoryStateTag state={row.state} returned={row.returned !== null} />,
  },
  { key: 'category', title: names.category, width: 64, phone: 'none', render: (row) => categoryNames[row.category] },
  { key: 'author', title: names.author, width: 76, render: (row) => row.author.name },
  {
    key: 'unit',
    title: names.unit,
    width: 100,
    phone: 'none',
    render: (row) => <Ellipsis text={row.unitName ?? '—'} />,
  },
  { key: 'planned', title: names.planned, width: 196, render: (row) => <Planned row={row} /> },
  {
    key: 'openMust',
    title: names.openMust,
    width: 72,
    align: 'right',
    phone: 'none',
    render: (row) => <Must count={row.openMust} />,
  },
  {
    key: 'reads',
    title: names.reads,
    width: 80,
    choice: 'hidden',
    align: 'right',
    phone: 'none',
    render: (row) => (row.publishedAt ? <Num value={row.reads} /> : null),
  },
  {
    key: 'characters',
    title: names.characters,
    width: 80,
    align: 'right',
    choice: 'hidden',
    render: (row) => <Num value={row.characters} />,
  },
  {
    key: 'updated',
    title: names.updated,
    width: 148,
    choice: 'hidden',
    render: (row) => <Moment at={row.updatedAt} />,
  },
]

function Title({ row }: { row: StoryRow }) {
  const title = row.title || words.untitled
  return (
    <span className="library-title">
      {row.kind !== 'article' && <span className="library-kind">{kindNames[row.kind]}</span>}
      <span className={`library-name${row.title ? '' : ' rm-muted'}`} title={title}>
        {title}
      </span>
      {row.returned && (
        <span className="library-returned" title={row.returned.reason}>
          {words.returned(row.returned.by.name, row.returned.reason)}
        </span>
      )}
    </span>
  )
}

function Planned({ row }: { row: StoryRow }) {
  if (!row.plannedAt) return <span className="rm-muted">—</span>
  if (!row.late) return <Moment at={row.plannedAt} />
  return (
    <span className="library-late">
      <Moment at={row.plannedAt} />
      <StateTag shape="alert" tone="bad" title={words.late}>
        {words.lateShort}
      </StateTag>
    </span>
  )
}

function Must({ count }: { count: number }) {
  return count > 0 ? (
    <strong className="library-must rm-num">{count}</strong>
  ) : (
    <span className="rm-muted rm-num">0</span>
  )
}
