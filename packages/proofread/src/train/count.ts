import { highestOrder } from '../speller/language-model.ts'
import { opening, tokenBits } from '../speller/vocabulary.ts'

export const radix = 2 ** tokenBits
const most = 2 ** tokenBits

/**
 * All n-grams of one order, sorted. An n-gram is its first token (`firsts` says where each begins) and the rest packed into
 * a double, at most four tokens of 13 bits.
 */
export interface Counted {
  readonly order: number
  readonly firsts: Uint32Array
  readonly rests: Float64Array
  readonly counts: Uint32Array
}

/** Every position's five tokens: sorted by the first by counting, by the other four as doubles. */
const sortedWindows = (tokens: Uint16Array) => {
  const firsts = new Uint32Array(most + 1)
  for (const token of tokens) firsts[token + 1] = (firsts[token + 1] ?? 0) + 1
  for (let token = 0; token < most; token++) firsts[token + 1] = (firsts[token + 1] ?? 0) + (firsts[token] ?? 0)
  const next = firsts.slice()
  const windows = new Float64Array(tokens.length)
  for (let at = 0; at < tokens.length; at++) {
    let rest = 0
    let open = true
    for (let ahead = 1; ahead < highestOrder; ahead++) {
      const token = open ? (tokens[at + ahead] ?? opening) : opening
      // What follows the end of the sentence is no part of the n-gram: it is filled up with openings.
      if (token === opening) open = false
      rest = rest * radix + token
    }
    const first = tokens[at] as number
    windows[next[first] as number] = rest
    next[first] = (next[first] as number) + 1
  }
  for (let token = 0; token < most; token++) {
    const [from, to] = [firsts[token] as number, firsts[token + 1] as number]
    if (to - from > 1) windows.subarray(from, to).sort()
  }
  return { firsts, windows }
}

const countOrder = (order: number, windows: Float64Array, starts: Uint32Array): Counted => {
  const divisor = radix ** (highestOrder - order)
  const shorten = (rest: number) => (divisor === 1 ? rest : Math.floor(rest / divisor))
  const complete = (rest: number) => order === 1 || rest - Math.floor(rest / radix) * radix !== opening
  const walk = (visit: (first: number, rest: number, count: number) => void) => {
    for (let first = 0; first < most; first++) {
      const to = starts[first + 1] as number
      for (let at = starts[first] as number; at < to; ) {
        const rest = shorten(windows[at] as number)
        let end = at + 1
        while (end < to && shorten(windows[end] as number) === rest) end++
        if (complete(rest)) visit(first, rest, end - at)
        at = end
      }
    }
  }
  let unique = 0
  walk(() => unique++)
  const counted = {
    order,
    firsts: new Uint32Array(most + 1),
    rests: new Float64Array(unique),
    counts: new Uint32Array(unique),
  }
  let at = 0
  walk((first, rest, count) => {
    counted.rests[at] = rest
    counted.counts[at++] = count
    counted.firsts[first + 1] = at
  })
  for (let first = 0; first < most; first++)
    counted.firsts[first + 1] = Math.max(counted.firsts[first + 1] as number, counted.firsts[first] as number)
  return counted
}

/** Counts of the orders 1 to 5 (index = order), from one sort of the corpus. */
export const countNgrams = (tokens: Uint16Array): Counted[] => {
  const { firsts, windows } = sortedWindows(tokens)
  return Array.from({ length: highestOrder + 1 }, (_, order) => countOrder(Math.max(order, 1), windows, firsts))
}

/** Index of an n-gram, or -1. */
export const findNgram = (list: Counted, first: number, rest: number): number => {
  let low = list.firsts[first] as number
  let high = (list.firsts[first + 1] as number) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const there = list.rests[middle] as number
    if (there === rest) return middle
    if (there < rest) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Index of the n-gram without its first token, in the list of the order below. */
export const findSuffix = (lower: Counted, rest: number): number => {
  const divisor = radix ** (lower.order - 1)
  const first = Math.floor(rest / divisor)
  return findNgram(lower, first, rest - first * divisor)
}

/**
 * Kneser-Ney's counts: how many different tokens stand before an n-gram. Nothing stands before an opening, so n-grams that
 * begin with one keep their own count; so does the highest order.
 */
export const continuationCounts = (lower: Counted, higher: Counted): Uint32Array => {
  const result = new Uint32Array(lower.counts.length)
  const suffixes = higher.rests.slice().sort()
  const divisor = radix ** (lower.order - 1)
  let at = 0
  for (let first = 0; first < most; first++) {
    const to = lower.firsts[first + 1] as number
    for (let index = lower.firsts[first] as number; index < to; index++) {
      const key = first * divisor + (lower.rests[index] as number)
      while (at < suffixes.length && (suffixes[at] as number) < key) at++
      const from = at
      while (at < suffixes.length && suffixes[at] === key) at++
      result[index] = first === opening ? (lower.counts[index] as number) : Math.max(1, at - from)
    }
  }
  return result
}
