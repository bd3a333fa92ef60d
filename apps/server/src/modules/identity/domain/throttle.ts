/** Failures older than this are forgotten. */
export const WINDOW_MS = 15 * 60_000
/** So many failures on one account, from wherever, lock it … */
export const LOCK_AFTER = 10
/** … for so long, or until an administrator unlocks it. */
export const LOCK_MS = 15 * 60_000
const FREE_TRIES = 5
const WAITS_MS = [30_000, 60_000, 120_000, 300_000]

/**
 * How long one must wait before the next try, in milliseconds; 0 when one may try now. Counted per account and
 * address: an office behind one address never waits for a colleague's mistakes.
 *
 * @param failures instants of the failures of this account from this address within the window, ascending
 */
export function waitBefore(failures: readonly number[], now: number): number {
  const last = failures.at(-1)
  if (last === undefined || failures.length < FREE_TRIES) return 0
  const wait = WAITS_MS[Math.min(failures.length - FREE_TRIES, WAITS_MS.length - 1)] ?? 0
  return Math.max(0, last + wait - now)
}
