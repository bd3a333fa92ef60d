import Segmented from 'antd/es/segmented'
import Table, { type ColumnType } from 'antd/es/table'
import { useState } from 'react'
import { Link } from 'react-router'
import type { FactView } from '@rongmei/contract'
import { type BackState, useHere } from '../../../lib/here.ts'
import { useApi } from '../../../lib/queries.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { zh } from '../zh.ts'
import { words as more } from '../zh.values.ts'

const words = zh.indicator
const PAGE = 20

const columns = (here: BackState): ColumnType<FactView>[] => [
  {
    key: 'what',
    title: words.factWhat,
    render: (_, fact) =>
      fact.href ? (
        <Link to={fact.href} state={here}>
          {fact.label}
        </Link>
      ) : (
        fact.label
      ),
  },
  { key: 'when', title: words.factWhen, width: 160, render: (_, fact) => <Moment at={fact.at} /> },
  { key: 'note', title: words.factNote, render: (_, fact) => fact.note },
]

/** The records behind a computed value, page by page, each with its own page. */
export function Facts({ id, label, frozen }: { id: string; label: string; frozen: boolean }) {
  const [of, setOf] = useState<'shown' | 'frozen'>('shown')
  const here = useHere(label)
  const [page, setPage] = useState(1)
  const query = useApi(
    'appraisal',
    'indicatorFacts',
    { params: { id }, query: { of, offset: (page - 1) * PAGE, limit: PAGE } },
    { keepPrevious: true },
  )
  const total = query.data?.total ?? 0
  return (
    <section className="rm-panel">
      <h2 className="appraisal-section">{query.data ? words.factsOf(total) : words.facts}</h2>
      {frozen && (
        <Segmented
          aria-label={more.factsOf}
          value={of}
          onChange={(value) => {
            setOf(value === 'frozen' ? 'frozen' : 'shown')
            setPage(1)
          }}
          options={[
            { value: 'shown', label: more.shownFacts },
            { value: 'frozen', label: more.frozenFacts },
          ]}
        />
      )}
      {query.error !== null && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.data && total === 0 && <EmptyState title={words.factsNone} hint={words.factsEmpty} />}
      {total > 0 && (
        <Table<FactView>
          size="small"
          rowKey={(fact) => `${fact.kind}:${fact.id}:${fact.note}`}
          columns={columns(here)}
          dataSource={query.data?.items ?? []}
          loading={query.isPlaceholderData}
          scroll={{ x: 'max-content' }}
          pagination={{
            current: page,
            pageSize: PAGE,
            total,
            showSizeChanger: false,
            onChange: setPage,
            hideOnSinglePage: true,
          }}
        />
      )}
    </section>
  )
}
