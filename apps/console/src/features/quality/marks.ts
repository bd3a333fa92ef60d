import type { Missed, Truth } from '@rongmei/contract'

/** A stretch of a block: plain, the words of a finding (its place in the list), or an error that a person marked. */
export type Stretch = { text: string; finding: number | null; missed: number | null }

/** Cuts a block where findings and marks begin and end; a finding goes before a mark upon the same words. */
export function stretchesOf(
  text: string,
  findings: readonly { index: number; start: number; end: number }[],
  missed: readonly (Missed & { index: number })[],
): Stretch[] {
  const cuts = [
    0,
    text.length,
    ...findings.flatMap((one) => [one.start, one.end]),
    ...missed.flatMap((one) => [one.start, one.end]),
  ]
  const bounds = [...new Set(cuts.filter((at) => at >= 0 && at <= text.length))].sort((a, b) => a - b)
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? text.length
    const covers = (one: { start: number; end: number }) => one.start <= from && to <= one.end
    return {
      text: text.slice(from, to),
      finding: findings.find(covers)?.index ?? null,
      missed: missed.find(covers)?.index ?? null,
    }
  })
}

/** Adds a mark; one that touches another of the same block takes its place. */
export function addMissed(list: readonly Missed[], mark: Missed): Missed[] {
  const apart = list.filter((one) => one.block !== mark.block || one.end <= mark.start || mark.end <= one.start)
  return [...apart, mark].sort((a, b) => a.block - b.block || a.start - b.start)
}

/** What a third person begins with: all that anybody said, to take away from. */
export function unionOf(opinions: readonly Truth[]): Truth {
  return {
    wrong: [...new Set(opinions.flatMap((one) => one.wrong))].sort((a, b) => a - b),
    missed: opinions.flatMap((one) => one.missed).reduce<Missed[]>((list, mark) => addMissed(list, mark), []),
  }
}
