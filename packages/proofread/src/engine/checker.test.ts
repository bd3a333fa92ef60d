import { describe, expect, test } from 'vitest'
import { check, correct, createChecker, maxLength, ruleCatalogue, severities, type ProofDocument } from '../index.ts'
import { resolveOverlaps } from './resolve.ts'
import type { Finding } from '../types.ts'

const brief = (findings: readonly Finding[]) => findings.map(({ quote, start }) => [quote, start])

test('a finding carries everything a reader of it needs', () => {
  expect(check('会议布署了工作。')).toEqual([
    {
      start: 2,
      end: 4,
      quote: '布署',
      suggestions: ['部署'],
      class: '错别字',
      severity: '必须改',
      confidence: 0.95,
      ruleId: 'wrong-word',
      basis: '《现代汉语词典》（第7版）词形',
      explanation: '“布署”应为“部署”。',
    },
  ])
})

test('offsets of a document count into its blocks joined by line breaks', () => {
  const document: ProofDocument = {
    blocks: [
      { kind: 'title', text: '布署会召开' },
      { kind: 'paragraph', text: '😀既然布署了，就要落实。' },
    ],
  }
  const text = document.blocks.map((block) => block.text).join('\n')
  const findings = check(document)
  expect(brief(findings)).toEqual([
    ['布署', 0],
    ['布署', 10],
  ])
  for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.quote)
})

test('carriage returns belong to no line and shift no offset', () => {
  const text = '会议布署了工作.\r\n会议布署了工作.\r\n'
  const findings = check(text)
  expect(brief(findings)).toEqual([
    ['布署', 2],
    ['.', 7],
    ['布署', 12],
    ['.', 17],
  ])
  expect(findings.every((finding) => text.slice(finding.start, finding.end) === finding.quote)).toBe(true)
})

test('a checker gives for an edited document what a fresh one gives', () => {
  const checker = createChecker()
  const lines = ['会议布署了工作。', '大家齐心协力。', '“引语没有结束。']
  checker.check(lines.join('\n'))
  const edited = [lines[1], lines[0], '新的一段，侯选人名单。', lines[2], lines[0]].join('\n')
  expect(checker.check(edited)).toEqual(check(edited))
})

test('nothing inside one of the centre’s own words is flagged', () => {
  const text = '布署号游船靠岸，会议布署工作。'
  expect(brief(check(text, { words: ['布署号'] }))).toEqual([['布署', 10]])
})

test('nothing inside an address is flagged', () => {
  expect(check('网址是https://a.cn/布署，请收藏。'.replace('布署', 'a,,b'))).toEqual([])
})

test('a disabled rule stays silent', () => {
  expect(check('会议布署了工作。', { disable: ['wrong-word'] })).toEqual([])
})

test('an aborted signal ends the check with its reason', () => {
  const stop = new AbortController()
  stop.abort(new Error('已取消'))
  expect(() => check('会议布署了工作。', { signal: stop.signal })).toThrow('已取消')
})

test.each([
  [() => check('字'.repeat(maxLength + 1)), '文本过长'],
  [() => check('\n'.repeat(200_001)), '段落过多'],
  [() => check('', { publishedOn: '2023-02-30' }), '发稿日期“2023-02-30”不是有效日期'],
  [() => check('', { words: ['长'.repeat(201)] }), '自用词中有超过 200 字的条目'],
  [() => check('', { words: Array.from({ length: 50_001 }, () => '词') }), '自用词过多'],
  [() => check('', { roster: [{ name: '甲', title: '乙', validTo: '明天' }] }), '甲的终止日期“明天”不是有效日期'],
])('bad input %# ends in a clear message', (act, message) => {
  expect(act).toThrow(message)
})

describe('overlaps', () => {
  const finding = (
    start: number,
    end: number,
    severity: Finding['severity'],
    confidence: number,
    ruleId = 'a',
  ): Finding => ({
    start,
    end,
    quote: '',
    suggestions: [],
    class: '标点',
    severity,
    confidence,
    ruleId,
    basis: '',
    explanation: '',
  })

  test.each([
    ['the graver', finding(0, 2, '必须改', 0.5), finding(1, 3, '建议', 0.9)],
    ['the surer', finding(1, 3, '建议', 0.9), finding(0, 2, '建议', 0.5)],
    ['the longer', finding(0, 3, '建议', 0.5), finding(0, 2, '建议', 0.5)],
    ['the earlier', finding(0, 2, '建议', 0.5), finding(1, 3, '建议', 0.5)],
    ['the first by id', finding(0, 2, '建议', 0.5, 'a'), finding(0, 2, '建议', 0.5, 'b')],
  ])('%s stays', (_, stays, goes) => {
    expect(resolveOverlaps([goes, stays], 3)).toEqual([stays])
  })

  test('neighbours both stay, in order', () => {
    const [first, second] = [finding(0, 2, '提示', 0.1), finding(2, 3, '必须改', 0.9)]
    expect(resolveOverlaps([second, first], 3)).toEqual([first, second])
  })
})

describe('correct', () => {
  test('applies what must be changed and leaves the rest', () => {
    expect(correct('会议布署了工作，大家度过难关。')).toBe('会议部署了工作，大家度过难关。')
    expect(correct('会议布署了工作，大家度过难关。', 'all')).toBe('会议部署了工作，大家渡过难关。')
  })

  test('goes on until a correction uncovers nothing more', () => {
    expect(correct('进行进行进行了了部署。。')).toBe(correct(correct('进行进行进行了了部署。。')))
  })
})

test('the catalogue describes every rule once, in Chinese', () => {
  const ids = ruleCatalogue.map((rule) => rule.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const rule of ruleCatalogue) {
    expect(severities).toContain(rule.severity)
    expect(rule.name).toMatch(/[一-龥]/)
    expect(rule.basis).toMatch(/[一-龥]/)
    expect(rule.examples.length).toBeGreaterThan(0)
  }
})
