/** Half-open ranges of a text, for asking whether something lies inside or touches one of them. */
export interface Ranges {
  covers(start: number, end: number): boolean
  touches(start: number, end: number): boolean
}

const none: Ranges = { covers: () => false, touches: () => false }

/** Ranges in any order, overlapping or not. `covers` asks for one single range that holds the whole of start..end. */
export const toRanges = (pairs: readonly (readonly [number, number])[]): Ranges => {
  if (pairs.length === 0) return none
  const sorted = pairs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const reach: number[] = []
  for (const [, end] of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0))
  /** How many ranges start before `limit`. */
  const startsBefore = (limit: number) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.[0] ?? 0) < limit) low = middle + 1
      else high = middle
    }
    return low
  }
  const furthest = (limit: number) => reach[startsBefore(limit) - 1] ?? -1
  return {
    covers: (start, end) => furthest(start + 1) >= end,
    touches: (start, end) => furthest(end) > start,
  }
}
