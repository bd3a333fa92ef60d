import { BarChart, LineChart } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts'

// SVG prints sharply and needs no canvas size; our charts have few points.
use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

/** Draws into a box and follows its size; returns the function that takes the chart down. */
export function draw(box: HTMLDivElement, option: EChartsOption, dark: boolean): () => void {
  const chart = init(box, dark ? 'dark' : null, { renderer: 'svg' })
  const style = getComputedStyle(box)
  chart.setOption({
    backgroundColor: 'transparent',
    animation: false,
    color: ['--rm-accent', '--rm-second', '--rm-line-strong'].map((name) => style.getPropertyValue(name).trim()),
    textStyle: { fontFamily: style.fontFamily },
    ...option,
  })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(box)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}
