import type { BlockRule, Draft } from '../types.ts'
import { findEdits, type Edit } from './correct.ts'
import type { SpellerModel } from './model.ts'
import { editKinds } from './propose.ts'

/** quiet: few findings, nearly all of them right; strict: the best balance of found and false. */
export type SpellerLevel = 'quiet' | 'strict'

export const spellerId = 'speller/ngram'

const explain = (kind: number, quote: string, right: string): string => {
  if (kind === editKinds.insert) return `此处可能漏字，疑应为“${right}”。`
  if (kind === editKinds.remove) return `“${quote}”可能是多余的字。`
  if (kind === editKinds.swap) return `“${quote}”可能字序颠倒，疑应为“${right}”。`
  return `“${quote}”在此处少见，疑应为“${right}”。`
}

/** A finding needs text to stand on: an insertion quotes the character after it. */
const toDraft = (text: string, { kind, start, end, replacement, probability }: Edit): Draft => {
  const until = start === end ? start + 1 : end
  const right = replacement + text.slice(end, until)
  return {
    start,
    end: until,
    suggestions: [right],
    explanation: explain(kind, text.slice(start, until), right),
    confidence: Math.round(probability * 1000) / 1000,
  }
}

/** The speller as a rule beside the others. */
export const spellerRule = (model: SpellerModel, level: SpellerLevel): BlockRule => ({
  id: spellerId,
  class: '错别字',
  name: '统计纠错',
  basis: '统计模型',
  severity: '建议',
  confidence: model.thresholds[level],
  examples: ['部属→部署'],
  scope: 'block',
  run: ({ text }) => findEdits(model, text, model.thresholds[level]).map((edit) => toDraft(text, edit)),
})
