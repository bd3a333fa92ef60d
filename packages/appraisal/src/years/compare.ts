import { round } from '@rongmei/kit'
import { baseValue, parseValue } from '../grammar.ts'
import { alike, core } from '../lint/similar.ts'
import type { Form, Indicator } from '../model.ts'

/** One cell that differs. `row` is the indicator's `seq` in the second form, in the first for one that was dropped. */
export interface Difference {
  place: '表头' | '资金' | '总体目标' | '指标' | '总分'
  row: number | null
  /** the source of money or the indicator's name; '' for the form as a whole */
  name: string
  field: string
  kind: 'changed' | 'added' | 'removed'
  before: string
  after: string
  /** after − before where both are numbers of one unit, and in percent of before */
  change: string | null
  percent: string | null
}

export interface Comparison {
  before: { name: string; year: number | null }
  after: { name: string; year: number | null }
  same: number
  differences: Difference[]
}

const ROW_FIELDS: [Exclude<keyof Indicator, 'src'>, string][] = [
  ['l1', '一级指标'],
  ['l2', '二级指标'],
  ['l3', '三级指标'],
  ['target', '年度指标值'],
  ['actual', '实际完成值'],
  ['weight', '分值'],
  ['score', '得分'],
  ['deviation', '偏差原因分析及改进措施'],
]

/**
 * Compares two forms cell by cell: two years of a project, or two versions of one form. Indicators are matched by name,
 * then by nearly the same name; order does not matter. Texts are compared without blanks, NFKC.
 */
export function compare(a: Form, b: Form): Comparison {
  const differences: Difference[] = []
  let same = 0
  const check = (at: Pick<Difference, 'place' | 'row' | 'name' | 'field'>, before: string, after: string): void => {
    if (plain(before) === plain(after)) same += 1
    else differences.push({ ...at, kind: 'changed', before, after, ...changeOf(before, after) })
  }
  const head = { place: '表头', row: null, name: '' } as const
  for (const [field, label] of [
    ['name', '项目名称'],
    ['dept', '主管部门'],
    ['unit', '实施单位'],
  ] as const) {
    check({ ...head, field: label }, a[field], b[field])
  }
  check({ ...head, field: '年度' }, String(a.year ?? ''), String(b.year ?? ''))
  compareMoney(a, b, check, differences)
  check({ place: '总体目标', row: null, name: '', field: '预期目标' }, a.goals.expected, b.goals.expected)
  check({ place: '总体目标', row: null, name: '', field: '实际完成情况' }, a.goals.actual, b.goals.actual)
  for (const [before, after] of matchRows(a.indicators, b.indicators)) {
    const row = after ?? before
    const at = { place: '指标', row: row?.seq ?? null, name: row?.l3 ?? '' } as const
    if (before && after) {
      for (const [field, label] of ROW_FIELDS)
        check({ ...at, field: label }, String(before[field]), String(after[field]))
    } else {
      const [old, now] = [before?.target ?? '', after?.target ?? '']
      const kind = after ? 'added' : 'removed'
      differences.push({ ...at, field: '三级指标', kind, before: old, after: now, change: null, percent: null })
    }
  }
  check({ place: '总分', row: null, name: '', field: '总分' }, a.statedTotal ?? '', b.statedTotal ?? '')
  return { before: { name: a.name, year: a.year }, after: { name: b.name, year: b.year }, same, differences }
}

type Check = (at: Pick<Difference, 'place' | 'row' | 'name' | 'field'>, before: string, after: string) => void

function compareMoney(a: Form, b: Form, check: Check, differences: Difference[]): void {
  const sources = new Set([...a.budget, ...b.budget].map((line) => line.source))
  for (const source of sources) {
    const [before, after] = [a, b].map((form) => form.budget.find((line) => line.source === source))
    const at = { place: '资金', row: null, name: source } as const
    if (!before || !after) {
      const kind = after ? 'added' : 'removed'
      const amounts = [before?.fullYear.value ?? '', after?.fullYear.value ?? ''] as const
      differences.push({
        ...at,
        field: '全年预算数',
        kind,
        before: amounts[0],
        after: amounts[1],
        change: null,
        percent: null,
      })
      continue
    }
    check({ ...at, field: '年初预算数' }, before.yearStart.value ?? '', after.yearStart.value ?? '')
    check({ ...at, field: '全年预算数' }, before.fullYear.value ?? '', after.fullYear.value ?? '')
    check({ ...at, field: '全年执行数' }, before.executed.value ?? '', after.executed.value ?? '')
    check({ ...at, field: '得分' }, String(before.score), String(after.score))
  }
}

/** Pairs of rows: equal names first, then nearly equal ones, then what has no counterpart; in the order of `b`. */
export function matchRows(
  a: readonly Indicator[],
  b: readonly Indicator[],
): [Indicator | undefined, Indicator | undefined][] {
  const open = new Set(a)
  const partner = new Map<Indicator, Indicator>()
  const take = (after: Indicator, fits: (before: Indicator) => boolean): void => {
    if (partner.has(after)) return
    for (const before of open) {
      if (!fits(before)) continue
      open.delete(before)
      partner.set(after, before)
      return
    }
  }
  for (const row of b) take(row, (one) => core(one.l3) === core(row.l3) && one.l2 === row.l2)
  for (const row of b) take(row, (one) => core(one.l3) === core(row.l3))
  for (const row of b) take(row, (one) => alike(one.l3, row.l3))
  return [
    ...b.map((row): [Indicator | undefined, Indicator | undefined] => [partner.get(row), row]),
    ...[...open].map((row): [Indicator | undefined, Indicator | undefined] => [row, undefined]),
  ]
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

function changeOf(before: string, after: string): { change: string | null; percent: string | null } {
  const [x, y] = [baseValue(parseValue(before)), baseValue(parseValue(after))]
  if (!x || !y || x.unit !== y.unit) return { change: null, percent: null }
  const change = y.value.minus(x.value)
  const percent = x.value.isZero() ? null : round(change.div(x.value.abs()).times(100)).toFixed(2)
  return { change: change.toString(), percent }
}
