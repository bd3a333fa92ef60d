/** From this share of common character pairs on, two names mean the same (Dice coefficient). */
const ALIKE = 0.8
/** Shorter names differ in too few pairs to say. */
const SHORTEST = 4

/** The name without what tells nothing: brackets, blanks, 指标 and closing words. */
export function core(name: string): string {
  const known = memory.get(name)
  if (known !== undefined) return known
  const made = name
    .normalize('NFKC')
    .replace(/[\s()（）、，,。:：]/g, '')
    .replace(/指标$/, '')
  if (memory.size >= REMEMBERED) memory.clear()
  memory.set(name, made)
  return made
}

/** Forms repeat their names year by year, and each is held against all others of its form. */
const memory = new Map<string, string>()
const REMEMBERED = 5000

/** The character pairs of a name, each once. */
export function pairs(name: string): Set<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < name.length; i += 1) found.add(name.slice(i, i + 2))
  return found
}

/** Whether two indicator names are the same or nearly so. */
export function alike(a: string, b: string): boolean {
  const [left, right] = [core(a), core(b)]
  if (left === right) return left !== ''
  if (left.length < SHORTEST || right.length < SHORTEST) return false
  if (Math.min(left.length, right.length) / Math.max(left.length, right.length) < ALIKE / (2 - ALIKE)) return false
  return dice(pairs(left), pairs(right)) >= ALIKE
}

/** 2·|A ∩ B| ÷ (|A| + |B|). */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

/** `true` when names are long enough and share enough to be held against each other. */
export const SIMILAR = { alike: ALIKE, shortest: SHORTEST } as const
