import { coverage, createTrial, tryChange, type Reading, type Trial } from './reading.ts'
import { likeness, type SpellerModel } from './model.ts'
import { nameLikeness } from './names.ts'
import type { Sentence } from './sentence.ts'
import { isHan } from './vocabulary.ts'
import { wordAround } from './words.ts'

export const editKinds = { replace: 0, remove: 1, insert: 2, swap: 3 } as const

/** A change of tokens[from, to) with its features for the gate. */
export interface Proposal {
  readonly kind: number
  readonly from: number
  readonly to: number
  readonly replacement: readonly number[]
  readonly gain: number
  readonly features: Float32Array
}

export const featureCount = 52

/** Index of the first feature that compares a proposal with its rivals; these are filled in last. */
const rivalFeatures = 44

/** Per position so many replacements, and per gap so many insertions, go to the gate. */
const replacementsKept = 3
const insertionsKept = 2
/** Insertions are looked for among so many of the most frequent characters. */
const insertable = 1200

const leastGain = { replace: -0.6, remove: 1.2, insert: 0.6, swap: 1.2 } as const

interface Work {
  readonly model: SpellerModel
  readonly sentence: Sentence
  readonly reading: Reading
  readonly trial: Trial
}

const own = (work: Work, at: number) => (at > 0 && at < work.sentence.length ? (work.reading.own[at] as number) : 0)

/** The sort of character at a place: 0 none, 1 digit, 2 letter, 3 mark, 4 unknown, 5 Han. */
const sortOf = ({ units, tokens, length }: Sentence, at: number) => {
  if (at < 1 || at >= length) return 0
  const unit = units[at] as number
  if (unit === 0x30) return 1
  if (unit === 0x61) return 2
  if (tokens[at] === 0) return 4
  return isHan(unit) ? 5 : 3
}

const baseOf = (work: Work, from: number, to: number) => {
  let sum = 0
  for (let at = from; at < Math.min(work.sentence.length, to + 4); at++) sum += work.reading.own[at] as number
  return sum
}

const elsewhere = ({ tokens, length }: Sentence, token: number, from: number, to: number) => {
  for (let at = 1; at < length; at++) if (tokens[at] === token && (at < from || at >= to)) return 1
  return 0
}

interface Draft {
  readonly kind: number
  readonly from: number
  readonly to: number
  readonly replacement: readonly number[]
  /** Index in the confusion table, -1 outside it. */
  readonly slot: number
}

/** Features of the change that the trial has just read. */
const describe = (work: Work, draft: Draft, base: number): Proposal => {
  const { model, sentence, reading, trial } = work
  const { kind, from, to, replacement, slot } = draft
  const { confusions, language } = model
  const f = new Float32Array(featureCount)
  const token = sentence.tokens[from] as number
  const right = replacement[0] ?? 0
  const gain = trial.sum - base
  f[0] = kind
  f[1] = gain
  f[2] = (trial.own[trial.at] as number) - own(work, from)
  f[3] = gain - f[2]
  f[4] = base
  f[5] = own(work, from)
  f[6] = trial.own[trial.at] as number
  f[7] = reading.mean
  f[8] = own(work, from - 1)
  f[9] = own(work, from + 1)
  f[10] = own(work, from + 2)
  f[11] = own(work, from - 2)
  coverage(reading.reach, from, sentence.length, f, 12)
  coverage(trial.reach, trial.at, trial.length, f, 17)
  f[22] = wordAround(model.words, sentence.tokens, sentence.length, from)
  f[23] = wordAround(model.words, trial.tokens, trial.length, trial.at)
  f[24] = language.unigrams[token] as number
  f[25] = language.unigrams[right] as number
  const alike = slot < 0 ? 0 : (confusions.kinds[slot] as number)
  f[26] = (alike & likeness.sameSound) !== 0 ? 2 : (alike & likeness.nearSound) !== 0 ? 1 : 0
  f[27] = (alike & likeness.shape) !== 0 ? 1 : 0
  f[28] = (alike & likeness.sameTone) !== 0 ? 1 : 0
  const pairs = slot < 0 ? 0 : (confusions.pairs[slot] as number)
  f[29] = Math.log1p(pairs)
  f[30] = Math.log1p(confusions.errors[token] as number)
  f[31] = Math.log1p(confusions.errors[token] as number) + (language.unigrams[token] as number) * 2.3
  f[32] = pairs / ((confusions.errors[token] as number) + 2)
  f[33] = elsewhere(sentence, right, from, to)
  f[34] = elsewhere(sentence, token, from, to)
  f[35] = sortOf(sentence, from - 1)
  f[36] = sortOf(sentence, to)
  f[37] = sentence.length
  f[38] = nameLikeness(sentence.units, from)
  f[39] = kind === editKinds.insert ? 0 : nameLikeness(sentence.units, from + 1)
  f[40] =
    sentence.tokens[from] === sentence.tokens[from - 1] || sentence.tokens[from] === sentence.tokens[from + 1] ? 1 : 0
  f[41] = Math.min(from, 6)
  f[42] = Math.min(sentence.length - to, 6)
  f[43] = slot < 0 ? token : Math.min(slot - (confusions.starts[token] as number), 60)
  return { kind, from, to, replacement, gain, features: f }
}

