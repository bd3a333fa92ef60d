import type { Pair } from './confusions.ts'

/** Strict sentence-level figures, in percent; `wrongEdits` counts edits on error-free sentences for 10,000 of their characters. */
export interface Figures {
  readonly sentences: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly detectionF1: number
  readonly falsePositiveRate: number
  readonly wrongEdits: number
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole)

const harmonic = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r))

/** Places where two texts differ, by position when they are equally long, otherwise by what is between equal ends. */
const places = (one: string, other: string): string => {
  if (one.length === other.length)
    return Array.from({ length: one.length }, (_, at) => (one[at] === other[at] ? '' : at)).join(' ')
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return `${start}-${one.length - end}:${other.length - start - end}`
}

/**
 * Compares corrected sentences with their targets. A sentence counts as right when it equals its target; the denominator
 * of precision is all sentences that were changed; detection asks for the same places.
 */
export const evaluate = (pairs: readonly Pair[], corrected: readonly string[], edits: readonly number[]): Figures => {
  let [wrong, changed, right, detected, clean, spoilt, spoiltEdits, cleanLength] = [0, 0, 0, 0, 0, 0, 0, 0]
  pairs.forEach(([source, target], index) => {
    const result = corrected[index] ?? source
    if (result !== source) changed++
    if (source === target) {
      clean++
      cleanLength += source.length
      if (result !== source) spoilt++
      spoiltEdits += edits[index] ?? 0
      return
    }
    wrong++
    if (result === source) return
    if (result === target) right++
    if (places(source, result) === places(source, target)) detected++
  })
  const precision = percent(right, changed)
  const recall = percent(right, wrong)
  return {
    sentences: pairs.length,
    precision,
    recall,
    f1: harmonic(precision, recall),
    detectionF1: harmonic(percent(detected, changed), percent(detected, wrong)),
    falsePositiveRate: percent(spoilt, clean),
    wrongEdits: cleanLength === 0 ? 0 : (10_000 * spoiltEdits) / cleanLength,
  }
}
