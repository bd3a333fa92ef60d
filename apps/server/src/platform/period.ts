import { startOfDay } from '@rongmei/kit'
import { z } from 'zod'
import type { MeasureDef } from './ctx.ts'

/** What measures are computed over: a Shanghai calendar year, or one month of it (for the monthly history of an indicator). */
export type Period = { year: number; month?: number | undefined }

export const periodParams = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  month: z.coerce.number().int().min(1).max(12).optional(),
})

/** A measure that makes sense for whole years only. */
export const yearParams = periodParams.pick({ year: true })

export const yearView: MeasureDef['paramViews'][number] = {
  name: 'year',
  title: '年度',
  kind: 'year',
  choices: [],
  default: null,
}

export const periodViews: MeasureDef['paramViews'] = [
  yearView,
  { name: 'month', title: '月份（不填为全年）', kind: 'number', choices: [], default: null },
]

/** The bounds of a period: `[from, to)`. */
export function spanOf({ year, month }: Period): [Date, Date] {
  const [first, last] = daysOf({ year, month })
  return [new Date(startOfDay(first)), new Date(startOfDay(last))]
}

/** The same bounds as days: the first of the period and the first after it. */
export function daysOf({ year, month }: Period): [string, string] {
  if (month === undefined) return [`${year}-01-01`, `${year + 1}-01-01`]
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return [`${year}-${String(month).padStart(2, '0')}-01`, `${next}-01`]
}

/** The same period a year earlier: what growth is measured against. */
export function yearBefore({ year, month }: Period): Period {
  return { year: year - 1, month }
}
