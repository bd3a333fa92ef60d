import { blocksOf } from '@rongmei/body'
import type { Missed, Sample, Truth } from '@rongmei/contract'
import { startOfDay } from '@rongmei/kit'
import type { World } from '../app.ts'
import type { Life } from './agenda.ts'
import { nextMonth } from './routine.ts'
import type { Troupe } from './troupe.ts'
import { drawSamples, getSample, getStory, listSamples, markSample } from './verbs.ts'

const HOUR = 3_600_000
const SAMPLE = 2

/**
 * On the 6th of each month two people mark a sample of last month's first texts. What they find missed is what was put
 * right before publication and no finding touches. In the last month one of the two has not marked yet.
 */
export async function* mark(world: World, troupe: Troupe, months: readonly string[]): Life {
  for (const month of months) {
    yield startOfDay(`${nextMonth(month)}-06`) + 14 * HOUR
    const first = await troupe.as('ershen2')
    await drawSamples(first, month, SAMPLE)
    const { items } = await listSamples(first, month)
    for (const { id, storyId } of items) {
      const sample = await getSample(first, id)
      const truth = await readAgain(world, sample, storyId)
      await markSample(first, id, truth)
      if (month !== months.at(-1)) await markSample(await troupe.as('ershen'), id, truth)
    }
  }
}

async function readAgain(world: World, sample: Sample, storyId: string): Promise<Truth> {
  const { title, deck, body } = await getStory(world.system, storyId)
  const now = [title, deck, ...blocksOf(body).map((block) => block.text)]
  let from = 0
  const missed = sample.blocks.flatMap(({ text }, block): Missed[] => {
    const start = from
    from += text.length + 1
    const right = now[block] ?? text
    const found = sample.list.some((one) => one.start < start + text.length && start <= one.end)
    const change = found ? null : changeIn(text, right)
    return change ? [{ block, ...change }] : []
  })
  return { wrong: [], missed }
}

/** The one stretch in which two texts differ, if it is a slip and not a rewriting. */
function changeIn(text: string, right: string): Omit<Missed, 'block'> | null {
  if (text === right) return null
  let head = 0
  while (head < Math.min(text.length, right.length) && text[head] === right[head]) head += 1
  let tail = 0
  while (tail < Math.min(text.length, right.length) - head && text.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  // Where a character is wanting, the mark stands upon the one before it.
  const start = head === text.length - tail ? Math.max(0, head - 1) : head
  const end = text.length - tail
  if (end <= start || end - start > 8) return null
  return { start, end, quote: text.slice(start, end), right: right.slice(start, right.length - tail) }
}
