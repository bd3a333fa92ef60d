import type { Inspection } from '@rongmei/contract'
import App from 'antd/es/app'
import DatePicker from 'antd/es/date-picker'
import InputNumber from 'antd/es/input-number'
import Modal from 'antd/es/modal'
import dayjs from 'dayjs'
import { useState } from 'react'
import { formatDay, formatNumber } from '../../../lib/format.ts'
import { useApi, useApiMutation } from '../../../lib/queries.ts'
import { month, useUrlFilters } from '../../../lib/url-filters.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { zh } from '../zh.ts'
import { InspectionRows } from './InspectionRows.tsx'
import { MonthChart } from './MonthChart.tsx'
import { perThousand } from './rate.ts'
import './inspections.css'

const words = zh.inspections
const spec = { month: month() }

/** 质检抽样: a month's random sample of what was published, the errors found in it, and the rate over the months. */
export function Component() {
  const filters = useUrlFilters(spec)
  const chosen = filters.values.month ?? formatDay(new Date().toISOString()).slice(0, 7)
  const query = useApi('newsroom', 'listInspections', { query: { month: chosen } }, { keepPrevious: true })
  const [drawing, setDrawing] = useState(false)
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            <DatePicker
              picker="month"
              allowClear={false}
              aria-label={words.month}
              value={dayjs(`${chosen}-01`)}
              onChange={(value) => value && filters.set({ month: value.format('YYYY-MM') })}
            />
            <ActionButton type="primary" can={query.data?.can.record} onClick={() => setDrawing(true)}>
              {words.draw}
            </ActionButton>
          </>
        }
      />
      <QueryState query={query} rows={8}>
        {(data) => (
          <>
            <MonthChart months={data.months} />
            <Summary items={data.items} />
            {data.items.length === 0 ? (
              <EmptyState title={words.empty} />
            ) : (
              <InspectionRows key={chosen} items={data.items} may={data.can.record} />
            )}
          </>
        )}
      </QueryState>
      {drawing && <DrawDialog month={chosen} onClose={() => setDrawing(false)} />}
    </>
  )
}

function Summary({ items }: { items: Inspection[] }) {
  const done = items.filter((one) => one.errors !== null)
  if (items.length === 0) return null
  const errors = done.reduce((sum, one) => sum + (one.errors ?? 0), 0)
  const characters = done.reduce((sum, one) => sum + one.story.characters, 0)
  const rate = perThousand(errors, characters)
  return (
    <p className="inspections-summary" aria-live="polite">
      <strong className="rm-num">{words.done(done.length, items.length)}</strong>
      {rate !== null && <span className="rm-num">　{words.rate(rate, errors, formatNumber(characters))}</span>}
      <span className="rm-muted">　{words.hint}</span>
    </p>
  )
}

function DrawDialog({ month: chosen, onClose }: { month: string; onClose: () => void }) {
  const { message } = App.useApp()
  const [size, setSize] = useState(10)
  const draw = useApiMutation('newsroom', 'drawInspections', {
    onSuccess: ({ drawn }) => {
      void message.success(words.drawn(drawn))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={words.drawTitle(chosen)}
      okText={words.draw}
      confirmLoading={draw.isPending}
      onOk={() => draw.mutate({ body: { month: chosen, size } })}
      onCancel={onClose}
    >
      <label className="inspections-size">
        {words.drawSize}
        <InputNumber
          autoFocus
          min={1}
          max={50}
          precision={0}
          value={size}
          onChange={(value) => setSize(value ?? 1)}
          onPressEnter={() => draw.mutate({ body: { month: chosen, size } })}
        />
      </label>
    </Modal>
  )
}
