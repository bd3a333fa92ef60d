import { judge } from './gate.ts'
import type { SpellerModel } from './model.ts'
import { editKinds, propose, type Proposal } from './propose.ts'
import { readSentence } from './reading.ts'
import { splitSentences, type Sentence } from './sentence.ts'

/** A change of text[start, end) with the probability that it is right. */
export interface Edit {
  readonly kind: number
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly probability: number
}

const textOf = (model: SpellerModel, tokens: readonly number[]) =>
  String.fromCharCode(...tokens.map((token) => model.vocabulary.units[token] as number))

const toEdit = (model: SpellerModel, sentence: Sentence, proposal: Proposal, probability: number): Edit => {
  const { kind, from, to, replacement } = proposal
  const start = sentence.starts[from] as number
  const end = kind === editKinds.insert ? start : (sentence.ends[to - 1] as number)
  return { kind, start, end, replacement: textOf(model, replacement), probability }
}

/** Surest first; of changes that touch each other's characters one stays. */
const choose = (edits: readonly Edit[]) => {
  const chosen: Edit[] = []
  for (const edit of edits.toSorted((x, y) => y.probability - x.probability || x.start - y.start)) {
    const clashes = chosen.some((other) => {
      if (other.start === edit.start) return true
      const shifts = edit.kind !== editKinds.replace || other.kind !== editKinds.replace ? 1 : 0
      return edit.start < other.end + shifts && other.start < edit.end + shifts
    })
    if (!clashes) chosen.push(edit)
  }
  return chosen.toSorted((x, y) => x.start - y.start)
}

/** The edits of one paragraph at or above a probability, in order, none touching another. */
export const findEdits = (model: SpellerModel, text: string, threshold: number): Edit[] =>
  splitSentences(text, model.vocabulary).flatMap((sentence) => {
    const edits: Edit[] = []
    for (const proposal of propose(model, sentence, readSentence(model.language, sentence))) {
      const probability = judge(model.gate, proposal.features, 0)
      if (probability >= threshold) edits.push(toEdit(model, sentence, proposal, probability))
    }
    return choose(edits)
  })

/** Applies ordered edits. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  let at = 0
  let result = ''
  for (const { start, end, replacement } of edits) {
    result += text.slice(at, start) + replacement
    at = end
  }
  return result + text.slice(at)
}
