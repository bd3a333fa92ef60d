import { Decimal, ratio } from '@rongmei/kit'
import { z } from 'zod'
import { type Fact, measure } from '../../platform/measures.ts'
import { storyTitles } from '../newsroom/index.ts'
import { sumByMonth, topStories } from './reads.store.ts'

const LEAP = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const MOST_STORIES = 200

/** 指标 3.5 新媒体内容点击是否增加: reads on our own client, this year against last (the same account, so nothing to adjust). */
export const readsGrowthMeasure = measure({
  name: 'reader.reads-growth',
  title: '客户端阅读量增长率',
  description: '（本年阅读量 − 上年阅读量）÷ 上年阅读量；阅读量按访客每篇每日一次计，不计爬虫与刷新',
  unit: '%',
  print: { places: 2, percent: true },
  meets: { op: '>', value: 0 },
  params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  paramViews: [{ name: 'year', title: '年度', kind: 'year', choices: [], default: null }],
  compute: async (ctx, { year }) => {
    const [current, last, top] = await Promise.all([
      sumByMonth(ctx, `${year}-01-01`, `${year + 1}-01-01`),
      sumByMonth(ctx, `${year - 1}-01-01`, `${year}-01-01`),
      topStories(ctx, `${year}-01-01`, `${year + 1}-01-01`, MOST_STORIES),
    ])
    const titles = await storyTitles(
      ctx,
      top.map((row) => row.story_id),
    )
    const total = (months: typeof current) => months.reduce((sum, month) => sum + month.reads, 0)
    const [now, before] = [total(current), total(last)]
    const days = current.reduce((sum, month) => sum + month.days, 0)
    const ofYear = LEAP(year) ? 366 : 365
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
      note: `本年 ${row.reads.toLocaleString('zh-CN')} 次`,
    }))
    return {
      value: before === 0 ? null : ratio(new Decimal(now).minus(before), before),
      coverage: Math.min(1, days / ofYear),
      coverageNote: `本年 ${days} 天有记录，全年 ${ofYear} 天`,
      working: `（本年 ${now.toLocaleString('zh-CN')} − 上年 ${before.toLocaleString('zh-CN')}）÷ 上年 ${before.toLocaleString('zh-CN')}`,
      facts: [...months, ...stories],
    }
  },
})
