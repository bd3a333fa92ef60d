import { readFileSync } from 'node:fs'
import { Decimal } from '@rongmei/kit'
import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { type Fact, makeMeasures, measure } from '../../platform/measures.ts'
import type { TestWorld } from '../../testing/world.ts'
import { finishImport, startImport } from './import.service.ts'

/** The ten forms of 2023 as published: 156 indicators. */
export const GOLDEN = {
  bytes: readFileSync(new URL('../../../../../fixtures/self-evaluation-2023.txt', import.meta.url)),
  name: 'self-evaluation-2023.txt',
}

const fact = (n: number): Fact => ({
  kind: 'story',
  id: String(n),
  label: `稿件 ${n}`,
  at: new Date(Date.UTC(2023, 0, 1) + n * 3_600_000),
  href: `/stories/${n}`,
  note: '发布',
})
const view = (name: string, kind: 'year' | 'number') => ({ name, title: name, kind, choices: [], default: null })

/** What the measures below answer with; a test changes it to see a value change. */
export const readings = { share: new Decimal('0.97345'), facts: 45 }

/** A share of a year, a count by month, and one that finds nothing to measure. */
export const measures = makeMeasures([
  measure({
    name: 'sample.share',
    title: '样例占比',
    description: '甲 ÷ 乙',
    unit: '%',
    print: { places: 2, percent: true },
    meets: { op: '>=', value: 0.9 },
    params: z.object({ year: z.coerce.number().int() }),
    paramViews: [view('year', 'year')],
    compute: async (_, { year }) => ({
      value: readings.share.minus(new Decimal(2023 - year).div(100)),
      coverage: 0.5,
      coverageNote: '半年',
      working: '甲 97 ÷ 乙 100',
      facts: Array.from({ length: readings.facts }, (__, n) => fact(n)),
    }),
  }),
  measure({
    name: 'sample.months',
    title: '样例月份',
    description: '有记录的月份数',
    unit: '个月',
    print: { places: 0, percent: false },
    meets: { op: '>=', value: 12 },
    params: z.object({ year: z.coerce.number().int(), month: z.number().int().optional() }),
    paramViews: [view('year', 'year'), view('month', 'number')],
    compute: async (_, { month }) => ({
      value: new Decimal(month === undefined ? 9 : 1),
      coverage: 1,
      coverageNote: '',
      working: '数一数',
      facts: [],
    }),
  }),
  measure({
    name: 'sample.nothing',
    title: '样例无值',
    description: '没有记录',
    unit: '%',
    print: { places: 2, percent: true },
    meets: { op: '>', value: 0 },
    params: z.object({}),
    paramViews: [],
    compute: async () => ({ value: null, coverage: 0, coverageNote: '', working: '没有样本', facts: [] }),
  }),
])

/** The same person with the sample measures in the registry. */
export const withMeasures = (ctx: Ctx): Ctx => ({ ...ctx, measures })

/** Imports the ten forms. */
export async function importGolden(ctx: Ctx, options: { replace?: boolean } = {}): Promise<void> {
  const preview = await startImport(ctx, GOLDEN)
  const names = preview.forms.map((form) => form.name)
  await finishImport(ctx, preview.id, { names, replace: options.replace ?? false })
}

/** The id of an indicator by project number and row. */
export async function indicatorAt(test: TestWorld, no: number, seq: number): Promise<string> {
  const [row] = await test.rows<{ id: string }>(
    `select i.id from appraisal.indicator i join appraisal.project p on p.id = i.project_id where p.no = ${no} and i.seq = ${seq}`,
  )
  if (!row) throw new Error(`no indicator ${no}.${seq}`)
  return row.id
}
