import { fundSourceNames } from '@rongmei/contract'
import { addDays, type Day, Decimal, dayOf, formatMoney, ratio } from '@rongmei/kit'
import { z } from 'zod'
import type { Ctx } from '../../platform/ctx.ts'
import { type Fact, type Measured, type MeasureDef, measure } from '../../platform/measures.ts'
import { daysOf, periodParams, periodViews } from '../../platform/period.ts'
import { sumsOf, type Sums } from './domain/money.ts'
import { type Account, findAccount } from './ledger.store.ts'
import { findPayments, type Payment } from './payment.store.ts'
import { projectsOf } from './project.load.ts'

const params = periodParams.extend({ project: z.string().trim().min(1).max(200) })
const rateParams = params.extend({ basis: z.enum(['全年', '年初']).default('全年') })
type Params = z.output<typeof params>

const views: MeasureDef['paramViews'] = [
  { name: 'project', title: '项目名称', kind: 'text', choices: [], default: null },
  ...periodViews.map((view) => (view.name === 'month' ? { ...view, title: '截至月份（不填为全年）' } : view)),
]
const MOST_FACTS = 5_000

type Reading = { id: string; account: Account; sums: Sums; until: Day; payments: Payment[] } | null

/** The money of a project at the end of the asked month, or of the year; null when the year has no such project. */
async function read(ctx: Ctx, { project, year, month }: Params): Promise<Reading> {
  const { items } = await projectsOf(ctx, year)
  const found = items.find((one) => one.name === project)
  if (!found) return null
  const until = addDays(daysOf({ year, month })[1], -1)
  const account = await findAccount(ctx, found.id)
  const filter = { year, project: found.id, to: until, state: 'current' as const }
  const payments = await findPayments(ctx, filter, undefined, MOST_FACTS)
  return { id: found.id, account, sums: sumsOf(account.ledger, until), until, payments }
}

const nothing = (working: string): Measured => ({
  value: null,
  coverage: 0,
  coverageNote: '没有记录',
  working,
  facts: [],
})

/** How much of the period has gone by: a running year is measured to today. */
function coverageOf(ctx: Ctx, params: Params, until: Day): Pick<Measured, 'coverage' | 'coverageNote'> {
  const today = dayOf(ctx.now())
  if (until <= today) return { coverage: 1, coverageNote: `截至 ${until} 的全部记录` }
  const first = `${params.year}-01-01`
  const days = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const coverage = today < first ? 0 : days(first, today) / days(first, until)
  return { coverage, coverageNote: `截至 ${today} 的记录，期末为 ${until}` }
}

const yuan = (fen: bigint) => `${formatMoney(fen)} 元`
const inYuan = (fen: bigint) => new Decimal(String(fen)).div(100)

function planFacts({ id, account }: NonNullable<Reading>): Fact[] {
  const plan = account.plans[0]
  return (plan?.lines ?? []).map((line) => ({
    kind: 'budgetLine',
    id: `${plan?.id}:${line.source}`,
    label: `年初预算 ${fundSourceNames[line.source]} ${yuan(line.fen)}`,
    at: plan?.at ?? null,
    href: `/budget/${id}`,
    note: plan?.document ?? '',
  }))
}

function adjustmentFacts({ id, account, until }: NonNullable<Reading>): Fact[] {
  return account.adjustments
    .filter((one) => one.state === 'approved' && one.date <= until)
    .map((one) => ({
      kind: 'budgetAdjustment',
      id: one.id,
      label: `调整 ${fundSourceNames[one.source]} ${one.fen > 0n ? '+' : ''}${yuan(one.fen)}`,
      at: one.decided_at,
      href: `/budget/${id}`,
      note: `${one.date}，${one.reason}（${one.document}，${one.decider_name ?? ''} 批准）`,
    }))
}

function paymentFacts({ payments }: NonNullable<Reading>): Fact[] {
  return payments.map((one) => ({
    kind: 'payment',
    id: one.id,
    label: `${one.voucher} ${one.purpose}`,
    at: one.at,
    href: `/budget/${one.project_id}?payment=${one.id}`,
    note: `${one.paid_on} 支付 ${yuan(one.fen)}`,
  }))
}

