import type { settableClock } from '../platform/clock.ts'

/** A life under way: yields the instant (ms since 1970) at which it goes on. */
export type Life = AsyncGenerator<number, void, void>
export type Clock = ReturnType<typeof settableClock>

type Entry = { at: number; no: number; life: Life }

/** Lets many lives take turns under one clock: whoever is due first goes on until it waits again. */
export function makeAgenda(clock: Clock) {
  const queue: Entry[] = []
  let count = 0
  const put = (entry: Entry) => {
    let at = queue.length
    while (at > 0 && isBefore(entry, queue[at - 1] as Entry)) at -= 1
    queue.splice(at, 0, entry)
  }
  return {
    add: (at: number, life: Life) => put({ at, no: count++, life }),
    /** Runs everything due before `end`; what waits for later is left as it stands. @returns how many steps were taken */
    run: async (end: number, progress?: (now: number) => void): Promise<number> => {
      let steps = 0
      for (let entry = queue[0]; entry && entry.at < end; entry = queue[0]) {
        queue.shift()
        clock.set(entry.at)
        progress?.(entry.at)
        const next = await entry.life.next()
        if (!next.done) put({ ...entry, at: Math.max(next.value, clock.now()) })
        steps += 1
      }
      clock.set(end)
      return steps
    },
  }
}

/** Equal instants keep the order in which they were put, so that a replay repeats itself. */
const isBefore = (one: Entry, other: Entry) => one.at < other.at || (one.at === other.at && one.no < other.no)
