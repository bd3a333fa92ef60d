import type { Batch } from '@rongmei/contract'
import Select from 'antd/es/select'
import { paths } from '../../app/paths.ts'
import { formatMoment } from '../../lib/format.ts'
import type { Reply } from '../../lib/api.ts'
import { useApi, useApiMutation, useApiPages } from '../../lib/queries.ts'
import { text, useUrlFilters } from '../../lib/url-filters.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { DataColumn } from '../../ui/data-columns.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { zh } from './zh.ts'
import './quality.css'

const words = zh.batches
const spec = { batch: text(40) }
type Row = Reply<'quality', 'listBatchRows'>['items'][number]
const names = words.columns
const columns: DataColumn<Row>[] = [
  { key: 'number', title: names.number, width: 100, phone: 'fact', render: (row) => row.number },
  {
    key: 'title',
    title: names.title,
    width: 240,
    grows: true,
    choice: 'fixed',
    phone: 'title',
    render: (row) => row.title,
  },
  { key: 'must', title: names.must, width: 76, align: 'right', render: (row) => row.must },
  { key: 'should', title: names.should, width: 64, align: 'right', render: (row) => row.should },
  { key: 'hint', title: names.hint, width: 64, align: 'right', render: (row) => row.hint },
  { key: 'quotes', title: names.quotes, width: 320, render: (row) => row.quotes.join('；') },
]

/** 全库校对: everything that is out, read again by today's rules, in the background. */
export function Component() {
  const filters = useUrlFilters(spec)
  const query = useApi('quality', 'listBatches')
  const start = useApiMutation('quality', 'startBatch', { onSuccess: () => filters.set({ batch: undefined }) })
  const running = query.data?.items.some((one) => one.state === 'running')
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.about}
        actions={
          <ActionButton
            type="primary"
            can={query.data?.can.start}
            why={running ? words.oneAtATime : null}
            loading={start.isPending}
            onClick={() => start.mutate({})}
          >
            {words.start}
          </ActionButton>
        }
      />
      <QueryState query={query} rows={8}>
        {({ items }) => {
          const chosen = items.find((one) => one.id === filters.values.batch) ?? items[0]
          if (!chosen) return <EmptyState title={words.empty} />
          return <One batch={chosen} all={items} onChoose={(id) => filters.set({ batch: id })} />
        }}
      </QueryState>
    </>
  )
}

function One({ batch, all, onChoose }: { batch: Batch; all: Batch[]; onChoose: (id: string) => void }) {
  const rows = useApiPages('quality', 'listBatchRows', { params: { id: batch.id }, query: { limit: 50 } })
  const cancel = useApiMutation('quality', 'cancelBatch')
  const label = (one: Batch) => `${words.by(one.by, formatMoment(one.startedAt))}，${words.states[one.state]}`
  return (
    <>
      <p className="sample-line">
        <Select
          aria-label={words.history}
          value={batch.id}
          options={all.map((one) => ({ value: one.id, label: label(one) }))}
          popupMatchSelectWidth={false}
          onChange={onChoose}
        />
        <span className="rm-num">{words.sums(batch.must, batch.should, batch.hint)}</span>
      </p>
      {batch.state === 'running' && (
        <ProgressBar
          label={words.running}
          done={batch.done}
          total={batch.total}
          onCancel={() => cancel.mutate({ params: { id: batch.id } })}
        />
      )}
      <DataTable
        id="batch-rows"
        label={words.title}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.storyId}
        href={(row) => paths.story(row.storyId)}
        empty={{ title: batch.state === 'running' ? words.running : words.clean }}
      />
    </>
  )
}
