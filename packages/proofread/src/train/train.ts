import type { SpellerModel, Thresholds } from '../speller/model.ts'
import { boost, usualBoost } from './boost.ts'
import { buildConfusions, countPairs, withCounts, type AlikeLists, type Pair } from './confusions.ts'
import type { Corpus } from './corpus.ts'
import { gateRows } from './gate-rows.ts'
import { trainLanguageModel, type Cutoffs } from './kneser-ney.ts'
import { buildWords } from './words.ts'

export interface TrainInput {
  readonly corpus: Corpus
  readonly pairs: readonly Pair[]
  /** One for each pair. */
  readonly weights: readonly number[]
  readonly alike: AlikeLists
  readonly words: readonly string[]
  readonly cutoffs: Cutoffs
  readonly thresholds: Thresholds
}

/** Keeps the model of 75 million characters within 40 MB. */
export const usualCutoffs: Cutoffs = [0, 1, 1, 2, 3, 3]

/** Chosen on development sets, as the model card tells. */
export const usualThresholds: Thresholds = { quiet: 0.9, strict: 0.45 }

/** Trains a speller: language model, confusion table, words, gate. Deterministic. `log` hears of each step. */
export const trainSpeller = (input: TrainInput, log: (message: string) => void): SpellerModel => {
  const { corpus, pairs, thresholds } = input
  const { vocabulary } = corpus
  const counts = countPairs(pairs)
  const language = trainLanguageModel(corpus.tokens, vocabulary.units.length, input.cutoffs, log)
  const confusions = buildConfusions(vocabulary, input.alike, counts)
  const words = buildWords(vocabulary, input.words)
  log(`confusions: ${confusions.tokens.length}`)
  const none = { roots: new Uint32Array(0), features: new Uint8Array(0), cuts: new Float32Array(0) }
  const gateless: SpellerModel = {
    vocabulary,
    language,
    confusions,
    words,
    gate: { ...none, lefts: new Uint32Array(0), rights: new Uint32Array(0), start: 0 },
    thresholds,
  }
  const rows = gateRows(gateless, pairs, input.weights)
  log(`gate: ${rows.labels.length} proposals`)
  const gate = boost(rows, usualBoost, log)
  return { ...gateless, confusions: withCounts(confusions, vocabulary, counts), gate }
}
