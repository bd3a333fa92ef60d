import { leaf, type Gate } from '../speller/gate.ts'

export interface BoostOptions {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  readonly smallest: number
  readonly ridge: number
}

export const usualBoost: BoostOptions = { trees: 260, leaves: 31, rate: 0.07, smallest: 30, ridge: 5 }

const bins = 64

/** Cuts between the bins of one column, by quantiles of a sample. */
const cutsOf = (rows: Float32Array, width: number, column: number): Float32Array => {
  const count = rows.length / width
  const step = Math.max(1, Math.floor(count / 50_000))
  const sample: number[] = []
  for (let row = 0; row < count; row += step) sample.push(rows[row * width + column] as number)
  const sorted = Float32Array.from(sample).sort()
  const cuts = new Set<number>()
  for (let bin = 1; bin < bins; bin++) {
    const value = sorted[Math.floor((bin * sorted.length) / bins)] as number
    if (value < (sorted.at(-1) ?? 0)) cuts.add(value)
  }
  // Rare values at the end of a skewed column would otherwise share one bin.
  for (const share of [0.995, 0.998, 0.9995]) {
    const value = sorted[Math.floor(share * sorted.length)] as number
    if (cuts.size < bins - 1 && value < (sorted.at(-1) ?? 0)) cuts.add(value)
  }
  return Float32Array.from(cuts).sort()
}

