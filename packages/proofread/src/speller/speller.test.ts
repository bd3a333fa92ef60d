import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { applyFindings, check, openModel, shippedModel } from '../index.ts'
import { packModel } from './artefact.ts'
import { boost } from '../train/boost.ts'
import { createCorpusReader } from '../train/corpus.ts'
import { editDistance } from '../train/distance.ts'
import { evaluate } from '../train/evaluate.ts'
import { trainSpeller } from '../train/train.ts'
import { judge } from './gate.ts'
import { createReader, read } from './language-model.ts'
import { splitSentences } from './sentence.ts'

const bytes = readFileSync(shippedModel)
const shipped = openModel(bytes)

const tiny = () => {
  const reader = createCorpusReader(1)
  for (let time = 0; time < 20; time++) reader.add('会议部署了工作。大家部署了任务。他在家里。')
  const input = {
    corpus: reader.finish(),
    pairs: [['会议部属了工作。', '会议部署了工作。']] as const,
    weights: [1],
    alike: { readings: ['U+7F72: shǔ # 署', 'U+5C5E: shǔ # 属'], shapes: [] },
    words: ['部署'],
    cutoffs: [0, 1, 1, 1, 1, 1] as const,
    thresholds: { quiet: 0.9, strict: 0.4 },
  }
  return trainSpeller(input, () => {})
}

describe('the shipped model', () => {
  test('is the one its card describes', () => {
    const card = readFileSync(new URL('MODEL.md', shippedModel), 'utf8')
    expect(card).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(bytes.length).toBeLessThan(40_000_000)
  })

  test.each([
    ['会议部属了下一步工作。', '会议部署了下一步工作。'],
    ['我们要再明年完成任务。', '我们要在明年完成任务。'],
    ['会议部署了下一步工作。', '会议部署了下一步工作。'],
  ])('%s → %s', (source, target) => {
    expect(applyFindings(source, check(source, { speller: { model: shipped, level: 'strict' } }))).toBe(target)
  })

  test.each(['的', '部属', '\ud800', '\u200b', '😀'])(
    'five thousand of %j are a text like any other',
    (unit) => {
      const text = unit.repeat(5_000 / unit.length)
      for (const { start, end, quote } of check(text, { speller: { model: shipped, level: 'quiet' } }))
        expect(text.slice(start, end)).toBe(quote)
    },
    60_000,
  )
})

test('a tiny model prefers what it has read, and survives packing', () => {
  const model = openModel(packModel(tiny()))
  const score = (text: string) => {
    const reader = createReader()
    let [sum, before] = [0, 1]
    for (const sentence of splitSentences(text, model.vocabulary)) {
      for (let at = 1; at < sentence.length; at++) {
        read(model.language, sentence.tokens, at, before, reader)
        before = reader.reach
        sum += reader.probability
      }
    }
    return sum
  }
  expect(score('会议部署了工作。')).toBeGreaterThan(score('会议工署了部作。') + 1)
})

test('training twice gives the same bytes', () => {
  expect(packModel(tiny())).toEqual(packModel(tiny()))
})

test.each([new Uint8Array(0), bytes.subarray(0, 1000), new TextEncoder().encode('no model at all')])(
  'what is no model is refused',
  (broken) => expect(() => openModel(broken)).toThrow(RangeError),
)

test('boosting learns a threshold', () => {
  const values = Float32Array.from({ length: 400 }, (_, row) => row)
  const labels = Uint8Array.from(values, (value) => (value > 250 ? 1 : 0))
  const rows = { width: 1, values, labels, weights: new Float32Array(400).fill(1) }
  const gate = boost(rows, { trees: 60, leaves: 4, rate: 0.3, smallest: 5, ridge: 1 }, () => {})
  expect(judge(gate, Float32Array.of(100), 0)).toBeLessThan(0.1)
  expect(judge(gate, Float32Array.of(300), 0)).toBeGreaterThan(0.9)
})

test.each([
  ['部属', '部署', 1],
  ['进行了了', '进行了', 1],
  ['工作', '作工', 1],
  ['同一句', '同一句', 0],
])('from %s to %s is %i', (from, to, distance) => expect(editDistance(from, to, 5)).toBe(distance))

test('the figures count whole sentences', () => {
  const pairs = [
    ['甲乙', '甲丙'],
    ['甲乙', '甲丁'],
    ['甲乙', '甲乙'],
    ['甲乙丙丁戊己庚辛壬癸', '甲乙丙丁戊己庚辛壬癸'],
  ] as const
  const figures = evaluate(pairs, ['甲丙', '甲丙', '甲丙', '甲乙丙丁戊己庚辛壬癸'], [1, 1, 1, 0])
  expect(figures).toMatchObject({ recall: 50, falsePositiveRate: 50 })
  expect(figures.precision).toBeCloseTo(100 / 3)
  expect(figures.detectionF1).toBeCloseTo(80)
  expect(figures.wrongEdits).toBeCloseTo(10_000 / 12)
})
