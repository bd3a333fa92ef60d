import { dayOf, Decimal, startOfDay, addDays } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { type Fact, type Measured, measure } from '../../platform/measures.ts'
import { type Period, periodParams, periodViews } from '../../platform/period.ts'
import { averageStaffing, monthEnds, type Month } from './domain/staffing.ts'
import { findStaffing, type StaffingRow } from './staffing.store.ts'

const MONTHS = 12

/** 人员到位情况 (indicator 5.2): 在岗 ÷ 核定 at the month ends of a year. */
export const staffing = measure({
  name: 'identity.staffing',
  title: '人员到位率',
  description:
    '各月末在岗人数 ÷ 核定人数，取全年各月的平均数。只统计当时有核定人数的部门和单位；月内调动按月末归属计算；超编时可高于 100%。',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>=', value: 0.95 },
  params: periodParams,
  paramViews: periodViews,
  compute: computeStaffing,
})

async function computeStaffing(ctx: Ctx, { year, month }: Period): Promise<Measured> {
  const ends = monthEnds(year, dayOf(ctx.now())).filter((day) => month === undefined || monthOf(day) === month)
  const rows = await findStaffing(ctx, ends)
  const { value, months } = averageStaffing(rows)
  return {
    value,
    coverage: months.length / (month === undefined ? MONTHS : 1),
    coverageNote: `${year} 年${month === undefined ? ' 12 个月末中' : ` ${month} 月末`}，${months.length} 个有核定人数可比`,
    working: value === null ? `${year} 年没有核定人数，无法计算` : describeWorking(value, months),
    facts: toFacts(rows),
  }
}

function describeWorking(value: Decimal, months: readonly Month[]): string {
  const terms = months.map((month) => `${monthOf(month.day)} 月 ${month.staffed} ÷ ${month.posts}`)
  return `各月末在岗 ÷ 核定：${terms.join('，')}；${months.length} 个月平均 ${percent(value)}`
}

/** One fact per unit, with its months. */
function toFacts(rows: readonly StaffingRow[]): Fact[] {
  return [...Map.groupBy(rows, (row) => row.unit_id)].map(([id, months]) => {
    const last = months.at(-1)
    return {
      kind: 'unit',
      id,
      label: last?.unit_name ?? '',
      at: last ? new Date(startOfDay(addDays(last.day, 1)) - 1) : null,
      href: '/units',
      note: `月末在岗 ÷ 核定：${months.map((one) => `${monthOf(one.day)} 月 ${one.staffed}÷${one.posts}`).join('，')}`,
    }
  })
}

const monthOf = (day: string) => Number(day.slice(5, 7))
const percent = (value: Decimal) => `${value.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)}%`
