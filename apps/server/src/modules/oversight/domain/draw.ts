import { createHash } from 'node:crypto'

/**
 * Draws `size` of `total` facts. The order is that of SHA-256(seed:index), so anybody who knows the recorded seed can
 * draw again and gets the same.
 *
 * @returns indexes from 0, ascending
 */
export function draw(total: number, size: number, seed: string): number[] {
  const key = (at: number) => createHash('sha256').update(`${seed}:${at}`).digest('hex')
  return Array.from({ length: total }, (_, at) => ({ at, key: key(at) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, size)
    .map((one) => one.at)
    .toSorted((a, b) => a - b)
}
