/** Seeded chance: the same seed throws the same, on every machine. */
export type Dice = {
  /** In [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** `count` different ones, in random order. */
  some<T>(from: readonly T[], count: number): T[]
  /** Ten bytes for an id. */
  bytes(): Uint8Array
}

/** xoshiro128** (Blackman and Vigna, public domain), its state filled from the seed by a multiplicative hash. */
export function makeDice(seed: number): Dice {
  let [a, b, c, d] = [1, 2, 3, 4].map((step) => Math.imul(seed ^ (step * 0x9e3779b9), 0x85ebca6b) ^ step) as [
    number,
    number,
    number,
    number,
  ]
  const word = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result >>> 0
  }
  for (let warm = 0; warm < 16; warm += 1) word()
  const next = () => word() / 0x1_0000_0000
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T
  const some = <T>(from: readonly T[], count: number) => {
    const rest = [...from]
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(int(0, rest.length - 1), 1)[0] as T)
  }
  const bytes = () => Uint8Array.from({ length: 10 }, () => word() & 0xff)
  return { next, int, chance: (share) => next() < share, pick, some, bytes }
}

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by))
