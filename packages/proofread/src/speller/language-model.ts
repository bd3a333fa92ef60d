import { emptyRetrieval, finish, mixA, mixB, mixC, retrieve, seedA, seedB, type Retrieval } from './retrieval.ts'

export const highestOrder = 5
/** log10 probabilities are kept in 1/32 steps, back-off weights in 1/48. */
export const probabilityStep = 32
export const backoffStep = 48

/** Interpolated Kneser-Ney n-grams. Index of the arrays is the order; 0 and 1 are unused in the retrievals. */
export interface LanguageModel {
  /** log10 probability of each token by itself, and its back-off weight. */
  readonly unigrams: Float32Array
  readonly unigramBackoffs: Float32Array
  /** 8 bits fingerprint, 8 bits probability. */
  readonly probabilities: readonly Retrieval[]
  /** 8 bits; asked only about n-grams that are there. */
  readonly backoffs: readonly Retrieval[]
}

export const emptyLists = (): Retrieval[] => Array.from({ length: highestOrder + 1 }, emptyRetrieval)

/** Where a reading of the model stands: log10 probability of the last token and the longest n-gram that ends there. */
export interface Reader {
  probability: number
  reach: number
}

export const createReader = (): Reader => ({ probability: 0, reach: 0 })

const backoffOf = (model: LanguageModel, tokens: Uint16Array, at: number, length: number): number => {
  if (length === 1) return model.unigramBackoffs[tokens[at] as number] as number
  let a = seedA
  let b = seedB
  for (let back = 0; back < length; back++) {
    const token = tokens[at - back] as number
    a = mixA(a, token)
    b = mixB(b, token)
  }
  a = finish(a)
  b = finish(b)
  return (retrieve(model.backoffs[length] as Retrieval, a, b, mixC(a, b)) & 255) / -backoffStep
}

/**
 * Reads tokens[at]. `before` is the reach of the token before it. Looks from the bigram upwards and stops at the first
 * n-gram that is missing: the lists are closed under leaving out an end.
 */
export const read = (model: LanguageModel, tokens: Uint16Array, at: number, before: number, out: Reader): void => {
  const first = tokens[at] as number
  let a = mixA(seedA, first)
  let b = mixB(seedB, first)
  let probability = model.unigrams[first] as number
  let reach = 1
  const most = Math.min(highestOrder, before + 1, at + 1)
  while (reach < most) {
    const token = tokens[at - reach] as number
    a = mixA(a, token)
    b = mixB(b, token)
    const fa = finish(a)
    const fb = finish(b)
    const c = mixC(fa, fb)
    const value = retrieve(model.probabilities[reach + 1] as Retrieval, fa, fb, c)
    if (value >>> 8 !== c >>> 24) break
    probability = (value & 255) / -probabilityStep
    reach++
  }
  for (let length = reach; length < most; length++) probability += backoffOf(model, tokens, at - 1, length)
  out.probability = probability
  out.reach = reach
}

/** Whether the n-gram of this length that ends at `at` is in the model. */
export const seen = (model: LanguageModel, tokens: Uint16Array, at: number, length: number): boolean => {
  let a = seedA
  let b = seedB
  for (let back = 0; back < length; back++) {
    const token = tokens[at - back] as number
    a = mixA(a, token)
    b = mixB(b, token)
  }
  a = finish(a)
  b = finish(b)
  const c = mixC(a, b)
  return retrieve(model.probabilities[length] as Retrieval, a, b, c) >>> 8 === c >>> 24
}
