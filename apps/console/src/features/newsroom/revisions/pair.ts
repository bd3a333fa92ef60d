import type { Revision } from '@rongmei/contract'

/**
 * Which two versions are compared: those the address names if they exist; else the newest with the one before it. With
 * one version only it is compared with itself.
 */
export function pickPair(
  items: Pick<Revision, 'no'>[],
  from?: string,
  to?: string,
): { from: number; to: number } | null {
  const numbers = items.map((one) => one.no).sort((one, two) => two - one)
  const [newest] = numbers
  if (newest === undefined) return null
  const known = (raw: string | undefined) => numbers.find((no) => String(no) === raw)
  const right = known(to) ?? newest
  const left = known(from) ?? numbers.find((no) => no < right) ?? right
  return { from: left, to: right }
}