type Amount = {
  name: string
  title: string
  description: string
  of: keyof Sums
  facts: (reading: NonNullable<Reading>) => Fact[]
}

/** 元, as the forms print money. */
const amount = ({ name, title, description, of, facts }: Amount) =>
  measure({
    name,
    title,
    description,
    unit: '元',
    print: { places: 2, percent: false },
    meets: { op: '>', value: 0 },
    params,
    paramViews: views,
    compute: async (ctx, asked) => {
      const reading = await read(ctx, asked)
      if (!reading) return nothing(`${asked.year} 年没有项目“${asked.project}”`)
      if (of !== 'executed' && reading.account.plans.length === 0) return nothing('没有录入年初预算')
      const { initial, adjusted, executed } = reading.sums
      const working = {
        initial: `年初预算 ${yuan(initial)}`,
        adjusted: `年初预算 ${yuan(initial)} + 已批准调整 ${yuan(adjusted - initial)}`,
        executed: `支付 ${reading.account.ledger.payments.filter((one) => one.paidOn <= reading.until).length} 笔，合计 ${yuan(executed)}`,
      }[of]
      const coverage = coverageOf(ctx, asked, reading.until)
      return { value: inYuan(reading.sums[of]), ...coverage, working, facts: facts(reading) }
    },
  })

export const initialMeasure = amount({
  name: 'budget.initial',
  title: '年初预算数',
  description: '各资金来源年初预算之和',
  of: 'initial',
  facts: planFacts,
})
export const adjustedMeasure = amount({
  name: 'budget.adjusted',
  title: '全年预算数',
  description: '年初预算 + 期末前已批准的调整',
  of: 'adjusted',
  facts: (reading) => [...planFacts(reading), ...adjustmentFacts(reading)],
})
export const executedMeasure = amount({
  name: 'budget.executed',
  title: '预算执行数',
  description: '期末前的支付记录之和，已更正和作废的不计',
  of: 'executed',
  facts: paymentFacts,
})

async function rateOf(ctx: Ctx, asked: Params, basis: '全年' | '年初'): Promise<Measured> {
  const reading = await read(ctx, asked)
  if (!reading) return nothing(`${asked.year} 年没有项目“${asked.project}”`)
  const { initial, adjusted, executed } = reading.sums
  const base = basis === '年初' ? initial : adjusted
  const value = ratio(String(executed), String(base))
  if (!value) return nothing(`${basis}预算为 0，没有执行率`)
  const facts = [...planFacts(reading), ...(basis === '全年' ? adjustmentFacts(reading) : []), ...paymentFacts(reading)]
  const working = `执行 ${yuan(executed)} ÷ ${basis}预算 ${yuan(base)}`
  return { value, ...coverageOf(ctx, asked, reading.until), working, facts }
}

const rate = { unit: '%', print: { places: 2, percent: true }, meets: { op: '>=' as const, value: 0.9 } }

/** Official by default: 财预〔2020〕10号 scores `min(S/B, 1)` with B the budget of the whole year, adjustments included. */
export const executionRateMeasure = measure({
  ...rate,
  name: 'budget.execution-rate',
  title: '预算执行率',
  description: '执行数 ÷ 全年预算数（年初 + 已批准调整）；口径可改为对年初预算',
  params: rateParams,
  paramViews: [
    ...views,
    {
      name: 'basis',
      title: '口径',
      kind: 'choice',
      choices: [
        { value: '全年', label: '对全年预算' },
        { value: '年初', label: '对年初预算' },
      ],
      default: '全年',
    },
  ],
  compute: (ctx, { basis, ...asked }) => rateOf(ctx, asked, basis),
})

export const initialRateMeasure = measure({
  ...rate,
  name: 'budget.initial-rate',
  title: '预算执行率（对年初）',
  description: '执行数 ÷ 年初预算数，不受年中调整影响',
  params,
  paramViews: views,
  compute: (ctx, asked) => rateOf(ctx, asked, '年初'),
})
