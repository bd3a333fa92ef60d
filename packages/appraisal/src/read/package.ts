import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Form, ReadResult } from '../model.ts'
import { PACKAGE_SCHEMA } from '../write/package.ts'

/**
 * Reads a package written by `writeJson`, or a stored `ReadResult`. What a cell holds is taken as it is; a form in which
 * anything is of another type than it must be is refused, never repaired.
 *
 * @throws AppraisalError for anything else
 */
export function readJson(text: string): ReadResult {
  if (text.length > LIMITS.size) throw new AppraisalError('tooLarge')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new AppraisalError('damaged', 'JSON 不完整')
  }
  const forms = formsIn(data)
  if (forms.length > LIMITS.forms) throw new AppraisalError('tooManyForms')
  forms.forEach((form, i) => {
    const wrong = wrongIn(form)
    if (wrong !== null) throw new AppraisalError('notPackage', `第 ${i + 1} 张表的 ${wrong} 不对`)
  })
  const projects = forms as Form[]
  return {
    schema: 'rongmei-appraisal/1',
    projects,
    confidence: projects.reduce((least, form) => Math.min(least, form.confidence), 1),
    warnings: [],
    src: {
      kind: projects.length === 0 ? 'other' : '自评表',
      blocks: projects.map((form, i) => ({
        kind: form.src?.kind ?? '自评表',
        name: form.name,
        line: form.src?.firstLine ?? 1,
        project: i,
        why: '',
      })),
    },
  }
}

type Entries = Record<string, unknown>
const isRecord = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function formsIn(data: unknown): unknown[] {
  if (!isRecord(data)) throw new AppraisalError('notPackage')
  const forms =
    data['schema'] === PACKAGE_SCHEMA
      ? data['forms']
      : data['schema'] === 'rongmei-appraisal/1'
        ? data['projects']
        : null
  if (!Array.isArray(forms)) throw new AppraisalError('notPackage')
  return forms
}

type Check = (value: unknown) => boolean
const text: Check = (value) => typeof value === 'string' && value.length <= LIMITS.cellChars
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const point: Check = (value) => number(value) || text(value)
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const listOf =
  (fields: Record<string, Check>): Check =>
  (value) =>
    Array.isArray(value) && value.length <= LIMITS.rows && value.every((entry) => has(entry, fields))
const money: Check = (value) =>
  has(value, { raw: text, value: orNull(text), fen: orNull((fen) => Number.isSafeInteger(fen)) })

const ROW: Record<string, Check> = {
  seq: number,
  l1: text,
  l2: text,
  l3: text,
  target: text,
  actual: text,
  weight: point,
  score: point,
  deviation: text,
  confidence: number,
}
const BUDGET: Record<string, Check> = {
  source: text,
  label: text,
  line: number,
  yearStart: money,
  fullYear: money,
  executed: money,
  weight: point,
  executionRate: text,
  score: point,
}
const FORM: Record<string, Check> = {
  no: number,
  name: text,
  year: orNull(number),
  title: text,
  dept: text,
  unit: text,
  currencyUnit: (value) => value === '元' || value === '万元',
  budget: listOf(BUDGET),
  goals: (value) => has(value, { expected: text, actual: text }),
  indicators: listOf(ROW),
  statedTotal: orNull(text),
  statedTotalWeight: orNull(point),
  confidence: number,
  warnings: listOf({ code: text, message: text, line: number }),
}

function has(value: unknown, fields: Record<string, Check>): boolean {
  return isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]))
}

function wrongIn(form: unknown): string | null {
  if (!isRecord(form)) return '结构'
  return Object.entries(FORM).find(([name, check]) => !check(form[name]))?.[0] ?? null
}
