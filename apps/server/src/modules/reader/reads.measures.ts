import { Decimal, ratio } from '@rongmei/kit'
import { type Fact, measure } from '../../platform/measures.ts'
import { daysOf, periodParams, periodViews, yearBefore } from '../../platform/period.ts'
import { storyTitles } from '../newsroom/index.ts'
import { sumByMonth, topStories } from './reads.store.ts'

const MOST_STORIES = 200

/** 指标 3.5 新媒体内容点击是否增加: reads on our own client, this year against last (the same account, so nothing to adjust). */
export const readsGrowthMeasure = measure({
  name: 'reader.reads-growth',
  title: '客户端阅读量增长率',
  description: '（本年阅读量 − 上年阅读量）÷ 上年阅读量；阅读量按访客每篇每日一次计，不计爬虫与刷新',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>', value: 0 },
  params: periodParams,
  paramViews: periodViews,
  compute: async (ctx, period) => {
    const days = daysOf(period)
    const [current, last, top] = await Promise.all([
      sumByMonth(ctx, ...days),
      sumByMonth(ctx, ...daysOf(yearBefore(period))),
      topStories(ctx, ...days, MOST_STORIES),
    ])
    const titles = await storyTitles(
      ctx,
      top.map((row) => row.story_id),
    )
    const total = (months: typeof current) => months.reduce((sum, month) => sum + month.reads, 0)
    const [now, before] = [total(current), total(last)]
    const counted = current.reduce((sum, month) => sum + month.days, 0)
    const all = Math.round((Date.parse(days[1]) - Date.parse(days[0])) / 86_400_000)
    const months: Fact[] = [...current, ...last].map((month) => ({
      kind: 'month',
      id: month.month,
      label: `${month.month} 阅读量`,
      at: null,
      href: `/stories?sort=published&from=${month.month}-01`,
      note: `${month.reads.toLocaleString('zh-CN')} 次`,
    }))
    const stories: Fact[] = top.map((row) => ({
      kind: 'story',
      id: row.story_id,
      label: titles.get(row.story_id)?.title ?? '已删除的稿件',
      at: null,
      href: `/stories/${row.story_id}`,
      note: `本期 ${row.reads.toLocaleString('zh-CN')} 次`,
    }))
    return {
      value: before === 0 ? null : ratio(new Decimal(now).minus(before), before),
      coverage: Math.min(1, counted / all),
      coverageNote: `本期 ${counted} 天有记录，共 ${all} 天`,
      working: `（本期 ${now.toLocaleString('zh-CN')} − 上年同期 ${before.toLocaleString('zh-CN')}）÷ 上年同期 ${before.toLocaleString('zh-CN')}`,
      facts: [...months, ...stories],
    }
  },
})
