import type { DiffBlock } from './units.ts'

/** Two blocks at least this alike are one block that was edited; below, one went and another came. */
const ALIKE = 0.4

/** Pairs weighed within one stretch of differing blocks; beyond, only blocks at the same place are compared. */
const MAX_PAIRS = 2_500
const MAX_PAIR_CHARACTERS = 2_000_000

type Bag = { block: DiffBlock; counts: Map<string, number>; size: number }

/**
 * Decides which removed block became which added one, keeping their order, so that the sum of likeness is greatest.
 *
 * @returns pairs of indexes into the two lists, ascending in both
 */
export function pairUp(removed: readonly DiffBlock[], added: readonly DiffBlock[]): [number, number][] {
  const left = removed.map(bagOf)
  const right = added.map(bagOf)
  const characters = [...left, ...right].reduce((sum, bag) => sum + bag.size, 0) * Math.max(left.length, right.length)
  if (left.length * right.length > MAX_PAIRS || characters > MAX_PAIR_CHARACTERS) return inPlace(left, right)
  return best(left.map((one) => right.map((other) => likeness(one, other))))
}

function inPlace(left: readonly Bag[], right: readonly Bag[]): [number, number][] {
  const pairs: [number, number][] = []
  left.forEach((one, index) => {
    const other = right[index]
    if (other && likeness(one, other) >= ALIKE) pairs.push([index, index])
  })
  return pairs
}

/** Weighted alignment by dynamic programming: `total[i][j]` is the best sum for the first i and the first j. */
function best(scores: readonly number[][]): [number, number][] {
  const width = scores[0]?.length ?? 0
  const total: number[][] = [Array.from({ length: width + 1 }, () => 0)]
  scores.forEach((row, i) => {
    const above = total[i] ?? []
    const line = [0]
    row.forEach((score, j) => {
      const paired = score >= ALIKE ? (above[j] ?? 0) + score : 0
      line.push(Math.max(above[j + 1] ?? 0, line[j] ?? 0, paired))
    })
    total.push(line)
  })
  const pairs: [number, number][] = []
  let i = scores.length
  let j = width
  while (i > 0 && j > 0) {
    const here = total[i]?.[j] ?? 0
    if (here === (total[i - 1]?.[j] ?? 0)) i -= 1
    else if (here === (total[i]?.[j - 1] ?? 0)) j -= 1
    else pairs.push([--i, --j])
  }
  return pairs.reverse()
}

/** Dice's coefficient over character pairs, 0 to 1; a picture is like another when it is the same file. */
function likeness(one: Bag, other: Bag): number {
  const picture = one.block.kind === 'picture'
  if (picture !== (other.block.kind === 'picture')) return 0
  if (picture && one.block.src === other.block.src) return 1
  if (one.block.kind === 'rule' || other.block.kind === 'rule') return one.block.kind === other.block.kind ? 1 : 0
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [pair, count] of small.counts) shared += Math.min(count, large.counts.get(pair) ?? 0)
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

function bagOf(block: DiffBlock): Bag {
  const counts = new Map<string, number>()
  const padded = block.text && `\n${block.text}\n`
  for (let index = 1; index < padded.length; index += 1) {
    const pair = padded.slice(index - 1, index + 1)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return { block, counts, size: Math.max(0, padded.length - 1) }
}
