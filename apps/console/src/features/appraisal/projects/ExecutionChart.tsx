import { useMemo } from 'react'
import type { ProjectRow } from '@rongmei/contract'
import { Chart } from '../../../ui/Chart.tsx'
import { percent } from '../format.ts'
import { zh } from '../zh.ts'
import { executionBars } from './chart.ts'
import { totalsOf } from './totals.ts'

/** Execution against the initial budget, the lowest first: the one thing on this page that is seen sooner than read. */
export function ExecutionChart({ rows }: { rows: ProjectRow[] }) {
  const bars = useMemo(() => executionBars(rows), [rows])
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value' as const, max: 1, axisLabel: { formatter: (share: number) => percent(share, 0) } },
      yAxis: { type: 'category' as const, inverse: true, data: bars.map((bar) => bar.name) },
      series: [
        {
          type: 'bar' as const,
          name: zh.executionChartName,
          barMaxWidth: 18,
          data: bars.map((bar) => bar.share),
          label: {
            show: true,
            position: 'right' as const,
            formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.label ?? '',
          },
        },
      ],
    }),
    [bars],
  )
  if (bars.length === 0) return null
  const table = { columns: [zh.columns.name, zh.columns.initialRate], rows: bars.map((bar) => [bar.name, bar.label]) }
  return (
    <div className="rm-panel">
      <Chart
        title={zh.executionChartName}
        message={zh.executionMessage(percent(totalsOf(rows).initialRate), bars[0]?.name ?? '', bars[0]?.label ?? '')}
        option={option}
        table={table}
        height={Math.max(120, bars.length * 30 + 40)}
      />
    </div>
  )
}
