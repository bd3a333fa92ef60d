import { table } from './tables.ts'
import type { WhatIf } from './whatif/whatif.ts'
import type { Calibration } from './years/calibrate.ts'
import type { Comparison } from './years/compare.ts'

/** Cells longer than this are cut on the screen; `--json` has them whole. */
const LONGEST = 30

const brief = (text: string): string => {
  const line = text.replaceAll('\n', ' ')
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/** The scenarios of one form, the rows that change in them, and what full marks would need. */
export function printWhatIf(result: WhatIf & { file: string }): string {
  const scenarios = table(
    ['假设', '执行率', '执行分', '总分', '等级', '变动的指标'],
    result.scenarios.map((one) => [
      brief(one.name),
      one.execution.rate === null ? '—' : `${one.execution.rate}%`,
      one.execution.points ?? '—',
      one.total ?? '—',
      one.grade ?? '—',
      one.rows.length === 0 ? '' : `${one.rows.length} 个`,
    ]),
  )
  const need = result.fullMarks.map(
    (one) => `  ${one.row === null ? '资金' : `第 ${one.row} 行`}「${one.name}」差 ${one.missing} 分：${one.need}`,
  )
  const doubts = [...new Set(result.scenarios.flatMap((one) => one.unverified))]
  return [
    `${result.file} ${result.name}：自报合计 ${result.printed ?? '—'}`,
    scenarios,
    ...(need.length > 0 ? ['得满分还需要：', ...need] : ['已是满分']),
    `规则中待核实：${doubts.join('；')}`,
  ].join('\n')
}

/** The cells in which two forms differ. */
export function printCompare(result: Comparison): string {
  const side = (one: Comparison['before']): string => `${one.name}（${one.year ?? '年度不详'}）`
  const title = `${side(result.before)} → ${side(result.after)}：${result.differences.length} 处不同，${result.same} 处相同`
  if (result.differences.length === 0) return title
  const kinds = { changed: '', added: '新增', removed: '删去' } as const
  return [
    title,
    table(
      ['位置', '名称', '项', '之前', '之后', '变化'],
      result.differences.map((one) => [
        one.row === null ? one.place : `第 ${one.row} 行`,
        brief(one.name),
        one.field,
        brief(one.before),
        brief(one.after),
        kinds[one.kind] || (one.percent === null ? (one.change ?? '') : `${one.change ?? ''}（${one.percent}%）`),
      ]),
    ),
  ].join('\n')
}

/** Attainment over the years and the proposed targets, with the data they rest on. */
export function printHistory(rows: Calibration[]): string {
  return table(
    ['项目', '指标', '各年 指标值→完成值', '判断', '建议指标值', '依据'],
    rows.map((row) => [
      brief(row.project),
      brief(row.name),
      row.history.map((year) => `${year.year ?? '?'}：${brief(year.target)}→${brief(year.actual)}`).join('；'),
      row.verdict,
      row.proposal ? `${row.proposal.op}${row.proposal.value}${row.proposal.unit}` : '—',
      row.proposal?.basis ?? '',
    ]),
  )
}
