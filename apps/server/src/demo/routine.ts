import { addDays, type Day, dayOf, startOfDay } from '@rongmei/kit'
import type { World } from '../app.ts'
import type { Life } from './agenda.ts'
import type { Dice } from './dice.ts'
import { INSPECTED } from './opinions.ts'
import type { Troupe } from './troupe.ts'
import { drawInspections, importDailyReads, listInspections, recordInspection } from './verbs.ts'

const HOUR = 3_600_000
const SAMPLE = 10
/** Chance of an error in a story read again, by year: fewer from 2023 on. */
const ERROR_SHARE: Readonly<Record<string, number>> = { 2022: 0.26, 2023: 0.19, 2024: 0.16, 2025: 0.17 }

/** On the 4th of each month somebody reads a sample of last month's stories again. */
export async function* inspect(troupe: Troupe, dice: Dice, months: readonly string[]): Life {
  for (const month of months) {
    yield startOfDay(`${nextMonth(month)}-04`) + 10 * HOUR
    const inspector = await troupe.as('ershen2')
    await drawInspections(inspector, month, SAMPLE)
    const { items } = await listInspections(inspector, month)
    for (const item of items) {
      const errors = dice.chance(ERROR_SHARE[month.slice(0, 4)] ?? 0) ? dice.pick([1, 1, 1, 2]) : 0
      await recordInspection(inspector, item.id, errors, errors > 0 ? dice.pick(INSPECTED) : '')
    }
  }
}

export function nextMonth(month: string): string {
  return addDays(`${month}-28`, 7).slice(0, 7)
}

export type Read = { id: string; at: number; kind: 'article' | 'video'; until: number }

/** One in so many of the year's real items and reads (2023: 6,500 items and 8.18 million reads) is in the demo. */
export const SCALE = 20
/** Mean reads of a story in its life, by year of publication. */
const MEAN: Readonly<Record<string, number>> = { 2022: 1_710, 2023: 1_330, 2024: 1_390, 2025: 1_420 }
const TAIL_DAYS = 45

/** What readers read, day by day: much on the first days, then a long tail; videos more than articles. */
export function makeReaders(world: World, dice: Dice) {
  const stories: (Read & { total: number })[] = []
  return {
    published: (story: { id: string; at: number; kind: 'article' | 'video' }) => {
      const mean = MEAN[dayOf(story.at).slice(0, 4)] ?? MEAN['2025'] ?? 0
      // Log-normal with mean 1: a few stories are read by very many.
      const luck = Math.exp(0.8 * normal(dice) - 0.32)
      stories.push({ ...story, until: Infinity, total: mean * luck * (story.kind === 'video' ? 1.25 : 0.92) })
    },
    withdrawn: (id: string, at: number) => {
      const story = stories.find((one) => one.id === id)
      if (story) story.until = at
    },
    /** Takes in the reads of the days from `first` to `last`. @returns how many */
    take: async (first: Day, last: Day): Promise<number> => {
      const rows = stories.flatMap((story) => readsOf(dice, story, first, last))
      await importDailyReads(world.system, rows)
      return rows.reduce((sum, row) => sum + row.reads, 0)
    },
  }
}

function readsOf(dice: Dice, story: Read & { total: number }, first: Day, last: Day) {
  const rows: { story_id: string; day: Day; reads: number }[] = []
  const born = dayOf(story.at)
  for (let age = 0; age < TAIL_DAYS; age += 1) {
    const day = addDays(born, age)
    if (day < first || day > last || startOfDay(day) > story.until) continue
    const share = age === 0 ? 0.4 : age === 1 ? 0.2 : 0.4 * 0.12 * 0.88 ** (age - 2)
    const reads = Math.round(story.total * share * (0.75 + dice.next() * 0.5))
    if (reads > 0) rows.push({ story_id: story.id, day, reads })
  }
  return rows
}

const normal = (dice: Dice) => Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next())

/** At two in the morning after each month the reads of the month come in. */
export async function* countReads(
  readers: ReturnType<typeof makeReaders>,
  months: readonly string[],
  sums: Map<string, number>,
): Life {
  for (const month of months) {
    const first = `${month}-01`
    const after = `${nextMonth(month)}-01`
    yield startOfDay(after) + 2 * HOUR
    sums.set(month, await readers.take(first, addDays(after, -1)))
  }
}
