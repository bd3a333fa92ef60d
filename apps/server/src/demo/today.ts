import { addDays, type Day, startOfDay } from '@rongmei/kit'
import type { World } from '../app.ts'
import { type Clock, makeAgenda } from './agenda.ts'
import type { Dice } from './dice.ts'
import { liveStory } from './life.ts'
import { type Plan, planStory, type Stop } from './plan.ts'
import { TOWNS } from './places.ts'
import { makeRoom, settle } from './replay.ts'
import { readTopics } from './topics.ts'
import type { Troupe } from './troupe.ts'
import { drawInspections, listInspections, recordInspection } from './verbs.ts'
import type { Picture } from './writing.ts'

const HOUR = 3_600_000
const PAST_DAYS = 14
const A_DAY = [2, 3]
const SAMPLE = 6
const READ_AGAIN = 2

/** Stories that wait for somebody today: who wrote them, where they stand, and in how many hours they are to come out. */
const WAITING: readonly { author: string; stop: Stop; kind: Plan['kind']; dueIn: number; slips?: number }[] = [
  { author: 'jizhe', stop: 'draft', kind: 'article', dueIn: 34, slips: 3 },
  { author: 'jizhe', stop: 'draft', kind: 'article', dueIn: 58 },
  { author: 'bianji', stop: 'draft', kind: 'article', dueIn: 32, slips: 2 },
  { author: 'fenzhongxin1', stop: 'draft', kind: 'article', dueIn: 36, slips: 1 },
  { author: 'jizhe', stop: 'returned', kind: 'article', dueIn: 16 },
  { author: 'bianji', stop: 'returned', kind: 'article', dueIn: 20 },
  { author: 'shipin2', stop: 'returned', kind: 'video', dueIn: 30 },
  { author: 'jizhe', stop: 'submitted', kind: 'article', dueIn: 12 },
  { author: 'shipin3', stop: 'submitted', kind: 'video', dueIn: 18 },
  { author: 'fenzhongxin2', stop: 'submitted', kind: 'article', dueIn: 15 },
  { author: 'jizhe2', stop: 'secondReview', kind: 'article', dueIn: 10 },
  { author: 'jizhe4', stop: 'secondReview', kind: 'article', dueIn: 14 },
  { author: 'fenzhongxin3', stop: 'secondReview', kind: 'article', dueIn: 17 },
  { author: 'jizhe', stop: 'finalReview', kind: 'article', dueIn: 9 },
  { author: 'jizhe5', stop: 'finalReview', kind: 'article', dueIn: 11 },
  { author: 'shipin2', stop: 'finalReview', kind: 'video', dueIn: -5 },
  { author: 'jizhe6', stop: 'approved', kind: 'article', dueIn: 8 },
  { author: 'fenzhongxin5', stop: 'approved', kind: 'article', dueIn: 10 },
  { author: 'jizhe2', stop: 'approved', kind: 'article', dueIn: -6 },
]

export type Today = { world: World; clock: Clock; dice: Dice; troupe: Troupe; pictures: readonly Picture[]; today: Day }

/**
 * The fortnight before `today`: stories published day by day and read, and some that stand in every state, so that
 * every role finds something to do. Nothing happens on `today` itself.
 */
export async function liveUpTo({ world, clock, dice, troupe, pictures, today }: Today): Promise<void> {
  const topics = readTopics()
  const first = addDays(today, -PAST_DAYS)
  clock.set(startOfDay(addDays(first, -3)))
  const room = makeRoom(world, clock, troupe, dice, pictures)
  const agenda = makeAgenda(clock)
  const plans: Plan[] = []
  for (let back = PAST_DAYS; back >= 1; back -= 1) {
    const count = dice.pick(A_DAY)
    for (let no = 0; no < count; no += 1) {
      const kind = no === 0 && dice.chance(0.6) ? 'video' : 'article'
      const plan = planStory(dice, topics, addDays(today, -back), kind, plans)
      plans.push({ ...plan, lateMs: Math.min(plan.lateMs, HOUR) })
    }
  }
  for (const one of WAITING) {
    plans.push(waiting(planStory(dice, topics, addDays(today, 1), one.kind, plans), one, today))
  }
  for (const plan of plans) agenda.add(plan.startsAt, liveStory(room, plan))
  await agenda.run(startOfDay(today))
  await room.readers.take(first, addDays(today, -1))
  await inspectSome(troupe, addDays(today, -1).slice(0, 7))
  await settle(world)
}

function waiting(plan: Plan, one: (typeof WAITING)[number], today: Day): Plan {
  const startsAt = startOfDay(addDays(today, -1)) + 8.5 * HOUR + (plan.startsAt % HOUR)
  return {
    ...plan,
    author: one.author,
    from: TOWNS.flatMap((town, at) => (one.author === `fenzhongxin${at + 1}` ? [`${town}分中心`] : []))[0] ?? null,
    kind: one.kind,
    startsAt,
    plannedAt: startOfDay(today) + one.dueIn * HOUR,
    slips: one.slips ?? 1,
    fate: 'plain',
    returned: one.stop === 'returned' ? 'first' : null,
    stop: one.stop,
  }
}

/** This month's sample is drawn, and only partly read. */
async function inspectSome(troupe: Troupe, month: string): Promise<void> {
  const inspector = await troupe.as('ershen')
  await drawInspections(inspector, month, SAMPLE)
  const { items } = await listInspections(inspector, month)
  for (const item of items.slice(0, READ_AGAIN)) await recordInspection(inspector, item.id, 0, '')
}
