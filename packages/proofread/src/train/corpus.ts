import {
  endsSentence,
  folded,
  isRun,
  mostTokens,
  opening,
  type Vocabulary,
  createVocabulary,
} from '../speller/vocabulary.ts'

/** A growing list of 16-bit numbers without the cost of a JavaScript array. */
const createTape = () => {
  let tape = new Uint16Array(1 << 20)
  let length = 0
  return {
    push(value: number) {
      if (length === tape.length) {
        const longer = new Uint16Array(tape.length + (tape.length >> 1))
        longer.set(tape)
        tape = longer
      }
      tape[length++] = value
    },
    get: () => tape.subarray(0, length),
  }
}

export interface CorpusReader {
  add(line: string): void
  /** The corpus as tokens, every sentence after an opening, and the vocabulary of its most frequent characters. */
  finish(): Corpus
}

export interface Corpus {
  readonly vocabulary: Vocabulary
  readonly tokens: Uint16Array
  /** Characters read, spaces left out. */
  readonly characters: number
}

/** Takes a corpus line by line (a paragraph each) and folds it; memory is two bytes a character. */
export const createCorpusReader = (least = 8): CorpusReader => {
  const tape = createTape()
  const counts = new Float64Array(0x1_0000)
  let characters = 0
  const add = (line: string) => {
    let last = 0
    tape.push(0)
    for (let at = 0; at < line.length; at++) {
      const unit = folded[line.charCodeAt(at)] ?? 0
      if (unit === 0) continue
      characters++
      if (isRun(unit) && unit === last) continue
      last = unit
      counts[unit] = (counts[unit] ?? 0) + 1
      tape.push(unit)
      if (endsSentence[unit] === 1) {
        tape.push(0)
        last = 0
      }
    }
  }
  const finish = (): Corpus => {
    const units = Array.from(counts.keys())
      .filter((unit) => (counts[unit] ?? 0) >= least)
      .toSorted((x, y) => (counts[y] ?? 0) - (counts[x] ?? 0) || x - y)
      .slice(0, mostTokens)
    const vocabulary = createVocabulary(units)
    const taped = tape.get()
    let length = 0
    for (const unit of taped) {
      const token = unit === 0 ? opening : (vocabulary.tokens[unit] ?? 0)
      if (token === opening && (length === 0 || taped[length - 1] === opening)) continue
      taped[length++] = token
    }
    return { vocabulary, tokens: taped.subarray(0, length), characters }
  }
  return { add, finish }
}
