import type { BlockDiff } from '@rongmei/body'

export type DiffRow = { kind: 'line'; key: string; diff: BlockDiff } | { kind: 'fold'; key: string; count: number }

/**
 * The rows of a comparison: unchanged stretches are folded into one row that says how many, except the paragraph
 * before and after a change, which tell where one is. With `all` nothing is folded.
 */
export function foldRows(diffs: BlockDiff[], all: boolean): DiffRow[] {
  const line = (diff: BlockDiff, index: number): DiffRow => ({ kind: 'line', key: `l${index}`, diff })
  if (all) return diffs.map(line)
  const near = (index: number) => [index - 1, index, index + 1].some((at) => diffs[at] && diffs[at].kind !== 'same')
  const rows: DiffRow[] = []
  diffs.forEach((diff, index) => {
    const last = rows.at(-1)
    if (near(index)) rows.push(line(diff, index))
    else if (last?.kind === 'fold') last.count += 1
    else rows.push({ kind: 'fold', key: `f${index}`, count: 1 })
  })
  return rows
}
