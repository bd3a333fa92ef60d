import { addDays, type Day, startOfDay } from '@rongmei/kit'
import { STAFF } from './cast.ts'
import type { Dice } from './dice.ts'
import { PARTNERS, TOWNS } from './places.ts'
import type { Topic } from './topics.ts'
import { present } from './troupe.ts'

/** Where a story of the current days stops, so that it waits for somebody. */
export type Stop = 'draft' | 'returned' | 'submitted' | 'secondReview' | 'finalReview' | 'approved'

export type Plan = {
  topic: Topic
  kind: 'article' | 'video'
  day: Day
  /** When it is to come out; and by how much it misses that. */
  plannedAt: number
  lateMs: number
  startsAt: number
  town: string
  author: string
  /** Name of the unit that sent it in; null: our own. */
  from: string | null
  slips: number
  fate: 'plain' | 'misprint' | 'withdrawn'
  returned: 'first' | 'second' | null
  stop: Stop | null
}

/** Stories a month; spring 2022 was quiet. */
export const MONTHS: Readonly<Record<string, readonly number[]>> = {
  2022: [22, 20, 16, 10, 13, 20, 22, 23, 24, 22, 22, 24],
  2023: [26, 24, 27, 27, 28, 28, 28, 28, 30, 28, 27, 29],
  2024: [29, 26, 29, 30, 30, 31, 30, 29, 32, 31, 30, 31],
  2025: [31, 29, 32, 32, 31, 33, 32],
}
/** Later days are planned like those of this year. */
const LAST_YEAR = 2025
/** The one month without a short video. */
const NO_VIDEO = '2022-04'
const VIDEO_SHARE: Readonly<Record<string, number>> = { 2022: 0.2, 2023: 0.24, 2024: 0.27, 2025: 0.3 }
const CONTRIBUTED_SHARE: Readonly<Record<string, number>> = { 2022: 0.32, 2023: 0.31, 2024: 0.33, 2025: 0.34 }
const LATE_SHARE: Readonly<Record<string, number>> = { 2022: 0.09, 2023: 0.03, 2024: 0.03, 2025: 0.05 }
const MISPRINT_SHARE: Readonly<Record<string, number>> = { 2022: 0.034, 2023: 0.024, 2024: 0.02, 2025: 0.022 }
const RETURNED_SHARE = 0.12
const HOURS = [7.5, 8.5, 9, 10, 11, 12, 14, 15.5, 17, 18, 19.5, 20]
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Stories taken back, by their place in the year. */
const WITHDRAWN: Readonly<Record<string, readonly number[]>> = { 2022: [151], 2023: [96, 240], 2024: [183], 2025: [60] }

/** The stories of the months from 2022-01 on, by day. @param months how many of the 43 */
export function planYears(dice: Dice, topics: readonly Topic[], months: number): Plan[] {
  const plans: Plan[] = []
  for (let at = 0; at < months; at += 1) {
    const year = 2022 + Math.floor(at / 12)
    const month = `${year}-${String((at % 12) + 1).padStart(2, '0')}`
    const count = MONTHS[year]?.[at % 12] ?? 0
    const days = Array.from({ length: count }, () => dice.int(1, 28)).sort((a, b) => a - b)
    const videos = new Set(month === NO_VIDEO ? [] : dice.some([...days.keys()], 2))
    for (const [no, of] of days.entries()) {
      const day = `${month}-${String(of).padStart(2, '0')}`
      const video = videos.has(no) || (month !== NO_VIDEO && dice.chance(VIDEO_SHARE[year] ?? 0))
      plans.push(planStory(dice, topics, day, video ? 'video' : 'article', plans))
    }
  }
  for (const [year, places] of Object.entries(WITHDRAWN))
    for (const place of places) {
      const plan = plans.filter((one) => one.day.startsWith(year))[place]
      if (plan) plan.fate = 'withdrawn'
    }
  return plans
}

/** How many stories must lie between two on one topic, where the season leaves a choice. */
const APART = 14

/** One story to be published on `day`, on another topic than those before it. */
export function planStory(
  dice: Dice,
  topics: readonly Topic[],
  day: Day,
  kind: 'article' | 'video',
  before: readonly Plan[],
): Plan {
  const year = Math.min(LAST_YEAR, Number(day.slice(0, 4)))
  const month = Number(day.slice(5, 7))
  const fitting = topics.filter(
    (topic) =>
      topic.months.includes(month) &&
      (topic.year === null || day.startsWith(String(topic.year))) &&
      (kind === 'article' || topic.video),
  )
  const recent = new Set(before.slice(-APART).map((plan) => plan.topic))
  const fresh = fitting.filter((topic) => !recent.has(topic))
  const choice = fresh.length > 0 ? fresh : fitting
  // What belongs to the season comes twice as often as what can happen at any time.
  const topic = dice.pick([...choice, ...choice.filter((one) => one.months.length < 12)])
  const returned = dice.chance(RETURNED_SHARE) ? (dice.chance(0.7) ? ('first' as const) : ('second' as const)) : null
  const town = dice.pick(TOWNS)
  const contributed = dice.chance(CONTRIBUTED_SHARE[year] ?? 0)
  const from = contributed ? senderOf(dice, topic, year, town) : null
  const plannedAt = startOfDay(day) + dice.pick(HOURS) * HOUR
  const startsAt = startOfDay(addDays(day, returned ? -2 : -1)) + dice.int(9 * 60, 13 * 60) * MINUTE
  return {
    topic,
    kind,
    day,
    plannedAt,
    lateMs: dice.chance(LATE_SHARE[year] ?? 0) ? dice.int(20, 300) * MINUTE : dice.int(-3, 2) * MINUTE,
    startsAt,
    town,
    author: authorOf(dice, startsAt, from, kind),
    from,
    slips: dice.pick([0, 0, 1, 1, 1, 2, 2, 3]),
    fate: dice.chance(MISPRINT_SHARE[year] ?? 0) ? 'misprint' : 'plain',
    returned,
    stop: null,
  }
}

/** A bureau where the topic is one of its own, else the town's sub-centre. */
function senderOf(dice: Dice, topic: Topic, year: number, town: string): string {
  const bureau = PARTNERS.find((one) => one.since <= year && one.topics.includes(topic.key))
  return bureau && dice.chance(0.7) ? bureau.name : `${town}分中心`
}

function authorOf(dice: Dice, startsAt: number, from: string | null, kind: Plan['kind']): string {
  const here = STAFF.filter(present(startsAt))
  const inUnit = (unit: string) => here.filter((one) => one.unit === unit && one.roles.includes('reporter'))
  if (from) {
    const correspondent = inUnit(from)[0]
    // What a bureau sends is put in by an editor.
    return correspondent?.account ?? dice.pick(['bianji', 'bianji2'])
  }
  return dice.pick(inUnit(kind === 'video' ? '新媒体部' : '采访部')).account
}
