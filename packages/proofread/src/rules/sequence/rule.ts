import { matches } from '../../text/scan.ts'
import type { Draft, PlacedBlock, Rule } from '../../types.ts'

const digits = '一二三四五六七八九'

const valueOf = (text: string): number => {
  if (/^[0-9]+$/.test(text)) return Number(text)
  const [tens = '', ones] = text.split('十')
  const digit = (char: string) => (char === '' ? 0 : digits.indexOf(char) + 1)
  if (ones === undefined) return digit(text)
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones)
}

const write = (value: number, like: string): string => {
  if (/^[0-9]/.test(like)) return String(value)
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones - 1] : ''}`
}

const han = '[一二三四五六七八九十]{1,3}'

/** The levels of numbering at the head of a paragraph (一、 （一） 1. （1）), highest first. */
const levels = [
  new RegExp(`^\\s{0,8}(${han})、`),
  new RegExp(`^\\s{0,8}[（(](${han})[）)]`),
  /^\s{0,8}([0-9]{1,2})[.．、](?![0-9])/,
  /^\s{0,8}[（(]([0-9]{1,2})[）)]/,
]

const inline = new RegExp(`(?<=[，。；：:]|^)(?:第(${han})[，,、是]|(${han})是(?=[\\u4e00-\\u9fff]))`, 'g')

const report = (start: number, numeral: string, expected: number, got: number): Draft => ({
  start,
  end: start + numeral.length,
  suggestions: [write(expected, numeral)],
  explanation:
    got < expected
      ? `序号“${numeral}”重复或倒退，按顺序应为“${write(expected, numeral)}”。`
      : `序号跳号：前面是“${write(expected - 1, numeral)}”，此处应为“${write(expected, numeral)}”。`,
})

/** Headings of one level under one parent must count up by one. A series begins with one; anything else is left alone. */
const headings = (blocks: readonly PlacedBlock[]): Draft[] => {
  const drafts: Draft[] = []
  const counts = levels.map(() => 0)
  for (const { text, start } of blocks) {
    levels.forEach((pattern, level) => {
      const match = pattern.exec(text)
      if (!match) return
      const numeral = match[1] ?? ''
      const value = valueOf(numeral)
      const expected = (counts[level] ?? 0) + 1
      if (value !== 1 && expected > 1 && value !== expected) {
        drafts.push(report(start + match[0].indexOf(numeral), numeral, expected, value))
      }
      counts[level] = value === 1 || expected > 1 ? value : 0
      counts.fill(0, level + 1)
    })
  }
  return drafts
}

/** 一是……二是……四是, 第一，……第三，……: the same within one paragraph. */
const series = ({ text, start }: PlacedBlock): Draft[] => {
  const drafts: Draft[] = []
  const counts = [0, 0]
  for (const match of matches(inline, text)) {
    const kind = match[1] === undefined ? 1 : 0
    const numeral = match[1] ?? match[2] ?? ''
    const value = valueOf(numeral)
    const expected = (counts[kind] ?? 0) + 1
    if (value !== 1 && expected > 1 && value !== expected) {
      drafts.push(report(start + match.index + match[0].indexOf(numeral), numeral, expected, value))
    }
    counts[kind] = value === 1 || expected > 1 ? value : 0
  }
  return drafts
}

export const rule: Rule = {
  id: 'sequence',
  class: '序号',
  name: '序号跳号、重号',
  basis: 'GB/T 9704—2012 7.3.3（结构层次序数）',
  severity: '建议',
  confidence: 0.88,
  scope: 'document',
  examples: ['一、二、四、→一、二、三、', '一是……三是……→一是……二是……'],
  run: ({ blocks }) => [...headings(blocks), ...blocks.flatMap(series)],
}
