import type { Basis } from '../model.ts'
import { CATEGORIES, dimensionOf } from '../tree.ts'

/** What a row prints about its place in the tree. */
export interface RowLabels {
  /** level-1 label printed on the row */
  dimension: string | null
  /** level-2 label printed on the row, in the tree's spelling or, outside the tree, as printed */
  category: string | null
  /** 绩效指标 printed a second time in one form: it stands where a level-1 label belongs, so a new level 1 begins */
  restart: boolean
  /** the indicator's name */
  name: string
}

export interface Placed {
  l1: string
  l2: string
  basis: Basis
  confidence: number
}

/**
 * What a step costs. Staying under the label above (a merged cell) is free; anything else needs a reason that is
 * dearer than the step: two cues outweigh a lost label only if they agree with each other over several rows.
 */
const COST = {
  /** moving to the next printed label before it is printed: a label printed late, after a page break */
  late: 0.8,
  /** moving to a category that is printed nowhere */
  lost: 3,
  /** an indicator whose name speaks for another category */
  cue: 1,
  /** an indicator without a cue in a category that hardly takes one without */
  narrow: 1.2,
  /** ignoring a level-1 label, or the place where one stands */
  ignored: 6,
  never: 1000,
} as const

const CONFIDENCE: Record<Basis, number> = { printed: 1, merged: 0.95, late: 0.5, inferred: 0.4 }
/** A merged row whose name speaks for another category is a little less sure. */
const CONTRARY = 0.85

/**
 * Gives every row its level-1 and level-2 label. Printed labels are facts; rows without one usually continue the
 * label above, but page breaks print labels late or lose them. The cheapest reading is found over the whole form
 * (dynamic programming over the canonical order of the level-2 set), so that one odd name moves nothing.
 *
 * @returns one place per row; `late` and `inferred` are judgements
 */
export function placeRows(rows: RowLabels[]): Placed[] {
  const states = [...CATEGORIES.map((category) => category.name), ...foreign(rows)]
  const next = nextPrinted(rows, states)
  const cost: number[][] = []
  const from: number[][] = []
  rows.forEach((row, i) => {
    const printed = row.category === null ? -1 : states.indexOf(row.category)
    const here: number[] = []
    const back: number[] = []
    states.forEach((_, state) => {
      let best = COST.never * 2
      let origin = -1
      if (printed < 0 || printed === state) {
        for (let prev = -1; prev < states.length; prev += 1) {
          if ((i === 0) !== prev < 0) continue
          const total = (prev < 0 ? 0 : (cost[i - 1]?.[prev] ?? COST.never)) + step(row, prev, state, printed, next[i])
          // strictly less: on a tie a row stays with the label above it as long as it can
          if (total < best) {
            best = total
            origin = prev
          }
        }
        best += emission(row, state, printed)
      }
      here.push(best)
      back.push(origin)
    })
    cost.push(here)
    from.push(back)
  })
  return trace(rows, states, cost, from, next)
}

/** Labels printed on the form that the tree does not know. */
function foreign(rows: RowLabels[]): string[] {
  const known = new Set(CATEGORIES.map((category) => category.name))
  const names = rows.map((row) => row.category).filter((name) => name !== null && !known.has(name))
  return [...new Set(names as string[])]
}

/** For each row the state of the next label printed below it, or -1. */
function nextPrinted(rows: RowLabels[], states: string[]): number[] {
  const next: number[] = []
  let state = -1
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    next[i] = state
    const category = rows[i]?.category
    if (category) state = states.indexOf(category)
  }
  return next
}

function step(row: RowLabels, prev: number, state: number, printed: number, next = -1): number {
  if (printed >= 0) return 0
  const before = dimensionAt(prev)
  const here = dimensionAt(state)
  let total = 0
  if (row.dimension !== null && here !== row.dimension) total += COST.ignored
  if (row.restart && prev >= 0 && here === before) total += COST.ignored
  if (state === prev) return total
  if (state >= CATEGORIES.length || prev >= CATEGORIES.length || state < prev) return COST.never
  if (next >= 0 && next < CATEGORIES.length && state > next && next >= prev) return COST.never
  if (state === next) return total + COST.late
  const demanded = row.restart || (row.dimension !== null && here === row.dimension && here !== before)
  return total + (demanded ? COST.cue : COST.lost)
}

function dimensionAt(state: number): string {
  return CATEGORIES[state]?.dimension ?? ''
}

function emission(row: RowLabels, state: number, printed: number): number {
  if (printed >= 0) return 0
  const category = CATEGORIES[state]
  if (!category || category.cue?.test(row.name)) return 0
  if (category.narrow) return COST.narrow
  return CATEGORIES.some((other) => other.cue?.test(row.name)) ? COST.cue : 0
}

function trace(rows: RowLabels[], states: string[], cost: number[][], from: number[][], next: number[]): Placed[] {
  const last = cost.at(-1) ?? []
  let state = last.indexOf(Math.min(...last))
  const path: number[] = []
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    path[i] = state
    state = from[i]?.[state] ?? -1
  }
  let basis: Basis = 'printed'
  let printedDimension = ''
  return rows.map((row, i) => {
    const here = path[i] ?? -1
    if (row.dimension !== null) printedDimension = row.dimension
    if (row.category !== null) basis = 'printed'
    else if (i === 0 || here !== path[i - 1]) basis = here === next[i] ? 'late' : 'inferred'
    else if (basis === 'printed') basis = 'merged'
    const l2 = states[here] ?? ''
    const contrary = basis === 'merged' && emission(row, here, -1) === COST.cue
    return {
      l1: dimensionOf(l2) ?? printedDimension,
      l2,
      basis,
      confidence: contrary ? CONTRARY : CONFIDENCE[basis],
    }
  })
}
