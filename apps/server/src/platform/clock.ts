/** The only source of time. Nobody else calls `Date.now()`: the replay and the tests run the same code under another clock. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands where it was set; never earlier than before. */
export function settableClock(start: number): Clock & { set(instant: number): void; advance(ms: number): void } {
  let current = start
  return {
    now: () => current,
    set: (instant) => {
      current = Math.max(current, instant)
    },
    advance: (ms) => {
      current += ms
    },
  }
}
