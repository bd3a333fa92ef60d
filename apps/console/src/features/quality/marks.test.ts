import { expect, test } from 'vitest'
import { addMissed, stretchesOf, unionOf } from './marks.ts'

const mark = (start: number, end: number, block = 0) => ({ block, start, end, quote: '', right: '' })

test('a block is cut where findings and marks begin and end', () => {
  const stretches = stretchesOf('甲乙丙丁戊', [{ index: 3, start: 1, end: 2 }], [{ ...mark(3, 5), index: 0 }])
  expect(stretches).toEqual([
    { text: '甲', finding: null, missed: null },
    { text: '乙', finding: 3, missed: null },
    { text: '丙', finding: null, missed: null },
    { text: '丁戊', finding: null, missed: 0 },
  ])
  expect(stretchesOf('', [], [])).toEqual([])
})

test('a new mark takes the place of those it touches, in reading order', () => {
  expect(addMissed([mark(4, 6), mark(0, 2)], mark(5, 7))).toEqual([mark(0, 2), mark(5, 7)])
  expect(addMissed([mark(4, 6)], mark(4, 6, 1))).toEqual([mark(4, 6), mark(4, 6, 1)])
})

test('a third person begins with all that was said', () => {
  expect(
    unionOf([
      { wrong: [2], missed: [mark(0, 2)] },
      { wrong: [0, 2], missed: [mark(1, 3), mark(8, 9)] },
    ]),
  ).toEqual({
    wrong: [0, 2],
    missed: [mark(1, 3), mark(8, 9)],
  })
})
