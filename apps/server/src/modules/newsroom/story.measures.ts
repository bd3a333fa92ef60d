import { kindNames, STORY_KINDS } from '@rongmei/contract'
import { Decimal, formatInstant, ratio } from '@rongmei/kit'
import { z } from 'zod'
import { type Fact, measure } from '../../platform/measures.ts'
import { periodParams, periodViews, spanOf, yearParams, yearView } from '../../platform/period.ts'
import { interceptionsBetween } from '../proofreading/index.ts'
import { correctShare, interception, isOnTime, monthsWith, percentile } from './domain/measures.ts'
import { findCorrectionsMade, findPlanned, findPublished, findTitles } from './measures.store.ts'

const kindView = {
  name: 'kind',
  title: '稿件类型',
  kind: 'choice' as const,
  choices: STORY_KINDS.map((value) => ({ value, label: kindNames[value] })),
  default: 'video',
}

export const storyFact = (row: { id: string; number: string; title: string }, at: Date | null, note: string): Fact => ({
  kind: 'story',
  id: row.id,
  label: `${row.number} ${row.title}`,
  at,
  href: `/stories/${row.id}`,
  note,
})

/** 指标 1.5 错别字审核模块效能. Caught: findings accepted in the year; missed: errors that corrections after publication admitted. */
export const interceptionMeasure = measure({
  name: 'newsroom.interception',
  title: '错别字拦截率',
  description: '发布前采纳的校对问题 ÷（发布前采纳 + 发布后更正的差错）；并报从提示到处理的时长 p90',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>=', value: 0.9 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const [from, to] = spanOf(period)
    const [caught, missed] = await Promise.all([
      interceptionsBetween(ctx, from, to),
      findCorrectionsMade(ctx, from, to),
    ])
    const titles = await findTitles(
      ctx,
      caught.map((one) => one.subject.replace('story:', '')),
    )
    const accepted = caught.reduce((sum, one) => sum + one.accepted, 0)
    const errors = missed.reduce((sum, one) => sum + one.errors, 0)
    const p90 = percentile(
      caught.flatMap((one) => one.seconds),
      90,
    )
    const facts = [
      ...missed.map((one) => storyFact(one, one.at, `发布后更正 ${one.errors} 处`)),
      ...caught.map((one) => {
        const id = one.subject.replace('story:', '')
        return storyFact(
          { id, ...(titles.get(id) ?? { number: '', title: '已删除的稿件' }) },
          one.first,
          `发布前拦截 ${one.accepted} 处`,
        )
      }),
    ]
    const time = p90 === null ? '' : `；处理时长 p90 为 ${Math.round(p90 / 60)} 分钟`
    return {
      value: interception(accepted, errors),
      coverage: caught.length > 0 ? 1 : 0,
      coverageNote: `全部送审稿件均经校对，涉及 ${caught.length} 篇有拦截的稿件`,
      working: `拦截 ${accepted} ÷（拦截 ${accepted} + 发布后更正 ${errors}）${time}`,
      facts,
    }
  },
})

/** 指标 1.11 宣传报道内容正确: 1 − 差错稿 ÷ 发布稿. */
export const correctShareMeasure = measure({
  name: 'newsroom.correct-share',
  title: '宣传报道内容正确率',
  description: '1 −（发布后更正或撤下的稿件 ÷ 发布稿件）',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>=', value: 0.95 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const published = await findPublished(ctx, ...spanOf(period))
    const faulty = published.filter((row) => row.corrected_at !== null || row.withdrawn_at !== null)
    const sound = published.filter((row) => !faulty.includes(row))
    const facts = [
      ...faulty.map((row) =>
        storyFact(
          row,
          row.corrected_at ?? new Date(row.withdrawn_at ?? 0),
          row.withdrawn_at ? '撤稿' : `更正 ${row.errors} 处差错`,
        ),
      ),
      ...sound.map((row) => storyFact(row, row.published_at, '发布，无更正')),
    ]
    return {
      value: correctShare(published.length, faulty.length),
      coverage: published.length > 0 ? 1 : 0,
      coverageNote: '期内全部发布稿件',
      working: `1 − 差错稿 ${faulty.length} ÷ 发布稿 ${published.length}`,
      facts,
    }
  },
})

/** 指标 6.7 保障每月短视频发布: months with at least one. */
export const monthsMeasure = measure({
  name: 'newsroom.months-with-video',
  title: '有短视频发布的月份数',
  description: '一年中至少发布一条短视频的月份数',
  unit: '个月',
  print: { places: 0, percent: false },
  meets: { op: '>=', value: 12 },
  params: yearParams,
  paramViews: [yearView],
  compute: async (ctx, { year }) => {
    const videos = (await findPublished(ctx, ...spanOf({ year }))).filter((row) => row.kind === 'video')
    const months = monthsWith(videos.map((row) => row.published_at))
    const missing = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => !months.includes(month))
    const gap = missing.length > 0 ? `；缺 ${missing.join('、')} 月` : ''
    return {
      value: new Decimal(months.length),
      coverage: 1,
      coverageNote: '全年 12 个月的发布记录',
      working: `${year} 年发布短视频 ${videos.length} 条，分布在 ${months.length} 个月${gap}`,
      facts: videos.map((row) =>
        storyFact(row, row.published_at, `${formatInstant(row.published_at).slice(0, 7)} 发布`),
      ),
    }
  },
})

/** 指标 6.22 短视频音乐内容发布及时性: published by the planned time ÷ planned. */
export const onTimeMeasure = measure({
  name: 'newsroom.on-time-publishing',
  title: '按计划时间发布率',
  description: '在计划时间（容差 5 分钟）前发布的 ÷ 有计划时间的稿件',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>=', value: 0.9 },
  params: periodParams.extend({ kind: z.enum(STORY_KINDS).default('video') }),
  paramViews: [...periodViews, kindView],
  compute: async (ctx, { kind, ...period }) => {
    const [from, to] = spanOf(period)
    // What is planned for tomorrow is not late today.
    const due = new Date(Math.min(to.getTime(), ctx.now()))
    const planned = await findPlanned(ctx, kind, from, due)
    const onTime = planned.filter((row) => row.planned_at !== null && isOnTime(row.planned_at, row.published_at))
    const all = (await findPublished(ctx, from, to)).filter((row) => row.kind === kind).length
    const facts = [...planned.filter((row) => !onTime.includes(row)), ...onTime].map((row) =>
      storyFact(row, row.published_at, noteOf(row.planned_at, row.published_at)),
    )
    const coverage = all === 0 ? 0 : Math.min(1, planned.length / all)
    return {
      value: ratio(onTime.length, planned.length),
      coverage,
      coverageNote: `期内发布${kindNames[kind]} ${all} 条，其中有计划时间的 ${planned.length} 条`,
      working: `按时 ${onTime.length} ÷ 计划 ${planned.length}`,
      facts,
    }
  },
})

function noteOf(planned: Date | null, published: Date | null): string {
  if (!planned) return '没有计划时间'
  if (!published) return `计划 ${formatInstant(planned)}，未发布`
  if (isOnTime(planned, published)) return `计划 ${formatInstant(planned)}，按时`
  return `计划 ${formatInstant(planned)}，晚 ${Math.ceil((published.getTime() - planned.getTime()) / 60_000)} 分钟`
}
