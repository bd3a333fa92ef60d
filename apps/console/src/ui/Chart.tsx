import Button from 'antd/es/button'
import type { EChartsOption } from 'echarts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTheme } from '../lib/theme-choice.ts'
import { Loading } from './Loading.tsx'
import './chart.css'

export type ChartTable = { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }

/**
 * One chart with one message: the sentence above it carries the number, the table behind it carries every value (and
 * is what screen readers and the printer get). ECharts is fetched only when a chart is on screen.
 *
 * @param message what people should see, with the number: 「12 月达 97.4%，比上月高 1.2 个百分点」
 * @param option ECharts option (line, bar; grid, tooltip, legend, markArea, markLine are available)
 */
export function Chart({
  title,
  message,
  option,
  table,
  height = 240,
}: {
  title: string
  message: ReactNode
  option: EChartsOption
  table: ChartTable
  height?: number
}) {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="rm-chart" aria-label={title}>
      <figcaption className="rm-chart-head">
        <span>
          <strong>{title}</strong> <span className="rm-muted">{message}</span>
        </span>
        <Button size="small" type="text" onClick={() => setAsTable(!asTable)}>
          {asTable ? '看图' : '看数据'}
        </Button>
      </figcaption>
      {!asTable && <Drawing option={option} height={height} />}
      <table className={asTable ? 'rm-chart-table' : 'rm-chart-table rm-chart-table-behind'}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) => (
                <td key={table.columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Drawing({ option, height }: { option: EChartsOption; height: number }) {
  const box = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  const { dark } = useTheme()
  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    void import('./echarts.ts').then(({ draw }) => {
      if (gone || !box.current) return
      setReady(true)
      stop = draw(box.current, option, dark)
    })
    return () => {
      gone = true
      stop?.()
    }
  }, [option, dark])
  return (
    <div aria-hidden="true">
      {!ready && <Loading rows={4} />}
      <div ref={box} style={{ height }} />
    </div>
  )
}
