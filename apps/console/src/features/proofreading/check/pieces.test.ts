import type { FindingView } from '@rongmei/contract'
import { expect, test } from 'vitest'
import { piecesOf } from './pieces.ts'

const finding = (start: number, end: number): FindingView => ({
  start,
  end,
  quote: '',
  suggestions: [],
  class: '',
  severity: '建议',
  confidence: 1,
  ruleId: '',
  basis: '',
  explanation: '',
})
const shown = (texts: string[], ...findings: FindingView[]) =>
  piecesOf(
    texts.map((text) => ({ text })),
    findings,
  ).map((block) => block.map((piece) => (piece.finding === null ? piece.text : `[${piece.finding}${piece.text}]`)))

test.each([
  ['nothing found', ['一段', '二段'], [], [['一段'], ['二段']]],
  ['in the second block', ['一段', '有错字的'], [finding(4, 6)], [['一段'], ['有', '[0错字]', '的']]],
  ['a whole block', ['错'], [finding(0, 1)], [['[0错]']]],
  ['out of order', ['甲乙丙'], [finding(2, 3), finding(0, 1)], [['[1甲]', '乙', '[0丙]']]],
  ['overlapping', ['甲乙丙'], [finding(0, 2), finding(1, 3)], [['[0甲乙]', '[1丙]']]],
  ['over the end of a block', ['甲乙', '丙'], [finding(1, 4)], [['甲', '[0乙]'], ['丙']]],
])('%s', (_name, texts, findings, pieces) => {
  expect(shown(texts, ...findings)).toEqual(pieces)
})
