import { type Decimal, ratio } from '@rongmei/kit'
import { z } from 'zod'
import { measure } from '../../platform/measures.ts'
import { type Period, periodParams, periodViews, spanOf, yearBefore } from '../../platform/period.ts'
import { errorRate, growth } from './domain/measures.ts'
import { findInspected } from './inspection.store.ts'
import { findPublished, type PublishedRow } from './measures.store.ts'
import { storyFact } from './story.measures.ts'

/** 指标 1.12 文稿错别字发生率: errors per thousand characters in spot checks, this year over last; below 1 is less. */
export const errorRateMeasure = measure({
  name: 'newsroom.error-rate-ratio',
  title: '文稿错别字发生率（对上年）',
  description: '质检抽样每千字差错，本年 ÷ 上年；小于 1 为降低',
  unit: '倍',
  print: { places: 2, percent: false },
  meets: { op: '<', value: 1 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const [current, last] = await Promise.all([
      findInspected(ctx, ...monthsOf(period)),
      findInspected(ctx, ...monthsOf(yearBefore(period))),
    ])
    const sum = (rows: typeof current) => ({
      errors: rows.reduce((all, row) => all + (row.errors ?? 0), 0),
      characters: rows.reduce((all, row) => all + row.characters, 0),
    })
    const [now, before] = [sum(current), sum(last)]
    const [rateNow, rateBefore] = [errorRate(now.errors, now.characters), errorRate(before.errors, before.characters)]
    const months = new Set(current.map((row) => row.month)).size
    const words = (label: string, one: { errors: number; characters: number }, rate: Decimal | null) =>
      `${label} ${one.errors} 处 ÷ ${one.characters} 字 = ${rate?.toFixed(3) ?? '无样本'}‰`
    return {
      value: rateNow && rateBefore ? ratio(rateNow, rateBefore) : null,
      coverage: months / (period.month === undefined ? 12 : 1),
      coverageNote: `本年抽检 ${current.length} 篇，覆盖 ${months} 个月；上年抽检 ${last.length} 篇`,
      working: `${words('本年', now, rateNow)}；${words('上年', before, rateBefore)}`,
      facts: [...current, ...last].map((row) => ({
        ...storyFact(
          { id: row.story_id, number: row.number, title: row.title },
          row.inspected_at,
          `${row.month} 抽检 ${row.characters} 字，差错 ${row.errors ?? 0} 处`,
        ),
        kind: 'inspection',
      })),
    }
  },
})

/** First and last month of a period, `YYYY-MM`. */
function monthsOf({ year, month }: Period): [string, string] {
  const name = (one: number) => `${year}-${String(one).padStart(2, '0')}`
  return [name(month ?? 1), name(month ?? 12)]
}

const WHAT = [
  { value: 'stories', label: '投稿发布数' },
  { value: 'units', label: '服务单位数' },
] as const

/** 指标 10.8 提升宣传服务能力: units served and contributed stories published, against last year. */
export const contributionMeasure = measure({
  name: 'newsroom.contribution-growth',
  title: '宣传服务能力提升率',
  description: '来稿单位数或来稿发布数，（本年 − 上年）÷ 上年',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>', value: 0 },
  params: periodParams.extend({ what: z.enum(['stories', 'units']).default('stories') }),
  paramViews: [
    ...periodViews,
    { name: 'what', title: '比什么', kind: 'choice', choices: [...WHAT], default: 'stories' },
  ],
  compute: async (ctx, { what, ...period }) => {
    const [current, last] = await Promise.all([
      contributed(findPublished(ctx, ...spanOf(period))),
      contributed(findPublished(ctx, ...spanOf(yearBefore(period)))),
    ])
    const units = (rows: PublishedRow[]) => new Set(rows.map((row) => row.source_unit_id ?? row.source_name)).size
    const [now, before] = what === 'units' ? [units(current), units(last)] : [current.length, last.length]
    return {
      value: growth(now, before),
      coverage: last.length > 0 ? 1 : 0,
      coverageNote: last.length > 0 ? '两年全部来稿发布记录' : '上年没有来稿记录，无法比较',
      working: `服务单位 ${units(current)} 家（上年 ${units(last)} 家），来稿发布 ${current.length} 篇（上年 ${last.length} 篇）；（${now} − ${before}）÷ ${before}`,
      facts: [...current, ...last].map((row) => storyFact(row, row.published_at, `来自 ${row.source_name}`)),
    }
  },
})

async function contributed(rows: Promise<PublishedRow[]>): Promise<PublishedRow[]> {
  return (await rows).filter((row) => row.source_kind === 'contributed')
}
