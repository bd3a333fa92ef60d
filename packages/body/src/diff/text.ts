import { editScript, joined, type Run, replaced } from './script.ts'

/** A piece of a changed text; `same` and `removed` joined give the old text, `same` and `added` the new. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string }

/** Steps spent on one pair of texts: some 2,000 scattered edits, or far more where they stand together. */
const BUDGET = 4_000_000

// A word of Latin letters or a number changes as a whole; every other character (code point) stands alone.
const TOKENS = /[\p{Script=Latin}\p{N}]+|./gsu

/**
 * What changed inside a text. When the two have too little in common to be worth interleaving, or differ too much to be
 * compared within the budget, the whole text is one removal and one addition.
 *
 * @example diffText('今天开会', '明天开会') // 今 removed, 明 added, 天开会 same
 */
export function diffText(before: string, after: string, budget: number = BUDGET): TextPart[] {
  const ids = new Map<string, number>()
  const left = before.match(TOKENS) ?? []
  const right = after.match(TOKENS) ?? []
  const { runs } = editScript(numbered(left, ids), numbered(right, ids), budget)
  return toParts(runs ? grouped(runs) : replaced(left.length, right.length), left, right)
}

function numbered(tokens: readonly string[], ids: Map<string, number>): number[] {
  return tokens.map((token) => {
    const id = ids.get(token) ?? ids.size
    ids.set(token, id)
    return id
  })
}

/**
 * Puts the removals of one place before its additions, and gives up a single common character inside a rewritten
 * phrase: 的 or 在 surviving by chance makes a change harder to read.
 */
function grouped(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  let removed = 0
  let added = 0
  runs.forEach((run, index) => {
    const island = run.kind === 'same' && run.count === 1 && removed + added >= 2 && changesFrom(runs, index + 1) >= 2
    if (run.kind === 'same' && !island) {
      out.push(...replaced(removed, added), run)
      removed = 0
      added = 0
      return
    }
    if (run.kind !== 'added') removed += run.count
    if (run.kind !== 'removed') added += run.count
  })
  return joined([...out, ...replaced(removed, added)])
}

/** Elements changed between position `from` and the next common run. */
function changesFrom(runs: readonly Run[], from: number): number {
  let changes = 0
  for (let index = from; index < runs.length; index += 1) {
    const run = runs[index]
    if (!run || run.kind === 'same') break
    changes += run.count
  }
  return changes
}

function toParts(runs: readonly Run[], left: readonly string[], right: readonly string[]): TextPart[] {
  let x = 0
  let y = 0
  return runs.map(({ kind, count }) => {
    const tokens = kind === 'added' ? right.slice(y, y + count) : left.slice(x, x + count)
    if (kind !== 'added') x += count
    if (kind !== 'removed') y += count
    return { kind, text: tokens.join('') }
  })
}