const binOf = (cuts: Float32Array, value: number) => {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value <= (cuts[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

interface Node {
  readonly from: number
  readonly to: number
  readonly histogram: Float64Array
  readonly gradient: number
  readonly hessian: number
  best: { gain: number; feature: number; bin: number }
  at: number
}

interface Growing {
  readonly binned: readonly Uint8Array[]
  readonly gradients: Float32Array
  readonly hessians: Float32Array
  readonly index: Uint32Array
  readonly scratch: Uint32Array
  readonly options: BoostOptions
}

const histogramOf = ({ binned, gradients, hessians, index }: Growing, from: number, to: number) => {
  const histogram = new Float64Array(binned.length * bins * 3)
  binned.forEach((column, feature) => {
    const base = feature * bins * 3
    for (let at = from; at < to; at++) {
      const row = index[at] as number
      const cell = base + (column[row] as number) * 3
      histogram[cell] = (histogram[cell] as number) + (gradients[row] as number)
      histogram[cell + 1] = (histogram[cell + 1] as number) + (hessians[row] as number)
      histogram[cell + 2] = (histogram[cell + 2] as number) + 1
    }
  })
  return histogram
}

const bestSplit = (node: Node, features: number, { ridge, smallest }: BoostOptions) => {
  const score = (g: number, h: number) => (g * g) / (h + ridge)
  const whole = score(node.gradient, node.hessian)
  const best = { gain: 1e-3, feature: -1, bin: 0 }
  for (let feature = 0; feature < features; feature++) {
    let g = 0
    let h = 0
    let count = 0
    for (let bin = 0; bin < bins - 1; bin++) {
      const cell = (feature * bins + bin) * 3
      g += node.histogram[cell] as number
      h += node.histogram[cell + 1] as number
      count += node.histogram[cell + 2] as number
      if (count < smallest) continue
      if (node.to - node.from - count < smallest) break
      const gain = score(g, h) + score(node.gradient - g, node.hessian - h) - whole
      if (gain > best.gain) Object.assign(best, { gain, feature, bin })
    }
  }
  node.best = best
}

const totals = (histogram: Float64Array) => {
  let gradient = 0
  let hessian = 0
  for (let cell = 0; cell < bins * 3; cell += 3) {
    gradient += histogram[cell] as number
    hessian += histogram[cell + 1] as number
  }
  return { gradient, hessian }
}

const makeNode = (from: number, to: number, histogram: Float64Array, at: number): Node => ({
  from,
  to,
  histogram,
  ...totals(histogram),
  best: { gain: 0, feature: -1, bin: 0 },
  at,
})

/** Moves a node's rows apart; returns where the right ones begin. */
const partition = (growing: Growing, node: Node) => {
  const { index, scratch, binned } = growing
  const column = binned[node.best.feature] as Uint8Array
  let left = node.from
  let right = 0
  for (let at = node.from; at < node.to; at++) {
    const row = index[at] as number
    if ((column[row] as number) <= node.best.bin) index[left++] = row
    else scratch[right++] = row
  }
  index.set(scratch.subarray(0, right), left)
  return left
}

interface Forest {
  readonly roots: number[]
  readonly features: number[]
  readonly cuts: number[]
  readonly lefts: number[]
  readonly rights: number[]
}

const addNode = (forest: Forest) => {
  forest.cuts.push(0)
  forest.lefts.push(0)
  forest.rights.push(0)
  return forest.features.push(leaf) - 1
}

/** Grows one tree, the most telling split first, and adds its values to the scores. */
const growTree = (growing: Growing, cuts: readonly Float32Array[], scores: Float32Array, forest: Forest) => {
  const { options, index, binned } = growing
  const root = makeNode(0, index.length, histogramOf(growing, 0, index.length), addNode(forest))
  forest.roots.push(root.at)
  bestSplit(root, binned.length, options)
  const open = [root]
  while (open.length < options.leaves) {
    const node = open.reduce((best, other) => (other.best.gain > best.best.gain ? other : best))
    if (node.best.feature < 0) break
    const middle = partition(growing, node)
    const leftIsSmall = middle - node.from < node.to - middle
    const small = leftIsSmall ? histogramOf(growing, node.from, middle) : histogramOf(growing, middle, node.to)
    const large = node.histogram.map((value, cell) => value - (small[cell] as number))
    const left = makeNode(node.from, middle, leftIsSmall ? small : large, addNode(forest))
    const right = makeNode(middle, node.to, leftIsSmall ? large : small, addNode(forest))
    forest.features[node.at] = node.best.feature
    forest.cuts[node.at] = cuts[node.best.feature]?.[node.best.bin] ?? 0
    forest.lefts[node.at] = left.at
    forest.rights[node.at] = right.at
    for (const child of [left, right]) bestSplit(child, binned.length, options)
    open.splice(open.indexOf(node), 1, left, right)
  }
  for (const node of open) {
    const value = (options.rate * -node.gradient) / (node.hessian + options.ridge)
    forest.cuts[node.at] = value
    for (let at = node.from; at < node.to; at++) {
      const row = index[at] as number
      scores[row] = (scores[row] as number) + value
    }
  }
}

/** Rows of `width` features, one after another, with what they turned out to be. */
export interface Rows {
  readonly width: number
  readonly values: Float32Array
  readonly labels: Uint8Array
  readonly weights: Float32Array
}

/** Gradient boosting of regression trees on logistic loss, by histograms. Deterministic. */
export const boost = (rows: Rows, options: BoostOptions, log: (message: string) => void): Gate => {
  const { width, values, labels, weights } = rows
  const count = labels.length
  const cuts = Array.from({ length: width }, (_, column) => cutsOf(values, width, column))
  const binned = cuts.map((columnCuts, column) => {
    const result = new Uint8Array(count)
    for (let row = 0; row < count; row++) result[row] = binOf(columnCuts, values[row * width + column] as number)
    return result
  })
  const right = labels.reduce((sum: number, label, row) => sum + label * (weights[row] as number), 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const start = Math.log((right + 1) / (all - right + 1))
  const scores = new Float32Array(count).fill(start)
  const gradients = new Float32Array(count)
  const hessians = new Float32Array(count)
  const forest: Forest = { roots: [], features: [], cuts: [], lefts: [], rights: [] }
  const scratch = new Uint32Array(count)
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < count; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] as number)))
      gradients[row] = (weights[row] as number) * (p - (labels[row] as number))
      hessians[row] = (weights[row] as number) * p * (1 - p)
    }
    const index = Uint32Array.from({ length: count }, (_, row) => row)
    growTree({ binned, gradients, hessians, index, scratch, options }, cuts, scores, forest)
    if (tree % 50 === 49) log(`tree ${tree + 1}`)
  }
  return {
    roots: Uint32Array.from(forest.roots),
    features: Uint8Array.from(forest.features),
    cuts: Float32Array.from(forest.cuts),
    lefts: Uint32Array.from(forest.lefts),
    rights: Uint32Array.from(forest.rights),
    start,
  }
}
