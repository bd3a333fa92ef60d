/**
 * The form as data. Everything here survives `JSON.stringify`: weights and points are JSON numbers when the cell holds
 * a number and the printed text when it does not, so that nothing unreadable turns silently into a value.
 * Arithmetic never happens on these numbers: the scoring engine lifts them into `Decimal`, money into `bigint` 分.
 */

/** A number as printed, or the raw text of the cell when it is no number (`—`, blank, `待定`). */
export type Point = number | string

/** What the reader thinks a table is. `unsure`: it looks like a self-evaluation but could not be read for certain. */
export type Kind = '自评表' | '申报表' | 'other' | 'unsure'

export type CurrencyUnit = '元' | '万元'

/**
 * Which printed layout a form has, where it is not the one of 财政部 and Shanghai (appraisal.md 1.5): Yunnan splits the
 * target, Sichuan adjusts in a column, Hubei prints no weights, 转移支付 no scores; `mapped`: a person said which is what.
 */
export type FormLayout = 'yunnan' | 'sichuan' | 'hubei' | 'transfer' | 'mapped'

/** A labelled text beside the table proper: 评价结论, 存在问题, 其他需要说明事项 … */
export interface Remark {
  label: string
  text: string
  line: number
}

/** One amount: `raw` as printed, `value` in 元 with two places, `fen` in integer 分; null for a blank cell. */
export interface Money {
  raw: string
  value: string | null
  fen: number | null
}

/** One row of the money block (年度资金总额, 当年财政拨款, 上年结转资金, 其他资金). */
export interface BudgetLine {
  /** the label without 其中： */
  source: string
  /** the label as printed */
  label: string
  line: number
  /** 年初预算数 */
  yearStart: Money
  /** 全年预算数, after adjustments */
  fullYear: Money
  /** 全年执行数 */
  executed: Money
  weight: Point
  /** as printed, `100.00%` */
  executionRate: string
  score: Point
  /** 原因, where the layout has that column (Sichuan) and the cell holds something */
  reason?: string
  src?: { at: Partial<Record<'yearStart' | 'fullYear' | 'executed' | 'weight' | 'executionRate' | 'score', Place>> }
}

/** Where the level-1 and level-2 labels of a row come from; everything below `merged` is a judgement. */
export type Basis = 'printed' | 'merged' | 'late' | 'inferred'

/** Where one value stood: source line (or sheet row), column from 0, and the text as printed. */
export interface Place {
  line: number
  column: number
  raw: string
}

export interface IndicatorSource {
  lines: number[]
  page: number
  printedL1: string | null
  printedL2: string | null
  strayLabel: string | null
  l2Basis: Basis
  l3Column: number
  l3HeaderColumn: number
  cells: string[]
  at: Partial<Record<'l1' | 'l2' | 'l3' | 'target' | 'actual' | 'weight' | 'score' | 'deviation', Place>>
}

/** One level-3 indicator (三级指标). */
export interface Indicator {
  seq: number
  l1: string
  l2: string
  l3: string
  /** 年度指标值, as printed */
  target: string
  /** 实际完成值, as printed */
  actual: string
  /** 分值 */
  weight: Point
  /** 得分 */
  score: Point
  /** 偏差原因分析及改进措施 */
  deviation: string
  /** 0 … 1: the least sure of the row's cells and labels */
  confidence: number
  src?: IndicatorSource
}

/** Something the reader had to decide, or could not. `row` is the indicator's `seq`. */
export interface Warning {
  code: string
  message: string
  line: number
  row?: number
}

export interface FormSource {
  kind: Kind
  firstLine: number
  lastLine: number
  sheet?: string
}

/** One self-evaluation form of one project and year. */
export interface Form {
  no: number
  name: string
  year: number | null
  title: string
  dept: string
  unit: string
  currencyUnit: CurrencyUnit
  budget: BudgetLine[]
  goals: { expected: string; actual: string; line?: number }
  indicators: Indicator[]
  /** the total as printed, `98.00`; null when the form prints none */
  statedTotal: string | null
  statedTotalWeight: Point | null
  confidence: number
  warnings: Warning[]
  /** absent for the common layout */
  layout?: FormLayout
  /** 等级 as printed, where the form prints one */
  statedGrade?: string
  remarks?: Remark[]
  src?: FormSource
}

/** One table found in a file, form or not: `project` is its index in `projects`, or null. */
export interface Block {
  kind: Kind
  name: string
  line: number
  project: number | null
  why: string
}

/** What a reader returns. `src.blocks` lists every table met, in order, also those that are no self-evaluation. */
export interface ReadResult {
  schema: 'rongmei-appraisal/1'
  projects: Form[]
  confidence: number
  warnings: Warning[]
  src: { kind: Kind; blocks: Block[] }
}

/** One lint finding. `row` is the indicator's `seq`, or null for the form as a whole. */
export interface Finding {
  row: number | null
  code: string
  severity: 'error' | 'warning' | 'info'
  message: string
  remedy: string
}
