import { expect, test } from 'vitest'
import { compare, isSettled, tally } from './agreement.ts'

const miss = (start: number, end: number, block = 0) => ({ block, start, end, quote: '', right: '' })

test.each([
  ['nothing said by either', [], [], [], [], true],
  ['both call the same finding false', [1], [1], [], [], true],
  ['one calls a finding false', [1, 2], [2], [], [], false],
  ['both saw the error, one selected more of it', [], [], [miss(3, 5)], [miss(2, 4)], true],
  ['errors side by side are two', [], [], [miss(3, 5)], [miss(5, 6)], false],
  ['the same place in another block', [], [], [miss(3, 5)], [miss(3, 5, 1)], false],
])('%s', (_name, wrong1, wrong2, missed1, missed2, settled) => {
  const { dispute } = compare({ wrong: wrong1, missed: missed1 }, { wrong: wrong2, missed: missed2 })
  expect(isSettled(dispute)).toBe(settled)
})

test('what is agreed and what is not come apart, whoever is asked first', () => {
  const one = { wrong: [0, 2], missed: [miss(1, 2), miss(8, 9)] }
  const other = { wrong: [2, 3], missed: [miss(1, 3)] }
  const { agreed, dispute } = compare(one, other)
  expect(agreed).toEqual({ wrong: [2], missed: [miss(1, 2)] })
  expect(dispute).toEqual({ wrong: [0, 3], missed: [miss(8, 9)] })
  expect(compare(other, one).dispute).toEqual(dispute)
})

test('of five findings, one false, with two errors missed: four caught of six', () => {
  expect(tally(5, { wrong: [3], missed: [miss(0, 1), miss(4, 5)] })).toEqual({ caught: 4, missed: 2, wrong: 1 })
})
