export { lintAll, type PlacedFinding } from './lint/across.ts'
export { readDoc, readDocx, readHtml, readPdf, readXlsx, writeDocx, writePdf, writeXlsx } from './documents.ts'
export { AppraisalError, type RefusalKey } from './errors.ts'
export { type Operator, type ParsedValue, type ValueKind, baseValue, kindOf, parseValue, polarity } from './grammar.ts'
export { lint } from './lint/lint.ts'
export type {
  Block,
  BudgetLine,
  CurrencyUnit,
  Finding,
  Form,
  FormLayout,
  Indicator,
  IndicatorSource,
  Kind,
  Money,
  Point,
  ReadResult,
  Remark,
  Warning,
} from './model.ts'
export { gridOfBytes, readBytes } from './read/bytes.ts'
export { type FileRead, readFiles } from './read/files.ts'
export { layoutKey, type Mapping, readGrid } from './read/mapped.ts'
export { readJson } from './read/package.ts'
export { decodeText, readText } from './read/text.ts'
export { allRuleSets, ruleSetById, ruleSetOfLayout, ruleSetOn, ruleSets } from './rules/index.ts'
export type { ReverseVariant, RuleSet } from './rules/types.ts'
export type { RowScore } from './score/row.ts'
export { type ExecutionScore, type FormScore, scoreForm } from './score/score.ts'
export { type ScoreSummary, summarize } from './score/summary.ts'
export type { WriteOptions } from './write/options.ts'
export type { FullMarks } from './whatif/full.ts'
export { type Scenario, type WhatIf, type WhatIfOptions, whatIf } from './whatif/whatif.ts'
export { type CsvTables, writeCsv } from './write/csv.ts'
export { type AppraisalPackage, packageOf, writeJson } from './write/package.ts'
export {
  type Calibration,
  calibrate,
  type Proposal,
  proposeTarget,
  type Verdict,
  type YearResult,
} from './years/calibrate.ts'
export { compare, type Comparison, type Difference } from './years/compare.ts'
