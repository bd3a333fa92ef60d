import { LIMITS } from '../limits.ts'
import type { Form } from '../model.ts'
import { checkForms } from './layout.ts'
import { budgetFacts } from './package.ts'

/** Two flat tables, each with a header row: one row per indicator, and one per amount and phase. */
export interface CsvTables {
  indicators: string
  budget: string
}

const INDICATORS = [
  '项目名称',
  '年度',
  '主管部门',
  '实施单位',
  '序号',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
]
const BUDGET = ['项目名称', '年度', '实施单位', '资金来源', '阶段', '金额（元）', '原文']
const PHASE_WORDS = { approved: '年初预算', adjusted: '全年预算', executed: '全年执行' } as const

/**
 * Writes forms as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets show Chinese). A cell that a
 * spreadsheet would take for a formula (`=12`, `>=` is none) gets an apostrophe before it.
 *
 * @throws AppraisalError when there is nothing to write or too much
 */
export function writeCsv(forms: readonly Form[]): CsvTables {
  checkForms(forms, LIMITS.forms)
  const indicators = forms.flatMap((form) =>
    form.indicators.map((row) => [
      form.name,
      form.year ?? '',
      form.dept,
      form.unit,
      row.seq,
      row.l1,
      row.l2,
      row.l3,
      row.target,
      row.actual,
      row.weight,
      row.score,
      row.deviation,
    ]),
  )
  const budget = forms.flatMap((form, i) =>
    budgetFacts(form, i).map((fact) => [
      fact.project,
      fact.year ?? '',
      fact.organization,
      fact.source,
      PHASE_WORDS[fact.phase],
      fact.amount ?? '',
      fact.printed,
    ]),
  )
  return { indicators: csv([INDICATORS, ...indicators]), budget: csv([BUDGET, ...budget]) }
}

function csv(rows: (string | number)[][]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(value: string | number): string {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
