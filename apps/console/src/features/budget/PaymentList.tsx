import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import Form from 'antd/es/form'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { FUND_SOURCES, fundSourceNames, PAYEE_KINDS, payeeNames, type PaymentView } from '@rongmei/contract'
import { formatMoment, formatYuan } from '../../lib/format.ts'
import { useApi, useApiMutation, useApiPages } from '../../lib/queries.ts'
import { choice, choiceOr, day, text, useUrlFilters } from '../../lib/url-filters.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { Num } from '../../ui/Num.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { PayForm } from './forms.tsx'
import { zh } from './zh.ts'

const STATES = ['current', 'superseded', 'over'] as const
const SPEC = {
  q: text(),
  source: choice(FUND_SOURCES),
  payee: choice(PAYEE_KINDS),
  from: day(),
  to: day(),
  state: choiceOr(STATES, 'current'),
}
const words = zh.columns

const COLUMNS: DataColumn<PaymentView>[] = [
  { key: 'paidOn', title: words.paidOn, render: (row) => row.paidOn },
  { key: 'voucher', title: words.voucher, render: (row) => row.voucher },
  { key: 'purpose', title: words.purpose, phone: 'title', choice: 'fixed', render: (row) => row.purpose },
  { key: 'amount', title: words.amount, align: 'right', render: (row) => <Num yuan={row.fen} /> },
  { key: 'project', title: words.name, render: (row) => row.projectName },
  { key: 'source', title: words.source, render: (row) => fundSourceNames[row.source] },
  { key: 'payee', title: words.payee, phone: 'none', render: (row) => payeeNames[row.payee] },
  { key: 'state', title: words.state, render: (row) => <State row={row} /> },
]

function State({ row }: { row: PaymentView }) {
  if (row.superseded) return <StateTag shape="cross">{zh.payment.superseded}</StateTag>
  if (row.overReason === '') return '—'
  return (
    <StateTag shape="alert" tone="bad" title={row.overReason}>
      {zh.payment.states.over}
    </StateTag>
  )
}

/** Payments of a year or of one project; each opens to the whole record, which has an address of its own. */
export function PaymentList({ year, projectId }: { year: number; projectId?: string }) {
  const filters = useUrlFilters(SPEC)
  const [params, setParams] = useSearchParams()
  const query = { year, ...(projectId ? { project: projectId } : {}), ...filters.values }
  const list = useApiPages('budget', 'listPayments', { query })
  const shown = params.get('payment')
  const show = (id: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (id) next.set('payment', id)
        else next.delete('payment')
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const options = <K extends string>(names: Record<K, string>) =>
    (Object.entries(names) as [K, string][]).map(([value, label]) => ({ value, label }))
  return (
    <>
      <FilterBar
        filters={filters}
        fields={[
          { kind: 'search', name: 'q', label: zh.payment.search },
          { kind: 'choice', name: 'state', label: words.state, required: true, options: options(zh.payment.states) },
          { kind: 'choice', name: 'source', label: words.source, options: options(fundSourceNames) },
          { kind: 'choice', name: 'payee', label: words.payee, options: options(payeeNames) },
          { kind: 'days', from: 'from', to: 'to', label: zh.payment.days },
        ]}
      />
      <DataTable
        id="payments"
        label={zh.payments}
        columns={COLUMNS}
        rows={list}
        rowKey={(row) => row.id}
        onOpen={(row) => show(row.id)}
        empty={{ title: zh.payment.empty, hint: zh.payment.emptyHint }}
        toolbar={list.first && zh.payment.counted(list.first.count, formatYuan(list.first.sumFen))}
      />
      {shown !== null && <Record id={shown} onShow={show} />}
    </>
  )
}

function Record({ id, onShow }: { id: string; onShow: (id: string | null) => void }) {
  const payment = useApi('budget', 'getPayment', { params: { id } })
  const [act, setAct] = useState<'correct' | 'void' | null>(null)
  const close = () => setAct(null)
  const done = () => {
    close()
    onShow(null)
  }
  return (
    <>
      <Drawer title={zh.payment.record} open={act === null} onClose={() => onShow(null)} size={420}>
        <QueryState query={payment}>
          {(one) => (
            <div className="budget-stack">
              <Facts one={one} onShow={onShow} />
              <div className="budget-acts">
                <ActionButton can={one.can.supersede} onClick={() => setAct('correct')}>
                  {zh.payment.correct}
                </ActionButton>
                <ActionButton can={one.can.supersede} onClick={() => setAct('void')}>
                  {zh.payment.void}
                </ActionButton>
              </div>
            </div>
          )}
        </QueryState>
      </Drawer>
      {payment.data && act === 'correct' && (
        <PayForm open projectId={payment.data.projectId} corrects={payment.data} onClose={done} />
      )}
      {act === 'void' && <VoidForm id={id} onClose={done} />}
    </>
  )
}

function VoidForm({ id, onClose }: { id: string; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>()
  const supersede = useApiMutation('budget', 'supersedePayment', { quiet: true })
  const send = async ({ reason }: { reason: string }) => {
    await supersede.mutateAsync({ params: { id }, body: { reason, replacement: null } })
    onClose()
  }
  return (
    <FormDrawer title={zh.payment.voidTitle} open onClose={onClose} form={form} submit={zh.payment.void} onSave={send}>
      <Form.Item name="reason" label={zh.payment.reason} rules={[{ required: true, min: 4, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </FormDrawer>
  )
}

function Facts({ one, onShow }: { one: PaymentView; onShow: (id: string) => void }) {
  const { superseded, replaces } = one
  const pairs: [string, string][] = [
    [words.name, one.projectName],
    [words.paidOn, one.paidOn],
    [zh.payment.amount, formatYuan(one.fen)],
    [words.source, fundSourceNames[one.source]],
    [words.payee, payeeNames[one.payee]],
    [words.purpose, one.purpose],
    [words.contract, one.contract || '—'],
    [words.voucher, one.voucher],
    [zh.payment.overReason, one.overReason || '—'],
    [zh.payment.by, `${one.by.name} ${formatMoment(one.at)}`],
  ]
  if (superseded)
    pairs.push([zh.payment.superseded, `${superseded.by.name} ${formatMoment(superseded.at)}：${superseded.reason}`])
  const next = superseded?.replacedBy
  return (
    <>
      <dl className="budget-pairs">
        {pairs.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {one.file && <a href={one.file.url}>{one.file.name}</a>}
      <div className="budget-acts">
        {next && <Button onClick={() => onShow(next)}>{zh.payment.successor}</Button>}
        {replaces && <Button onClick={() => onShow(replaces)}>{zh.payment.predecessor}</Button>}
      </div>
    </>
  )
}
