import { formatMoney, padText, textWidth } from '@rongmei/kit'
import type { Finding, ReadResult } from './model.ts'
import { totalLine } from './score/score.ts'
import type { ScoreSummary } from './score/summary.ts'

/** Human-readable tables of the command line. Columns are as wide as their widest cell; Chinese counts two. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((cell, i) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[i] ?? '')), textWidth(cell)),
  )
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => padText(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** The projects of one file and what the reader was unsure about. */
export function printRead(file: string, result: ReadResult): string {
  const rows = result.projects.map((form) => {
    const executed = totalLine(form)?.executed.fen ?? null
    return [
      String(form.no),
      form.name,
      String(form.year ?? '—'),
      form.src?.kind ?? '自评表',
      String(form.indicators.length),
      executed === null ? '—' : formatMoney(BigInt(executed)),
      form.statedTotal ?? '—',
      form.confidence.toFixed(2),
    ]
  })
  const head = ['序号', '项目名称', '年度', '类型', '指标', '全年执行数(元)', '总分', '可信度']
  const notes = [
    ...result.warnings.map((warning) => `  ${warning.message}`),
    ...result.projects.flatMap((form) =>
      form.warnings.map((warning) => `  第 ${warning.line} 行 [${form.name}] ${warning.message}`),
    ),
  ]
  const body = rows.length > 0 ? table(head, rows) : '没有自评表'
  return [
    `${file}：${result.projects.length} 张自评表`,
    body,
    ...(notes.length > 0 ? ['需要核对：', ...notes] : []),
  ].join('\n')
}

/** Rows and columns as read, numbered from 0 as a mapping counts them. */
export function printGrid(file: string, grid: string[][]): string {
  const rows = grid.map((cells, row) => {
    const shown = cells.flatMap((cell, column) => (cell === '' ? [] : [`[${column}]${cell.slice(0, 40)}`]))
    return `${String(row).padStart(4)}  ${shown.join('  ')}`
  })
  return [`${file}：${grid.length} 行`, ...rows].join('\n')
}

/** Sums, totals and grades. */
export function printScore(rows: ScoreSummary[]): string {
  const agrees = (value: boolean | null): string => (value === null ? '无法判断' : value ? '一致' : '不一致')
  return table(
    ['文件', '项目名称', '类型', '分值合计', '得分合计', '总分', '核对', '执行率', '执行得分', '等级'],
    rows.map((row) => [
      row.file,
      row.name || '—',
      row.kind,
      row.weightSum ?? '—',
      row.scoreSum ?? '—',
      row.statedTotal ?? '—',
      agrees(row.agrees),
      row.executionRate === null ? '—' : `${row.executionRate}%`,
      row.executionScore ?? '—',
      row.grade ?? '—',
    ]),
  )
}

const SEVERITY = { error: '错误', warning: '警告', info: '提示' } as const

/** Findings, one per line, with a count by severity. */
export function printLint(rows: (Finding & { file: string; form: string })[]): string {
  if (rows.length === 0) return '没有发现问题'
  const count = (severity: Finding['severity']): number => rows.filter((row) => row.severity === severity).length
  const body = table(
    ['项目', '行', '级别', '代码', '说明'],
    rows.map((row) => [
      row.form,
      row.row === null ? '—' : String(row.row),
      SEVERITY[row.severity],
      row.code,
      row.message,
    ]),
  )
  return `${body}\n共 ${rows.length} 个问题：错误 ${count('error')}，警告 ${count('warning')}，提示 ${count('info')}`
}
