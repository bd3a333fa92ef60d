import { createReader, highestOrder, read, type LanguageModel } from './language-model.ts'
import type { Sentence } from './sentence.ts'

/** log10 probability of every token of a sentence, and the longest known n-gram that ends there. */
export interface Reading {
  readonly own: Float32Array
  readonly reach: Uint8Array
  readonly mean: number
}

const shared = createReader()

export const readSentence = (model: LanguageModel, { tokens, length }: Sentence): Reading => {
  const own = new Float32Array(length)
  const reach = new Uint8Array(length)
  reach[0] = 1
  let sum = 0
  for (let at = 1; at < length; at++) {
    read(model, tokens, at, reach[at - 1] as number, shared)
    own[at] = shared.probability
    reach[at] = shared.reach
    sum += shared.probability
  }
  return { own, reach, mean: sum / Math.max(1, length - 1) }
}

const context = highestOrder - 1

/** What a change would make of the tokens around it. */
export interface Trial {
  /** Changed tokens with four before and four after. */
  readonly tokens: Uint16Array
  readonly own: Float32Array
  readonly reach: Uint8Array
  /** Where the replacement begins in `tokens`, and how many tokens there are. */
  at: number
  length: number
  sum: number
}

export const createTrial = (): Trial => ({
  tokens: new Uint16Array(2 * context + 4),
  own: new Float32Array(2 * context + 4),
  reach: new Uint8Array(2 * context + 4),
  at: 0,
  length: 0,
  sum: 0,
})

/**
 * Reads tokens[from, to) as replaced. False as soon as no n-gram of the replacement with its neighbours is known: the bigram
 * on either side, then a trigram over it.
 */
export const tryChange = (
  model: LanguageModel,
  sentence: Sentence,
  reading: Reading,
  [from, to]: readonly [number, number],
  replacement: readonly number[],
  lenient: boolean,
  trial: Trial,
): boolean => {
  const begin = Math.max(0, from - context)
  const end = Math.min(sentence.length, to + context)
  let length = 0
  for (let at = begin; at < from; at++) trial.tokens[length++] = sentence.tokens[at] as number
  trial.at = length
  for (const token of replacement) trial.tokens[length++] = token
  for (let at = to; at < end; at++) trial.tokens[length++] = sentence.tokens[at] as number
  trial.length = length
  trial.sum = 0
  let before = reading.reach[from - 1] as number
  let best = 0
  const pivot = trial.at + replacement.length
  for (let at = trial.at; at < length; at++) {
    read(model, trial.tokens, at, before, shared)
    before = shared.reach
    trial.own[at] = shared.probability
    trial.reach[at] = before
    trial.sum += shared.probability
    const over = before >= at - pivot + 2 ? before : 0
    if (over > best) best = over
    if (!lenient && ((at === pivot && best < 2) || (at === pivot + 1 && best < 3))) return false
  }
  return lenient || best >= Math.min(3, length - trial.at + 1)
}

/** How many known n-grams of 2 to 5 tokens cover a token, and the longest; `out` gets five numbers from `offset` on. */
export const coverage = (reach: Uint8Array, at: number, length: number, out: Float32Array, offset: number): void => {
  let longest = 1
  for (let size = 2; size <= highestOrder; size++) {
    let count = 0
    for (let end = at; end < at + size && end < length; end++) if ((reach[end] as number) >= size) count++
    out[offset + size - 2] = count
    if (count > 0) longest = size
  }
  out[offset + 4] = longest
}
