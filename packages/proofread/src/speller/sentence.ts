import { endsSentence, folded, isRun, opening, type Vocabulary } from './vocabulary.ts'

/** A sentence as tokens. Token 0 is the opening; every other has the offset and length of its text. */
export interface Sentence {
  readonly tokens: Uint16Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Folded units, for what tokens alone do not tell (unknown characters). */
  readonly units: Uint16Array
  readonly length: number
}

/** No sentence is longer: the work on one sentence must not depend on how long a text goes on without a full stop. */
export const longestSentence = 400

/** The sentences of one paragraph, in order. Offsets count UTF-16 units from the paragraph's start. */
export const splitSentences = (text: string, vocabulary: Vocabulary): Sentence[] => {
  const sentences: Sentence[] = []
  const tokens = new Uint16Array(longestSentence + 1)
  const starts = new Int32Array(longestSentence + 1)
  const ends = new Int32Array(longestSentence + 1)
  const units = new Uint16Array(longestSentence + 1)
  let length = 1
  tokens[0] = opening
  const close = () => {
    if (length > 1) {
      sentences.push({
        tokens: tokens.slice(0, length),
        starts: starts.slice(0, length),
        ends: ends.slice(0, length),
        units: units.slice(0, length),
        length,
      })
    }
    length = 1
  }
  for (let at = 0; at < text.length; at++) {
    const raw = text.charCodeAt(at)
    const unit = folded[raw] ?? 0
    if (unit === 0) continue
    if (isRun(unit) && length > 1 && units[length - 1] === unit && ends[length - 1] === at) {
      ends[length - 1] = at + 1
      continue
    }
    tokens[length] = vocabulary.tokens[raw] ?? 0
    units[length] = unit
    starts[length] = at
    ends[length] = at + 1
    length++
    if (endsSentence[unit] === 1 || length > longestSentence) close()
  }
  close()
  return sentences
}
