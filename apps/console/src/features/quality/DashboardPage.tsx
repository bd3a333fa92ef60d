import { dayOf } from '@rongmei/kit'
import type { QualityDashboard } from '@rongmei/contract'
import Select from 'antd/es/select'
import { useMemo } from 'react'
import { formatShare } from '../../lib/format.ts'
import { useNow } from '../../lib/now.ts'
import { useApi } from '../../lib/queries.ts'
import { type FilterKind, useUrlFilters } from '../../lib/url-filters.ts'
import { Chart } from '../../ui/Chart.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { QueryState } from '../../ui/QueryState.tsx'
import { ErrorTable } from './ErrorTable.tsx'
import { zh } from './zh.ts'
import './quality.css'

const words = zh.dashboard
const year: FilterKind<string> = { read: (raw) => (/^20\d{2}$/.test(raw) ? raw : undefined) }
const spec = { year }
const YEARS = 5

/** 差错分析: what proofreading found, what slipped through, where, and which rules cry wolf. */
export function Component() {
  const filters = useUrlFilters(spec)
  const present = Number(dayOf(useNow()).slice(0, 4))
  const chosen = Number(filters.values.year ?? present)
  const query = useApi('quality', 'qualityDashboard', { query: { year: chosen } }, { keepPrevious: true })
  const years = [...new Set([chosen, ...Array.from({ length: YEARS }, (_, back) => present - back)])].sort(
    (a, b) => b - a,
  )
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <Select
            aria-label={words.year}
            value={chosen}
            options={years.map((value) => ({ value, label: `${value} 年` }))}
            onChange={(value) => filters.set({ year: String(value) })}
          />
        }
      />
      <QueryState query={query} rows={8}>
        {(data) => (data.months.length === 0 ? <EmptyState title={words.nothing} /> : <Figures data={data} />)}
      </QueryState>
    </>
  )
}

function Figures({ data }: { data: QualityDashboard }) {
  return (
    <>
      {data.scope === 'own' && <p className="rm-muted">{words.own}</p>}
      <MonthChart months={data.months} />
      <div className="quality-tables">
        {data.scope === 'all' && <ErrorTable kind="units" rows={data.units} />}
        <ErrorTable kind="classes" rows={data.classes} />
        {data.scope === 'all' && <ErrorTable kind="authors" rows={data.authors} />}
      </div>
      <Rules rules={data.rules} />
    </>
  )
}

function MonthChart({ months }: { months: QualityDashboard['months'] }) {
  const option = useMemo(
    () => ({
      grid: { left: 48, right: 48, top: 32, bottom: 28 },
      legend: { top: 0, data: [words.found, words.corrected] },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'category' as const, data: months.map((one) => one.name) },
      yAxis: { type: 'value' as const, min: 0, name: words.chart },
      series: [
        { type: 'line' as const, name: words.found, symbolSize: 7, data: months.map((one) => Number(one.perThousand)) },
        {
          type: 'bar' as const,
          name: words.corrected,
          barMaxWidth: 16,
          data: months.map((one) =>
            one.characters > 0 ? Number(((one.corrected * 1000) / one.characters).toFixed(3)) : null,
          ),
        },
      ],
    }),
    [months],
  )
  const last = months.at(-1)
  const head = words.columns
  return (
    <Chart
      title={words.chart}
      message={last ? words.message(last.name, last.perThousand ?? '—', last.corrected) : ''}
      option={option}
      height={220}
      table={{
        columns: [head.name.months, head.stories, head.characters, head.found, head.corrected, head.rate],
        rows: months.map((one) => [
          one.name,
          one.stories,
          one.characters,
          one.found,
          one.corrected,
          one.perThousand ?? '—',
        ]),
      }}
    />
  )
}

function Rules({ rules }: { rules: QualityDashboard['rules'] }) {
  const head = words.rule
  if (rules.length === 0) return <EmptyState title={words.noRules} />
  return (
    <section className="rm-panel quality-panel" aria-label={words.rules}>
      <h2>{words.rules}</h2>
      <p className="rm-muted">{words.rulesHint}</p>
      <div className="quality-scroll">
        <table className="quality-table">
          <thead>
            <tr>
              {[head.id, head.class].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {[head.found, head.accepted, head.ignored, head.share].map((name) => (
                <th key={name} scope="col" className="quality-number">
                  {name}
                </th>
              ))}
              <th scope="col">{head.examples}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.ruleId}>
                <td>
                  <code>{rule.ruleId}</code>
                </td>
                <td>{rule.class}</td>
                <td className="quality-number rm-num">{rule.found}</td>
                <td className="quality-number rm-num">{rule.accepted}</td>
                <td className="quality-number rm-num">{rule.ignored}</td>
                <td className="quality-number rm-num">
                  {rule.falseShare === null ? '—' : formatShare(Number(rule.falseShare), 1)}
                </td>
                <td>{rule.examples.join('、') || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
