import { featureCount, propose, type Proposal } from '../speller/propose.ts'
import { readSentence } from '../speller/reading.ts'
import { splitSentences, type Sentence } from '../speller/sentence.ts'
import type { SpellerModel } from '../speller/model.ts'
import type { Rows } from './boost.ts'
import { countPairs, withCounts, type Pair } from './confusions.ts'
import { editDistance } from './distance.ts'

const folds = 5
/** Beyond so many edits a pair is another wording, not a correction. */
const mostEdits = 12

/** The text with one proposal applied. */
export const applyProposal = (text: string, sentence: Sentence, proposal: Proposal, units: Uint16Array): string => {
  const { from, to, replacement } = proposal
  const start = sentence.starts[from] as number
  const end = to > from ? (sentence.ends[to - 1] as number) : start
  return (
    text.slice(0, start) + String.fromCharCode(...replacement.map((token) => units[token] as number)) + text.slice(end)
  )
}

/** Whether a proposal takes the source nearer to the target. */
const isRight = (
  model: SpellerModel,
  [source, target]: Pair,
  sentence: Sentence,
  proposal: Proposal,
  distance: number,
) => {
  if (distance === 0 || distance > mostEdits) return false
  const { from, replacement } = proposal
  if (source.length === target.length && proposal.kind === 0) {
    const start = sentence.starts[from] as number
    return target.charCodeAt(start) === model.vocabulary.units[replacement[0] ?? 0]
  }
  const changed = applyProposal(source, sentence, proposal, model.vocabulary.units)
  return editDistance(changed, target, distance) === distance - 1
}

/**
 * What the gate learns from: every proposal on annotated pairs. The counts of annotated errors that a pair sees are those of
 * the other folds, or it would be told its own answer.
 */
export const gateRows = (model: SpellerModel, pairs: readonly Pair[], weights: readonly number[]): Rows => {
  const models = Array.from({ length: folds }, (_, fold) => {
    const counts = countPairs(pairs.filter((_pair, index) => index % folds !== fold))
    return { ...model, confusions: withCounts(model.confusions, model.vocabulary, counts) }
  })
  const values: Float32Array[] = []
  const labels: number[] = []
  const rowWeights: number[] = []
  pairs.forEach((pair, index) => {
    const own = models[index % folds] as SpellerModel
    const [source, target] = pair
    const distance = source === target ? 0 : editDistance(source, target, mostEdits)
    for (const sentence of splitSentences(source, own.vocabulary)) {
      for (const proposal of propose(own, sentence, readSentence(own.language, sentence))) {
        values.push(proposal.features)
        labels.push(isRight(own, pair, sentence, proposal, distance) ? 1 : 0)
        rowWeights.push(weights[index] ?? 1)
      }
    }
  })
  const flat = new Float32Array(values.length * featureCount)
  values.forEach((features, row) => flat.set(features, row * featureCount))
  return { width: featureCount, values: flat, labels: Uint8Array.from(labels), weights: Float32Array.from(rowWeights) }
}
