import type { Body } from '../types.ts'
import { pairUp } from './pair.ts'
import { editScript, replaced } from './script.ts'
import { diffText, type TextPart } from './text.ts'
import { type DiffBlock, type Unit, unitsOf } from './units.ts'

/**
 * One line of a comparison. `same` and `changed` have both sides; `parts` is the change inside a `changed` block, and
 * when all of it is `same`, only the form changed (marks, level, container, picture).
 */
export type BlockDiff =
  | { kind: 'same'; before: DiffBlock; after: DiffBlock }
  | { kind: 'added'; after: DiffBlock }
  | { kind: 'removed'; before: DiffBlock }
  | { kind: 'changed'; before: DiffBlock; after: DiffBlock; parts: TextPart[] }

/** Steps spent on aligning the blocks of two bodies, and on the texts of all edited blocks together. */
const BUDGET = 1_000_000
const TEXT_BUDGET = 4_000_000

/**
 * Compares two revisions block by block, in reading order. Bounded: when too much differs, the differing stretch is
 * shown as removed and added as a whole.
 *
 * @example diffBlocks(fromText('今天开会'), fromText('明天开会')) // one 'changed' with parts 今 → 明, 天开会
 */
export function diffBlocks(before: Body, after: Body): BlockDiff[] {
  const left = unitsOf(before)
  const right = unitsOf(after)
  const ids = new Map<string, number>()
  const { runs } = editScript(numbered(left, ids), numbered(right, ids), BUDGET)
  // Each pair of texts may spend its share, so that many edited blocks cost no more than one long one.
  const perUnit = TEXT_BUDGET / Math.max(1, lengthOf(left) + lengthOf(right))
  const out: BlockDiff[] = []
  let x = 0
  let y = 0
  let pending = { x, y }
  for (const run of runs ?? replaced(left.length, right.length)) {
    if (run.kind === 'same') {
      out.push(...stretch(left.slice(pending.x, x), right.slice(pending.y, y), perUnit))
      for (let step = 0; step < run.count; step += 1) pushSame(out, left[x + step], right[y + step])
      x += run.count
      y += run.count
      pending = { x, y }
    } else if (run.kind === 'removed') x += run.count
    else y += run.count
  }
  return [...out, ...stretch(left.slice(pending.x, x), right.slice(pending.y, y), perUnit)]
}

function numbered(units: readonly Unit[], ids: Map<string, number>): number[] {
  return units.map(({ signature }) => {
    const id = ids.get(signature) ?? ids.size
    ids.set(signature, id)
    return id
  })
}

function lengthOf(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.block.text.length, 0)
}

function pushSame(out: BlockDiff[], left: Unit | undefined, right: Unit | undefined): void {
  if (left && right) out.push({ kind: 'same', before: left.block, after: right.block })
}

/** A stretch where the two sides differ: edited blocks are paired, the rest went or came. */
function stretch(left: readonly Unit[], right: readonly Unit[], perUnit: number): BlockDiff[] {
  const removed = left.map((unit) => unit.block)
  const added = right.map((unit) => unit.block)
  const out: BlockDiff[] = []
  let x = 0
  let y = 0
  const flush = (toX: number, toY: number) => {
    for (const before of removed.slice(x, toX)) out.push({ kind: 'removed', before })
    for (const after of added.slice(y, toY)) out.push({ kind: 'added', after })
  }
  for (const [i, j] of pairUp(removed, added)) {
    flush(i, j)
    const before = removed[i]
    const after = added[j]
    if (before && after) {
      const budget = perUnit * (before.text.length + after.text.length)
      out.push({ kind: 'changed', before, after, parts: diffText(before.text, after.text, budget) })
    }
    x = i + 1
    y = j + 1
  }
  flush(removed.length, added.length)
  return out
}
