import { useMemo } from 'react'
import { formatNumber } from '../../../lib/format.ts'
import { Chart } from '../../../ui/Chart.tsx'
import { zh } from '../zh.ts'
import { perThousand } from './rate.ts'

const words = zh.inspections
type Month = { month: string; sampled: number; inspected: number; characters: number; errors: number }

/** The rate over the months: one line, one message, every number behind it. */
export function MonthChart({ months }: { months: Month[] }) {
  const sorted = useMemo(() => months.toSorted((one, two) => one.month.localeCompare(two.month)), [months])
  const option = useMemo(
    () => ({
      grid: { left: 48, right: 16, top: 16, bottom: 28 },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'category' as const, data: sorted.map((one) => one.month) },
      yAxis: { type: 'value' as const, min: 0, minInterval: 0.05 },
      series: [
        {
          type: 'line' as const,
          name: words.chart,
          symbolSize: 7,
          // A month without inspection is a gap, not a zero.
          data: sorted.map((one) => (one.inspected > 0 ? Number(perThousand(one.errors, one.characters)) : null)),
        },
      ],
    }),
    [sorted],
  )
  const last = sorted.findLast((one) => one.inspected > 0)
  if (!last) return <p className="rm-muted">{words.chartNone}</p>
  const head = words.months
  return (
    <Chart
      title={words.chart}
      message={words.lastMonth(last.month, perThousand(last.errors, last.characters) ?? '—')}
      height={180}
      option={option}
      table={{
        columns: [head.month, head.sampled, head.inspected, head.characters, head.errors, head.rate],
        rows: sorted.map((one) => [
          one.month,
          one.sampled,
          one.inspected,
          formatNumber(one.characters),
          one.errors,
          perThousand(one.errors, one.characters) ?? '—',
        ]),
      }}
    />
  )
}
