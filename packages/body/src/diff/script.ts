/** A run of `count` elements that both sides share, or that only one side has. */
export type Run = { kind: 'same' | 'removed' | 'added'; count: number }

/** `runs` is null when the budget ran out; `work` is the number of comparisons and diagonal steps spent. */
export type Script = { runs: Run[] | null; work: number }

/**
 * The shortest edit script between two sequences of ids, by Myers' greedy algorithm ("An O(ND) difference algorithm and
 * its variations", 1986), after their common ends are set aside. Work and memory stay within `budget` plus one pass
 * over the input, so two long and unlike texts end in null instead of minutes.
 *
 * @param budget steps allowed on the part that differs
 */
export function editScript(left: readonly number[], right: readonly number[], budget: number): Script {
  const shortest = Math.min(left.length, right.length)
  let head = 0
  while (head < shortest && left[head] === right[head]) head += 1
  let tail = 0
  while (tail < shortest - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1
  const middle = search(left.slice(head, left.length - tail), right.slice(head, right.length - tail), budget)
  const work = head + tail + middle.work
  if (!middle.runs) return { runs: null, work }
  return { runs: joined([{ kind: 'same', count: head }, ...middle.runs, { kind: 'same', count: tail }]), work }
}

/** Neighbouring runs of one kind made one, empty runs dropped. */
export function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.count === 0) continue
    if (last?.kind === run.kind) last.count += run.count
    else out.push({ ...run })
  }
  return out
}

type Frontier = Int32Array

/** Furthest x on each diagonal per number of edits; the frontiers are kept for the way back. */
function search(left: readonly number[], right: readonly number[], budget: number): Script {
  if (left.length === 0 || right.length === 0) return { runs: replaced(left.length, right.length), work: 0 }
  const trace: Frontier[] = []
  let previous: Frontier = new Int32Array(3)
  let work = 0
  for (let edits = 0; work <= budget; edits += 1) {
    const frontier: Frontier = new Int32Array(2 * edits + 3)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = furthest(previous, edits, diagonal)
      const start = x
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1
      work += x - start + 1
      frontier[diagonal + edits + 1] = x
      if (x >= left.length && x - diagonal >= right.length) {
        trace.push(frontier)
        return { runs: backtrack(trace, left.length, right.length), work }
      }
    }
    trace.push(frontier)
    previous = frontier
  }
  return { runs: null, work }
}

/** Where diagonal `diagonal` starts with `edits` edits, given the frontier of one edit less. */
function furthest(previous: Frontier, edits: number, diagonal: number): number {
  if (edits === 0) return 0
  const down = at(previous, edits - 1, diagonal + 1)
  const across = at(previous, edits - 1, diagonal - 1) + 1
  return cameDown(previous, edits, diagonal) ? down : across
}

function cameDown(previous: Frontier, edits: number, diagonal: number): boolean {
  if (diagonal === -edits) return true
  if (diagonal === edits) return false
  return at(previous, edits - 1, diagonal - 1) < at(previous, edits - 1, diagonal + 1)
}

function at(frontier: Frontier, edits: number, diagonal: number): number {
  return frontier[diagonal + edits + 1] ?? 0
}

function backtrack(trace: readonly Frontier[], leftLength: number, rightLength: number): Run[] {
  const reversed: Run[] = []
  let x = leftLength
  let y = rightLength
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const previous = trace[edits - 1] ?? new Int32Array(3)
    const diagonal = x - y
    const down = cameDown(previous, edits, diagonal)
    const fromX = at(previous, edits - 1, diagonal + (down ? 1 : -1))
    const startX = down ? fromX : fromX + 1
    reversed.push({ kind: 'same', count: x - startX }, { kind: down ? 'added' : 'removed', count: 1 })
    x = fromX
    y = fromX - (diagonal + (down ? 1 : -1))
  }
  reversed.push({ kind: 'same', count: x })
  return reversed.reverse()
}

/** One side given up for the other. */
export function replaced(removed: number, added: number): Run[] {
  return joined([
    { kind: 'removed', count: removed },
    { kind: 'added', count: added },
  ])
}
