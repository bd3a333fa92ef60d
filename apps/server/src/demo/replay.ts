import { startOfDay } from '@rongmei/kit'
import type { World } from '../app.ts'
import { sealEvents } from '../platform/seal.ts'
import { writeSetting } from '../platform/settings.ts'
import { type Clock, type Life, makeAgenda } from './agenda.ts'
import { CENTRE, demoAccounts } from './cast.ts'
import type { Dice } from './dice.ts'
import { importForms, type Linked } from './forms.ts'
import { liveStory, type Newsroom } from './life.ts'
import { mark } from './marking.ts'
import { bringMoney } from './money.ts'
import { drawPictures } from './pictures.ts'
import { planYears } from './plan.ts'
import { readTopics } from './topics.ts'
import { countReads, inspect, makeReaders } from './routine.ts'
import { foundCentre, type Troupe } from './troupe.ts'
import { addWord, indexStories } from './verbs.ts'
import { makeWriter, type Picture } from './writing.ts'

export const SEED = 20_230_101
/** The day before the first story: the centre is founded and its first people come in. */
export const FOUNDED = startOfDay('2021-12-31') + 9 * 3_600_000
const CLOSED = startOfDay('2025-08-07')
/** January 2022 to July 2025, where the third cycle is cut for monitoring. */
const ALL_MONTHS = 43
/** The forms of 2023 come in when its reads and spot checks are there. */
const FORMS_DUE = startOfDay('2024-01-08') + 9 * 3_600_000
const MONTHS_TO_FORMS = 24

export type Numbers = {
  stories: Record<string, number>
  reads: Record<string, number>
  slips: number
  returns: number
  corrections: number
  late: number
  indicators: Linked[]
}

export type Replay = {
  world: World
  clock: Clock
  dice: Dice
  /** How many of the 43 months; the forms come in only after the first 24. */
  months?: number
  progress?: (month: string) => void
}

/** Lives the years through the services, into a database that holds nobody yet. */
export async function replay({ world, clock, dice, months = ALL_MONTHS, progress }: Replay): Promise<Numbers> {
  clock.set(FOUNDED)
  await world.system.tx(async (t) => {
    await writeSetting(t, 'demo', true)
    await writeSetting(t, 'demoAccounts', demoAccounts())
  })
  const { troupe, changes } = await foundCentre(world)
  const pictures = await drawPictures(await troupe.as('bianji'), dice)
  await addWords(troupe)
  const agenda = makeAgenda(clock)
  const names = monthNames(months)
  const end = months === ALL_MONTHS ? CLOSED : startOfDay(`${monthNames(months + 1).at(-1)}-07`)
  const room = makeRoom(world, clock, troupe, dice, pictures)
  const plans = planYears(dice, readTopics(), months)
  for (const life of changes) agenda.add(FOUNDED, life)
  for (const plan of plans) agenda.add(plan.startsAt, liveStory(room, plan))
  const sums = new Map<string, number>()
  agenda.add(FOUNDED, countReads(room.readers, names, sums))
  agenda.add(FOUNDED, inspect(troupe, dice, names))
  agenda.add(FOUNDED, mark(world, troupe, names))
  const indicators: Linked[] = []
  if (months > MONTHS_TO_FORMS) agenda.add(FOUNDED, bringForms(troupe, dice, indicators))
  await agenda.run(end, reporter(progress))
  await settle(world)
  return { ...room.count, ...yearly(plans, sums), indicators }
}

async function* bringForms(troupe: Troupe, dice: Dice, linked: Linked[]): Life {
  yield FORMS_DUE
  linked.push(...(await importForms(await troupe.as('zhuren'))))
  await bringMoney(troupe, dice)
}

/** What jobs would have done meanwhile: seal the facts, index the words. */
export async function settle(world: World): Promise<void> {
  await sealEvents(world.system)
  await indexStories(world.system)
}

/** The desk at which stories live, with its readers. */
export function makeRoom(
  world: World,
  clock: Clock,
  troupe: Troupe,
  dice: Dice,
  pictures: readonly Picture[],
): Newsroom & { readers: ReturnType<typeof makeReaders> } {
  const readers = makeReaders(world, dice)
  return {
    troupe,
    dice,
    write: makeWriter(dice),
    pictures,
    now: () => clock.now(),
    published: readers.published,
    withdrawn: readers.withdrawn,
    count: { slips: 0, returns: 0, corrections: 0, late: 0 },
    readers,
  }
}

/** The centre's own words and names, as an editor would enter them on the first day. */
async function addWords(troupe: Troupe): Promise<void> {
  const editor = await troupe.as('bianji')
  const plain = { title: '', wrong: [], validFrom: null, validTo: null }
  for (const text of ['茸城', '微镜头', '云间']) await addWord(editor, { ...plain, kind: 'word', text })
  await addWord(editor, {
    ...plain,
    kind: 'person',
    text: '沈怀川',
    title: '松江区融媒体中心主任',
    validFrom: '2021-01-01',
  })
  await addWord(editor, {
    ...plain,
    kind: 'phrase',
    text: CENTRE.slice(0, 8),
    wrong: ['松江融媒中心', '松江区融媒中心'],
  })
}

const monthNames = (count: number) =>
  Array.from({ length: count }, (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)

function reporter(progress: Replay['progress']): ((now: number) => void) | undefined {
  if (!progress) return undefined
  let shown = ''
  return (now) => {
    const month = new Date(now + 8 * 3_600_000).toISOString().slice(0, 7)
    if (month !== shown) progress(month)
    shown = month
  }
}

function yearly(plans: readonly { day: string }[], sums: ReadonlyMap<string, number>) {
  const stories: Record<string, number> = {}
  const reads: Record<string, number> = {}
  for (const { day } of plans) stories[day.slice(0, 4)] = (stories[day.slice(0, 4)] ?? 0) + 1
  for (const [month, sum] of sums) reads[month.slice(0, 4)] = (reads[month.slice(0, 4)] ?? 0) + sum
  return { stories, reads }
}
