import { Decimal } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { type Fact, measure } from '../../platform/measures.ts'
import { type Period, periodParams, periodViews } from '../../platform/period.ts'
import { tally } from './domain/agreement.ts'
import { ratesOf } from './sample.service.ts'
import { findSamples } from './sample.store.ts'
import type { SampleTable } from './tables.ts'

async function settledIn(ctx: Ctx, { year, month }: Period) {
  const name = (one: number) => `${year}-${String(one).padStart(2, '0')}`
  const samples = await findSamples(ctx, name(month ?? 1), name(month ?? 12))
  const months = new Set(samples.filter((sample) => sample.truth).map((sample) => sample.month)).size
  const rates = ratesOf(samples)
  return {
    rates,
    coverage: months / (month === undefined ? 12 : 1),
    coverageNote: `抽样 ${rates.samples} 篇，两人标注并定论 ${rates.settled} 篇，覆盖 ${months} 个月`,
    facts: samples.flatMap((sample) => (sample.truth ? [factOf(sample, sample.truth)] : [])),
  }
}

function factOf(sample: SampleTable, truth: NonNullable<SampleTable['truth']>): Fact {
  const { caught, missed, wrong } = tally(sample.findings.length, truth)
  return {
    kind: 'sample',
    id: sample.id,
    label: `${sample.number} ${sample.title}`,
    at: sample.settled_at,
    href: `/quality/samples/${sample.id}`,
    note: `查出 ${caught} 处，漏 ${missed} 处，误报 ${wrong} 处`,
  }
}

/** 指标 1.4 智能审核模块效能, recall: of the errors that two people found in texts as first written, how many the engine found. */
export const recallMeasure = measure({
  name: 'quality.recall',
  title: '智能审核召回率（抽样标注）',
  description: '随机抽取初稿，两人标注；机器查出的差错 ÷（查出 + 漏掉）',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>=', value: 0.8 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const { rates, ...rest } = await settledIn(ctx, period)
    const working = `查出 ${rates.caught} ÷（查出 ${rates.caught} + 漏掉 ${rates.missed}）；误报 ${rates.wrong} 处`
    return { value: rates.recall === null ? null : new Decimal(rates.recall), working, ...rest }
  },
})

/** 指标 1.4 智能审核模块效能, false alarms: of what the engine found, how much two people called no error. */
export const falseAlarmMeasure = measure({
  name: 'quality.false-alarms',
  title: '智能审核误报率（抽样标注）',
  description: '随机抽取初稿，两人标注；误报 ÷ 机器提出的全部问题',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '<=', value: 0.2 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const { rates, ...rest } = await settledIn(ctx, period)
    const working = `误报 ${rates.wrong} ÷ 提出 ${rates.caught + rates.wrong}；样本 ${rates.characters} 字`
    return { value: rates.falseAlarms === null ? null : new Decimal(rates.falseAlarms), working, ...rest }
  },
})