const attempt = (work: Work, draft: Draft, base: number, least: number, lenient: boolean, found: Proposal[]) => {
  const { model, sentence, reading, trial } = work
  if (!tryChange(model.language, sentence, reading, [draft.from, draft.to], draft.replacement, lenient, trial)) return
  if (trial.sum - base >= least) found.push(describe(work, draft, base))
}

const rank = (proposal: Proposal) => proposal.gain + 0.3 * (proposal.features[29] as number)

const keepBest = (found: Proposal[], kept: number, into: Proposal[]) => {
  if (found.length > 1) found.sort((x, y) => rank(y) - rank(x))
  const second = found[1]?.gain ?? -6
  found.slice(0, kept).forEach((proposal, index) => {
    proposal.features[44] = proposal.gain - (index === 0 ? second : (found[0]?.gain ?? 0))
    proposal.features[45] = index
    proposal.features[46] = found.length
    into.push(proposal)
  })
}

/** Whether a token is worth its candidates: it, or what follows it, surprises. Characters often confused have a lower bar. */
const suspicious = (work: Work, at: number) => {
  const often = (work.model.confusions.errors[work.sentence.tokens[at] as number] as number) >= 20
  const bar = often ? 0.45 : 1.1
  return own(work, at) < -bar || own(work, at + 1) < -bar * 1.6 || own(work, at + 2) < -bar * 2.4
}

const replacementsAt = (work: Work, at: number, into: Proposal[]) => {
  const { confusions } = work.model
  const token = work.sentence.tokens[at] as number
  const to = confusions.starts[token + 1] as number
  const found: Proposal[] = []
  const base = baseOf(work, at, at + 1)
  for (let slot = confusions.starts[token] as number; slot < to; slot++) {
    const draft = {
      kind: editKinds.replace,
      from: at,
      to: at + 1,
      replacement: [confusions.tokens[slot] as number],
      slot,
    }
    attempt(work, draft, base, leastGain.replace, (confusions.pairs[slot] as number) > 2, found)
  }
  keepBest(found, replacementsKept, into)
}

const removalAt = (work: Work, at: number, into: Proposal[]) => {
  const found: Proposal[] = []
  const draft = { kind: editKinds.remove, from: at, to: at + 1, replacement: [], slot: -1 }
  attempt(work, draft, baseOf(work, at, at + 1), leastGain.remove, false, found)
  keepBest(found, 1, into)
}

const insertionsAt = (work: Work, at: number, into: Proposal[]) => {
  const found: Proposal[] = []
  const base = baseOf(work, at, at)
  const { units } = work.model.vocabulary
  const most = Math.min(units.length, insertable)
  for (let token = 2; token < most; token++) {
    if (!isHan(units[token] as number)) continue
    attempt(
      work,
      { kind: editKinds.insert, from: at, to: at, replacement: [token], slot: -1 },
      base,
      leastGain.insert,
      false,
      found,
    )
  }
  keepBest(found, insertionsKept, into)
}

const swapAt = (work: Work, at: number, into: Proposal[]) => {
  const { tokens } = work.sentence
  const [left, right] = [tokens[at] as number, tokens[at + 1] as number]
  if (left === right) return
  const found: Proposal[] = []
  const draft = { kind: editKinds.swap, from: at, to: at + 2, replacement: [right, left], slot: -1 }
  attempt(work, draft, baseOf(work, at, at + 2), leastGain.swap, false, found)
  keepBest(found, 1, into)
}

/** Tells every proposal about its rivals: the best other change nearby, and how unsettled the sentence is. */
const compare = (proposals: Proposal[]) => {
  for (const proposal of proposals) {
    let near = -6
    let strong = 0
    for (const other of proposals) {
      if (other.gain > 2) strong++
      if (other === proposal || (other.kind === proposal.kind && other.from === proposal.from)) continue
      if (other.from <= proposal.to + 1 && other.to >= proposal.from - 1 && other.gain > near) near = other.gain
    }
    proposal.features[rivalFeatures + 3] = proposal.gain - near
    proposal.features[rivalFeatures + 4] = near
    proposal.features[rivalFeatures + 5] = strong
    proposal.features[rivalFeatures + 6] = proposals.length
  }
}

/** All changes of a sentence that the language model does not mind, with their features. */
export const propose = (model: SpellerModel, sentence: Sentence, reading: Reading): Proposal[] => {
  const work: Work = { model, sentence, reading, trial: createTrial() }
  const proposals: Proposal[] = []
  const han = (at: number) => at < sentence.length && isHan(sentence.units[at] as number)
  for (let at = 1; at < sentence.length; at++) {
    if (!han(at)) continue
    if (suspicious(work, at)) replacementsAt(work, at, proposals)
    const doubt = Math.min(own(work, at), own(work, at + 1))
    if (doubt < -2) removalAt(work, at, proposals)
    if (own(work, at) < -2.6 && (reading.reach[at] as number) <= 2 && at > 1) insertionsAt(work, at, proposals)
    if (doubt < -2.6 && han(at + 1)) swapAt(work, at, proposals)
  }
  compare(proposals)
  return proposals
}
