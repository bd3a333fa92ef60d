import Table, { type ColumnType } from 'antd/es/table'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { type BudgetSums, fundSourceNames, type ProjectBudget } from '@rongmei/contract'
import { paths } from '../../app/paths.ts'
import { formatMoment, formatYuan } from '../../lib/format.ts'
import { useApi } from '../../lib/queries.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Chart } from '../../ui/Chart.tsx'
import { Num } from '../../ui/Num.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { Adjustments } from './Adjustments.tsx'
import { AdjustForm, PayForm, PlanForm } from './forms.tsx'
import { Flags, percent, Rate } from './parts.tsx'
import { PaymentList } from './PaymentList.tsx'
import { zh } from './zh.ts'
import './budget.css'

/** One project's money: lines with both rates, the curve, adjustments, payments. */
export function Component() {
  const { id = '' } = useParams()
  const budget = useApi('budget', 'getBudget', { params: { id } })
  return (
    <QueryState query={budget} rows={10}>
      {(data) => <Page budget={data} />}
    </QueryState>
  )
}

function Page({ budget }: { budget: ProjectBudget }) {
  const [act, setAct] = useState<'plan' | 'adjust' | 'pay' | null>(null)
  const close = () => setAct(null)
  return (
    <>
      <PageHeader
        title={budget.name}
        back={{ to: `${paths.budget()}?year=${budget.year}`, label: zh.title }}
        meta={
          <>
            <span>
              {budget.year} {zh.year}
            </span>
            <span>{zh.unit}</span>
            <Flags flags={budget.flags} />
          </>
        }
        actions={
          <>
            <ActionButton can={budget.can.write} onClick={() => setAct('plan')}>
              {budget.rev > 0 ? zh.plan.change : zh.plan.act}
            </ActionButton>
            <ActionButton can={budget.can.write} onClick={() => setAct('adjust')}>
              {zh.adjustment.act}
            </ActionButton>
            <ActionButton type="primary" can={budget.can.write} onClick={() => setAct('pay')}>
              {zh.payment.act}
            </ActionButton>
          </>
        }
      />
      <div className="budget-stack">
        <Sums budget={budget} />
        <Curve budget={budget} />
        <Adjustments budget={budget} />
        <section className="rm-panel" aria-label={zh.payments}>
          <div className="budget-panel-head">
            <h2>{zh.payments}</h2>
          </div>
          <PaymentList year={budget.year} projectId={budget.projectId} />
        </section>
      </div>
      <PlanForm budget={budget} open={act === 'plan'} onClose={close} />
      <AdjustForm budget={budget} open={act === 'adjust'} onClose={close} />
      <PayForm projectId={budget.projectId} open={act === 'pay'} onClose={close} />
    </>
  )
}

type SumRow = BudgetSums & { key: string; name: string }
const words = zh.columns
const right = { align: 'right' } as const
const COLUMNS: ColumnType<SumRow>[] = [
  { key: 'name', title: words.source, render: (_, row) => row.name },
  { key: 'initial', title: words.initial, ...right, render: (_, row) => <Num yuan={row.initialFen} /> },
  { key: 'adjusted', title: words.adjusted, ...right, render: (_, row) => <Num yuan={row.adjustedFen} /> },
  { key: 'executed', title: words.executed, ...right, render: (_, row) => <Num yuan={row.executedFen} /> },
  { key: 'rate', title: words.executionRate, ...right, render: (_, row) => <Rate of="year" sums={row} /> },
  { key: 'initialRate', title: words.initialRate, ...right, render: (_, row) => <Rate of="initial" sums={row} /> },
]

function Sums({ budget }: { budget: ProjectBudget }) {
  const rows: SumRow[] = [
    ...budget.sources.map((line) => ({ ...line, key: line.source, name: fundSourceNames[line.source] })),
    { ...budget, key: 'total', name: zh.total },
  ]
  return (
    <section className="rm-panel" aria-label={zh.title}>
      <Table<SumRow>
        size="small"
        columns={COLUMNS}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
      {budget.plans.map((plan) => (
        <p key={plan.no} className="rm-muted">
          {zh.plan.item(plan.no, plan.by.name, formatMoment(plan.at))}：{plan.document}
          {plan.reason && `；${plan.reason}`}
        </p>
      ))}
    </section>
  )
}

/** Execution until each month's end against an even pace over the year's budget. */
function Curve({ budget }: { budget: ProjectBudget }) {
  const { months } = budget
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
      legend: { top: 0 },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'category' as const, data: months.map((one) => `${one.month} 月`) },
      yAxis: { type: 'value' as const, name: '万元' },
      series: [
        {
          type: 'line' as const,
          name: zh.curve.actual,
          data: months.map((one) => (one.begun ? Number(one.totalFen) / 1e6 : null)),
        },
        {
          type: 'line' as const,
          name: zh.curve.even,
          lineStyle: { type: 'dashed' as const },
          showSymbol: false,
          data: months.map((one) => Number(one.evenFen) / 1e6),
        },
      ],
    }),
    [months],
  )
  const begun = months.filter((one) => one.begun)
  const table = {
    columns: [zh.curve.month, zh.curve.paid, zh.curve.actual, zh.curve.even],
    rows: months.map((one) => [
      `${one.month} 月`,
      formatYuan(one.paidFen),
      formatYuan(one.totalFen),
      formatYuan(one.evenFen),
    ]),
  }
  const even = budget.adjustedFen === '0' ? '—' : percent(String(begun.length / 12))
  return (
    <div className="rm-panel">
      <Chart
        title={zh.curve.title}
        message={zh.curve.message(percent(budget.executionRate), even)}
        option={option}
        table={table}
      />
    </div>
  )
}
