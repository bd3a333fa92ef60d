import type { Gate } from './gate.ts'
import type { LanguageModel } from './language-model.ts'
import type { Retrieval } from './retrieval.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How two characters are alike, as bits of a candidate's kind. */
export const likeness = { sameSound: 1, nearSound: 2, shape: 4, seenPair: 8, sameTone: 16 } as const

/** For each token the characters it may stand for: candidates from starts[token] to starts[token + 1]. */
export interface Confusions {
  readonly starts: Uint32Array
  readonly tokens: Uint16Array
  readonly kinds: Uint8Array
  /** How often the candidate was the right character in annotated errors. */
  readonly pairs: Uint16Array
  /** How often each token was wrong in annotated errors. */
  readonly errors: Uint16Array
}

/** Probabilities from which a proposal is a finding. */
export interface Thresholds {
  readonly quiet: number
  readonly strict: number
}

export interface SpellerModel {
  readonly vocabulary: Vocabulary
  readonly language: LanguageModel
  readonly confusions: Confusions
  /** Words of 2 to 5 characters: fingerprints only. */
  readonly words: Retrieval
  readonly gate: Gate
  readonly thresholds: Thresholds
}
