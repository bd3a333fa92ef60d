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
  const placed: Placed[] = []
  let at = 0
  while (at < rows.length) {
    const first = rows[at]
    let end = at + 1
    if (first && isForeign(first)) {
      while (end < rows.length && rows[end]?.category === null) end += 1
      for (const place of placeForeign(rows.slice(at, end), placed.at(-1)?.l1 ?? '')) placed.push(place)
    } else {
      while (end < rows.length && !isForeign(rows[end])) end += 1
      for (const place of placeStretch(rows.slice(at, end))) placed.push(place)
    }
    at = end
  }
  return placed
}

function isForeign(row: RowLabels | undefined): boolean {
  return row !== undefined && row.category !== null && !STATES.includes(row.category)
}

const STATES: readonly string[] = CATEGORIES.map((category) => category.name)

/** A label outside the tree is believed, and holds until the next printed one. */
function placeForeign(rows: RowLabels[], before: string): Placed[] {
  const l2 = rows[0]?.category ?? ''
  let l1 = before
  return rows.map((row, i) => {
    l1 = row.dimension ?? l1
    const basis: Basis = i === 0 ? 'printed' : 'merged'
    return { l1, l2, basis, confidence: CONFIDENCE[basis] }
  })
}

/** Places rows whose printed labels all belong to the tree. */
function placeStretch(rows: RowLabels[]): Placed[] {
  const next = nextPrinted(rows)
  const cost: number[][] = []
  const from: number[][] = []
  rows.forEach((row, i) => {
    const printed = row.category === null ? -1 : STATES.indexOf(row.category)
    const cues = printed < 0 ? cuesOf(row.name) : []
    const here: number[] = []
    const back: number[] = []
    STATES.forEach((_, state) => {
      const best = printed < 0 || printed === state ? cheapest(row, state, printed, next[i] ?? -1, cost[i - 1]) : null
      here.push(best ? best.total + emission(state, printed, cues) : COST.never * 2)
      back.push(best?.origin ?? -1)
    })
    cost.push(here)
    from.push(back)
  })
  return trace(rows, cost, from, next)
}

/** The cheapest way into a state from the row above; strictly less, so that on a tie a row keeps the label above it. */
function cheapest(
  row: RowLabels,
  state: number,
  printed: number,
  next: number,
  above: number[] | undefined,
): { total: number; origin: number } {
  if (!above) return { total: step(row, -1, state, printed, next), origin: -1 }
  let best = { total: COST.never * 2, origin: -1 }
  above.forEach((sofar, prev) => {
    if (sofar >= COST.never) return
    const total = sofar + step(row, prev, state, printed, next)
    if (total < best.total) best = { total, origin: prev }
  })
  return best
}

/** For each row the state of the next label printed below it, or -1. */
function nextPrinted(rows: RowLabels[]): number[] {
  const next: number[] = []
  let state = -1
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    next[i] = state
    const category = rows[i]?.category
    if (category) state = STATES.indexOf(category)
  }
  return next
}

function step(row: RowLabels, prev: number, state: number, printed: number, next: number): number {
  if (printed >= 0) return 0
  const before = dimensionAt(prev)
  const here = dimensionAt(state)
  let total = 0
  if (row.dimension !== null && here !== row.dimension) total += COST.ignored
  if (row.restart && prev >= 0 && here === before) total += COST.ignored
  if (state === prev) return total
  if (state < prev || (next >= 0 && state > next && next >= prev)) return COST.never
  if (state === next) return total + COST.late
  const demanded = row.restart || (row.dimension !== null && here === row.dimension && here !== before)
  return total + (demanded ? COST.cue : COST.lost)
}

function dimensionAt(state: number): string {
  return CATEGORIES[state]?.dimension ?? ''
}

/** For each category whether the indicator's name speaks for it. */
function cuesOf(name: string): boolean[] {
  return CATEGORIES.map((category) => category.cue?.test(name) ?? false)
}

function emission(state: number, printed: number, cues: boolean[]): number {
  if (printed >= 0 || cues[state]) return 0
  if (CATEGORIES[state]?.narrow) return COST.narrow
  return cues.includes(true) ? COST.cue : 0
}

function trace(rows: RowLabels[], cost: number[][], from: number[][], next: number[]): Placed[] {
  const last = cost.at(-1) ?? []
  let state = last.indexOf(Math.min(...last))
  const path: number[] = []
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    path[i] = state
    state = from[i]?.[state] ?? -1
  }
  let basis: Basis = 'printed'
  return rows.map((row, i) => {
    const here = path[i] ?? -1
    if (row.category !== null) basis = 'printed'
    else if (i === 0 || here !== path[i - 1]) basis = here === next[i] ? 'late' : 'inferred'
    else if (basis === 'printed') basis = 'merged'
    const l2 = STATES[here] ?? ''
    const contrary = basis === 'merged' && emission(here, -1, cuesOf(row.name)) === COST.cue
    return {
      l1: dimensionOf(l2) ?? '',
      l2,
      basis,
      confidence: contrary ? CONTRARY : CONFIDENCE[basis],
    }
  })
}
