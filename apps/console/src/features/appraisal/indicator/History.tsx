import { useMemo } from 'react'
import { useApi } from '../../../lib/queries.ts'
import { Chart } from '../../../ui/Chart.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { QueryState } from '../../../ui/QueryState.tsx'
import { zh } from '../zh.ts'
import { type Drawn, drawHistory, type HistoryPoint, strength } from './drawn.ts'

const words = zh.indicator

/** The linked measure month by month, coverage as strength of the bar, every number in the table behind. */
export function History({ id, unit }: { id: string; unit: string }) {
  const query = useApi('appraisal', 'indicatorHistory', { params: { id } }, { staleTime: 60_000 })
  return (
    <section className="rm-panel">
      <QueryState query={query}>{({ points }) => <HistoryChart points={points} unit={unit} />}</QueryState>
    </section>
  )
}

/** Values over time, each bar as strong as its coverage. */
export function HistoryChart({ points, unit }: { points: HistoryPoint[]; unit: string }) {
  const drawn = useMemo(() => drawHistory(points, unit), [points, unit])
  const option = useMemo(() => barOption(drawn), [drawn])
  const last = drawn.findLast((point) => point.value !== null)
  if (!last) return <EmptyState title={words.historyEmpty} />
  return (
    <Chart
      title={drawn.every((point) => point.period.length === 4) ? words.historyYears : words.history}
      message={words.historyMessage(last.period, last.text)}
      option={option}
      table={{
        columns: [words.period, words.value, words.coverage],
        rows: drawn.map((point) => [point.period, point.text, point.note]),
      }}
    />
  )
}

function barOption(drawn: Drawn[]) {
  return {
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis' as const, formatter: (hits: unknown) => tip(drawn, hits) },
    xAxis: { type: 'category' as const, data: drawn.map((point) => point.period) },
    yAxis: { type: 'value' as const },
    series: [
      {
        type: 'bar' as const,
        barMaxWidth: 28,
        data: drawn.map((point) => ({
          value: point.value ?? '-',
          itemStyle: { opacity: strength(point.coverage) },
        })),
      },
    ],
  }
}

/** ECharts hands the hovered points over as loose objects; only their place in the series is needed. */
function tip(drawn: Drawn[], hits: unknown): string {
  const index = Array.isArray(hits) ? (hits[0] as { dataIndex?: number } | undefined)?.dataIndex : undefined
  const point = index === undefined ? undefined : drawn[index]
  return point ? `${point.period}<br>${point.text}<br>${words.coverage} ${point.note}` : ''
}
