import type { SampleRow } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import App from 'antd/es/app'
import DatePicker from 'antd/es/date-picker'
import InputNumber from 'antd/es/input-number'
import Modal from 'antd/es/modal'
import dayjs from 'dayjs'
import { useState } from 'react'
import { paths } from '../../app/paths.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { useNow } from '../../lib/now.ts'
import type { Reply } from '../../lib/api.ts'
import { pagesOf, useApi, useApiMutation } from '../../lib/queries.ts'
import { month, useUrlFilters } from '../../lib/url-filters.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import type { DataColumn } from '../../ui/data-columns.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { type Shape, StateTag, type Tone } from '../../ui/StateTag.tsx'
import { zh } from './zh.ts'
import './quality.css'

const words = zh.samples
const spec = { month: month() }
const SIGNS: Record<SampleRow['state'], [Shape, Tone]> = {
  unmarked: ['ring', 'quiet'],
  halfMarked: ['half', 'progress'],
  disputed: ['alert', 'warn'],
  settled: ['check', 'good'],
}
const columns: DataColumn<SampleRow>[] = [
  { key: 'number', title: words.columns.number, width: 100, phone: 'fact', render: (row) => row.number },
  {
    key: 'title',
    title: words.columns.title,
    width: 260,
    grows: true,
    choice: 'fixed',
    phone: 'title',
    render: (row) => row.title,
  },
  {
    key: 'characters',
    title: words.columns.characters,
    width: 72,
    align: 'right',
    render: (row) => formatNumber(row.characters),
  },
  {
    key: 'findings',
    title: words.columns.findings,
    width: 84,
    align: 'right',
    render: (row) => formatNumber(row.findings),
  },
  { key: 'markers', title: words.columns.markers, width: 140, render: (row) => row.markers.join('、') || '—' },
  {
    key: 'state',
    title: words.columns.state,
    width: 100,
    choice: 'fixed',
    render: ({ state }) => (
      <StateTag shape={SIGNS[state][0]} tone={SIGNS[state][1]}>
        {words.states[state]}
      </StateTag>
    ),
  },
]

/** 标注抽样: texts as first written, marked by two people; recall and false alarms come of it. */
export function Component() {
  const filters = useUrlFilters(spec)
  const chosen = filters.values.month ?? dayOf(useNow()).slice(0, 7)
  const query = useApi('quality', 'listSamples', { query: { month: chosen } }, { keepPrevious: true })
  const [drawing, setDrawing] = useState(false)
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.about}
        actions={
          <>
            <DatePicker
              picker="month"
              allowClear={false}
              aria-label={words.month}
              value={dayjs(`${chosen}-01`)}
              onChange={(value) => value && filters.set({ month: value.format('YYYY-MM') })}
            />
            <ActionButton type="primary" can={query.data?.can.draw} onClick={() => setDrawing(true)}>
              {words.draw}
            </ActionButton>
          </>
        }
      />
      {query.data && <Rates rates={query.data.rates} year={chosen.slice(0, 4)} />}
      <DataTable
        id="samples"
        label={words.title}
        rows={pagesOf(query)}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => paths.sample(row.id)}
        empty={{ title: words.empty, hint: words.emptyHint }}
      />
      {drawing && <DrawDialog month={chosen} onClose={() => setDrawing(false)} />}
    </>
  )
}

function Rates({ rates, year }: { rates: Reply<'quality', 'listSamples'>['rates']; year: string }) {
  const share = (text: string | null) => (text === null ? '—' : formatShare(Number(text), 1))
  return (
    <p className="quality-rates rm-num" aria-live="polite">
      <span>{words.yearly(year)}</span>
      <span>
        {words.recall} <b>{share(rates.recall)}</b>
      </span>
      <span>
        {words.alarms} <b>{share(rates.falseAlarms)}</b>
      </span>
      <span className="rm-muted">
        {rates.settled === 0
          ? words.none
          : `${words.base(rates.settled, rates.samples, formatNumber(rates.characters))}，${words.sums(rates.caught, rates.missed, rates.wrong)}`}
      </span>
    </p>
  )
}

function DrawDialog({ month: chosen, onClose }: { month: string; onClose: () => void }) {
  const { message } = App.useApp()
  const [size, setSize] = useState(5)
  const draw = useApiMutation('quality', 'drawSamples', {
    onSuccess: ({ drawn }) => {
      void message.success(words.drawn(drawn))
      onClose()
    },
  })
  const go = () => draw.mutate({ body: { month: chosen, size } })
  return (
    <Modal
      open
      title={words.drawTitle(chosen)}
      okText={words.draw}
      confirmLoading={draw.isPending}
      onOk={go}
      onCancel={onClose}
    >
      <label>
        {words.size}{' '}
        <InputNumber
          autoFocus
          min={1}
          max={30}
          precision={0}
          value={size}
          onChange={(value) => setSize(value ?? 1)}
          onPressEnter={go}
        />
      </label>
    </Modal>
  )
}
