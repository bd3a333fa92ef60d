import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockDiff, type Block, diffBlocks, diffText, fromText, type TextPart } from '../index.ts'
import { someBody, someText } from '../testing/arbitrary.ts'
import { doc, p, t } from '../testing/build.ts'
import { editScript } from './script.ts'
import { unitsOf } from './units.ts'

const ids = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 })
const side = (parts: TextPart[], drop: TextPart['kind']) =>
  parts
    .filter((part) => part.kind !== drop)
    .map((part) => part.text)
    .join('')
const brief = (diffs: BlockDiff[]) =>
  diffs.map((one) => `${one.kind}:${'before' in one ? one.before.text : ''}>${'after' in one ? one.after.text : ''}`)

describe('editScript', () => {
  it('finds a shortest script: as many common elements as the longest common subsequence has', () => {
    fc.assert(
      fc.property(ids, ids, (left, right) => {
        const { runs } = editScript(left, right, 1e6)
        let x = 0
        let y = 0
        let same = 0
        for (const { kind, count } of runs ?? []) {
          if (kind === 'same') for (let step = 0; step < count; step += 1) expect(left[x + step]).toBe(right[y + step])
          if (kind === 'same') same += count
          if (kind !== 'added') x += count
          if (kind !== 'removed') y += count
        }
        expect([x, y, same]).toEqual([left.length, right.length, longestCommon(left, right)])
      }),
      { numRuns: 500 },
    )
  })

  it('gives up within its budget', () => {
    const left = Array.from({ length: 200_000 }, (_, index) => index)
    const right = left.map((id) => -1 - id)
    const { runs, work } = editScript(left, right, 50_000)
    expect(runs).toBeNull()
    expect(work).toBeLessThan(60_000)
  })

  it('spends one step per element on equal sides', () => {
    const left = Array.from({ length: 100_000 }, (_, index) => index % 7)
    expect(editScript(left, left.slice(), 0)).toEqual({ runs: [{ kind: 'same', count: 100_000 }], work: 100_000 })
  })
})

describe('diffText', () => {
  it.each([
    ['今天开会', '明天开会', '-今+明=天开会'],
    ['共2023人', '共2024人', '=共-2023+2024=人'],
    ['松江区今天举行会议', '上海市昨天召开会议', '-松江区今天举行+上海市昨天召开=会议'],
    ['', '甲', '+甲'],
    ['甲', '', '-甲'],
    ['甲', '甲', '=甲'],
    ['一😀二', '一😁二', '=一-😀+😁=二'],
  ])('%s → %s', (before, after, expected) => {
    const sign = { same: '=', removed: '-', added: '+' }
    expect(
      diffText(before, after)
        .map((part) => sign[part.kind] + part.text)
        .join(''),
    ).toBe(expected)
  })

  it('gives both texts back', () => {
    fc.assert(
      fc.property(someText, someText, fc.constantFrom(0, 5, 1e6), (before, after, budget) => {
        const parts = diffText(before, after, budget)
        expect([side(parts, 'added'), side(parts, 'removed')]).toEqual([before, after])
      }),
    )
  })
})

describe('diffBlocks', () => {
  it.each<[string, string, string[]]>([
    ['甲\n乙', '甲\n乙', ['same:甲>甲', 'same:乙>乙']],
    ['甲\n乙', '甲\n新\n乙', ['same:甲>甲', 'added:>新', 'same:乙>乙']],
    ['甲\n旧\n乙', '甲\n乙', ['same:甲>甲', 'removed:旧>', 'same:乙>乙']],
    ['今天在松江开会', '明天在松江开会', ['changed:今天在松江开会>明天在松江开会']],
    ['完全不同的一段', '另外写成别句话', ['removed:完全不同的一段>', 'added:>另外写成别句话']],
    [
      '第一段讲经济\n第二段讲文化',
      '新加的开头\n第一段讲经济形势\n第二段讲文化活动',
      ['added:>新加的开头', 'changed:第一段讲经济>第一段讲经济形势', 'changed:第二段讲文化>第二段讲文化活动'],
    ],
    ['', '甲', ['added:>甲']],
  ])('%j → %j', (before, after, expected) => {
    expect(brief(diffBlocks(fromText(before), fromText(after)))).toEqual(expected)
  })

  const picture = (attrs: object): Block => ({
    type: 'picture',
    attrs: { src: 'https://a.cn/1', alt: '', caption: '', ...attrs },
  })
  it.each<[string, Block, Block, string[]]>([
    ['a mark', p('甲乙'), p(t('甲乙', { type: 'bold' })), ['changed']],
    ['a heading', p('甲乙'), { type: 'heading', attrs: { level: 2 }, content: [t('甲乙')] }, ['changed']],
    ['a container', p('甲乙'), { type: 'blockquote', content: [p('甲乙')] }, ['changed']],
    ['a caption', picture({ caption: '旧' }), picture({ caption: '新' }), ['changed']],
    ['an alternative text', picture({}), picture({ alt: '新' }), ['changed']],
    ['another picture', picture({}), picture({ src: 'https://a.cn/2' }), ['removed', 'added']],
    ['a rule', { type: 'horizontalRule' }, picture({}), ['removed', 'added']],
  ])('sees %s', (_name, before, after, kinds) => {
    expect(diffBlocks(doc(before), doc(after)).map((one) => one.kind)).toEqual(kinds)
  })

  it('lists every block of both sides once, in order, and agrees with itself', () => {
    fc.assert(
      fc.property(someBody, someBody, (before, after) => {
        const diffs = diffBlocks(before, after)
        expect(diffs.flatMap((one) => ('before' in one ? [one.before] : []))).toEqual(
          unitsOf(before).map((unit) => unit.block),
        )
        expect(diffs.flatMap((one) => ('after' in one ? [one.after] : []))).toEqual(
          unitsOf(after).map((unit) => unit.block),
        )
        expect(diffBlocks(before, before).every((one) => one.kind === 'same')).toBe(true)
      }),
    )
  })

  it('compares two bodies of 500,000 characters, alike or not', { timeout: 60_000 }, () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `第${index}段${'内容'.repeat(50)}`)
    const edited = lines.map((line, index) => (index % 100 === 0 ? `${line}改` : line))
    const diffs = diffBlocks(fromText(lines.join('\n')), fromText(edited.join('\n')))
    expect(diffs.filter((one) => one.kind === 'changed').length).toBe(50)
    const other = lines.map((_, index) => `${index}`.repeat(40))
    expect(diffBlocks(fromText(lines.join('\n')), fromText(other.join('\n'))).length).toBe(10_000)
  })
})

function longestCommon(left: readonly number[], right: readonly number[]): number {
  let above = right.map(() => 0)
  for (const one of left) {
    const line: number[] = []
    right.forEach((other, j) => {
      line.push(one === other ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, line[j - 1] ?? 0))
    })
    above = line
  }
  return above.at(-1) ?? 0
}
