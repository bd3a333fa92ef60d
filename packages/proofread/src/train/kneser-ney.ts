import {
  backoffStep,
  emptyLists,
  highestOrder,
  probabilityStep,
  type LanguageModel,
} from '../speller/language-model.ts'
import { finish, mixA, mixB, mixC, seedA, seedB } from '../speller/retrieval.ts'
import { opening, tokenBits } from '../speller/vocabulary.ts'
import { continuationCounts, countNgrams, findSuffix, radix, type Counted } from './count.ts'
import { buildRetrieval } from './retrieval-build.ts'

const most = 2 ** tokenBits

/** The three discounts of modified Kneser-Ney smoothing (Chen and Goodman, 1998, equation 26). */
const discountsOf = (counts: Uint32Array): [number, number, number, number] => {
  const times = [0, 0, 0, 0, 0]
  for (const count of counts) if (count <= 4) times[count] = (times[count] ?? 0) + 1
  const [, one = 0, two = 0, three = 0, four = 0] = times
  const base = one / Math.max(1, one + 2 * two)
  const discount = (k: number, n: number, more: number) =>
    Math.min(k, Math.max(0.1, k - ((k + 1) * base * more) / Math.max(1, n)))
  return [0, discount(1, one, two), discount(2, two, three), discount(3, three, four)]
}

interface Level {
  readonly list: Counted
  readonly probabilities: Float32Array
  readonly backoffs: Float32Array
}

const unigramLevel = (list: Counted, counts: Uint32Array): Level => {
  const probabilities = new Float32Array(list.counts.length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const discount = 0.5
  const spare = (discount * counts.length) / total / counts.length
  counts.forEach((count, index) => {
    probabilities[index] = (count - discount) / total + spare
  })
  return { list, probabilities, backoffs: new Float32Array(counts.length) }
}

/** Probabilities of one order over the order below, and the back-off weights of their histories. */
const nextLevel = (list: Counted, counts: Uint32Array, lower: Level, least: number): Level => {
  const discounts = discountsOf(counts)
  const probabilities = new Float32Array(counts.length)
  const { probabilities: below, backoffs, list: histories } = lower
  let history = 0
  for (let first = 0; first < most; first++) {
    const to = list.firsts[first + 1] as number
    for (let at = list.firsts[first] as number; at < to; ) {
      const key = Math.floor((list.rests[at] as number) / radix)
      let end = at
      let total = 0
      let taken = 0
      while (end < to && Math.floor((list.rests[end] as number) / radix) === key) {
        const count = counts[end] as number
        total += count
        taken += discounts[Math.min(count, 3)] as number
        end++
      }
      const weight = taken / total
      let kept = 0
      let keptBelow = 0
      for (let index = at; index < end; index++) {
        const suffix = below[findSuffix(histories, list.rests[index] as number)] ?? 1e-9
        const count = counts[index] as number
        const probability = (count - (discounts[Math.min(count, 3)] as number)) / total + weight * suffix
        probabilities[index] = probability
        if ((list.counts[index] as number) < least) continue
        kept += probability
        keptBelow += suffix
      }
      while (
        list.order > 2 &&
        (history < (histories.firsts[first] as number) || (histories.rests[history] as number) < key)
      )
        history++
      const place = list.order === 2 ? (histories.firsts[first] as number) : history
      backoffs[place] = Math.log10(Math.max(1e-4, (1 - kept) / Math.max(1e-6, 1 - keptBelow)))
      at = end
    }
  }
  return { list, probabilities, backoffs: new Float32Array(counts.length) }
}

const clampByte = (value: number) => Math.max(0, Math.min(255, Math.round(value)))

/** Packs what is frequent enough into the retrievals of one order. */
const pack = ({ list, probabilities, backoffs }: Level, least: number) => {
  let count = 0
  for (const there of list.counts) if (there >= least) count++
  const a = new Int32Array(count)
  const b = new Int32Array(count)
  const c = new Int32Array(count)
  const scores = new Uint16Array(count)
  const weights = new Uint8Array(count)
  const gram = new Uint16Array(list.order)
  let at = 0
  for (let first = 0; first < most; first++) {
    const to = list.firsts[first + 1] as number
    for (let index = list.firsts[first] as number; index < to; index++) {
      if ((list.counts[index] as number) < least) continue
      let rest = list.rests[index] as number
      for (let place = list.order - 1; place > 0; place--) {
        const shorter = Math.floor(rest / radix)
        gram[place] = rest - shorter * radix
        rest = shorter
      }
      gram[0] = first
      let x = seedA
      let y = seedB
      for (let place = list.order - 1; place >= 0; place--) {
        x = mixA(x, gram[place] as number)
        y = mixB(y, gram[place] as number)
      }
      a[at] = finish(x)
      b[at] = finish(y)
      const hash = mixC(a[at] as number, b[at] as number)
      c[at] = hash
      scores[at] = ((hash >>> 24) << 8) | clampByte(-Math.log10(probabilities[index] as number) * probabilityStep)
      weights[at++] = clampByte(-(backoffs[index] as number) * backoffStep)
    }
  }
  return {
    kept: count,
    probabilities: buildRetrieval({ a, b, c, values: scores }),
    backoffs: list.order < highestOrder ? buildRetrieval({ a, b, c, values: weights }) : undefined,
  }
}

const byToken = (level: Level, values: Float32Array, size: number, absent: number) => {
  const result = new Float32Array(size).fill(absent)
  for (let token = 0; token < size; token++) {
    const at = level.list.firsts[token] as number
    if (at < (level.list.firsts[token + 1] as number)) result[token] = values[at] as number
  }
  return result
}

/** How often an n-gram of each order (index) must have been seen to be kept. */
export type Cutoffs = readonly [number, number, number, number, number, number]

/** Trains the model. `log` hears of each step. */
export const trainLanguageModel = (
  tokens: Uint16Array,
  size: number,
  cutoffs: Cutoffs,
  log: (message: string) => void,
): LanguageModel => {
  const lists = countNgrams(tokens)
  log(
    `n-grams: ${lists
      .slice(1)
      .map((list) => list.counts.length)
      .join(' ')}`,
  )
  const counts = lists.map((list, order) => {
    const higher = lists[order + 1]
    return order > 0 && higher ? continuationCounts(list, higher) : list.counts
  })
  const at = <T>(items: readonly T[], order: number) => items[order] as T
  const levels = [at(lists, 1)].map((list) => unigramLevel(list, at(counts, 1)))
  levels.unshift(at(levels, 0))
  const probabilities = emptyLists()
  const backoffs = emptyLists()
  for (let order = 2; order <= highestOrder; order++) {
    levels.push(nextLevel(at(lists, order), at(counts, order), at(levels, order - 1), at(cutoffs, order)))
    log(`order ${order}: probabilities`)
  }
  for (let order = 2; order <= highestOrder; order++) {
    const packed = pack(at(levels, order), at(cutoffs, order))
    probabilities[order] = packed.probabilities
    if (packed.backoffs) backoffs[order] = packed.backoffs
    log(`order ${order}: ${packed.kept} kept`)
  }
  const single = at(levels, 1)
  const unigrams = byToken(single, single.probabilities, size, 1e-8).map((probability) => Math.log10(probability))
  unigrams[opening] = -9
  return { unigrams, unigramBackoffs: byToken(single, single.backoffs, size, 0), probabilities, backoffs }
}
