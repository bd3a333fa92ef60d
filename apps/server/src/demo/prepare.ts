import { dayOf } from '@rongmei/kit'
import { compose } from '../app.ts'
import { settableClock } from '../platform/clock.ts'
import { makePool } from '../platform/db/pool.ts'
import type { Log } from '../platform/log.ts'
import { writeSetting } from '../platform/settings.ts'
import type { Storage } from '../platform/storage.ts'
import { makeDice } from './dice.ts'
import { FOUNDED, type Numbers, replay, SEED } from './replay.ts'
import { findFiles, findIds, type Pool } from './snapshot.store.ts'
import { liveUpTo } from './today.ts'
import { findTroupe } from './troupe.ts'
import type { Picture } from './writing.ts'

export type Ground = { url: string; storage: Storage; log: Log }

/**
 * A world under a clock and chance of its own. Commits do not wait for the disk: what is lost in a crash is made again.
 * @param seed also of its ids
 */
async function withWorld<T>(
  { url, storage, log }: Ground,
  seed: number,
  work: (made: {
    world: ReturnType<typeof compose>
    clock: ReturnType<typeof settableClock>
    dice: ReturnType<typeof makeDice>
    pool: Pool
  }) => Promise<T>,
): Promise<T> {
  const pool = makePool(`${url}${url.includes('?') ? '&' : '?'}options=-c%20synchronous_commit%3Doff`, 4)
  const clock = settableClock(FOUNDED)
  const ids = makeDice(seed + 1)
  const world = compose({ pool, clock, log, storage, random: () => ids.bytes() })
  try {
    await world.jobs.start()
    const result = await work({ world, clock, dice: makeDice(seed), pool })
    await world.jobs.drain(world.system)
    return result
  } finally {
    await world.jobs.stop()
    await pool.end()
  }
}

/** Replays the years (or the first `months` of them) into an empty database. */
export function replayInto(
  ground: Ground,
  options: { months?: number; progress?: (month: string) => void } = {},
): Promise<Numbers> {
  return withWorld(ground, SEED, ({ world, clock, dice }) => replay({ world, clock, dice, ...options }))
}

/** Lives the fortnight before the day of `now` in a centre that has its years, and marks the demo as ready. */
export function bringUpTo(ground: Ground, now: number): Promise<void> {
  const today = dayOf(now)
  const seed = SEED + Number(today.replaceAll('-', ''))
  return withWorld(ground, seed, async ({ world, clock, dice, pool }) => {
    const troupe = await findTroupe(world, {
      people: await findIds(pool, 'person'),
      units: await findIds(pool, 'unit'),
    })
    const pictures: Picture[] = (await findFiles(pool))
      .filter((file) => file.type === 'image/jpeg')
      .map(({ sha256, width, height }) => ({ url: `/files/${sha256}.jpg`, width: width ?? 0, height: height ?? 0 }))
    await liveUpTo({ world, clock, dice, troupe, pictures, today })
    await world.system.tx((t) => writeSetting(t, READY, true))
  })
}

/** The setting that says the demo was made to the end; without it the next start makes it anew. */
export const READY = 'demoReady'
