import { expect, test } from 'vitest'
import { readWordTable } from './word-table.ts'

test.each([
  [
    'words',
    [['词语'], ['茸城'], [''], [' 云间 ']],
    [
      { kind: 'word', text: '茸城' },
      { kind: 'word', text: '云间' },
    ],
  ],
  [
    'people with dates in every way of writing',
    [
      ['姓 名', '职务', '有效期从', '有效期至'],
      ['张三', '区长', '2023-05-01', '2024年6月30日'],
      ['李四', '书记', '2023/5/1', ''],
    ],
    [
      { kind: 'person', text: '张三', title: '区长', valid_from: '2023-05-01', valid_to: '2024-06-30' },
      { kind: 'person', text: '李四', title: '书记', valid_from: '2023-05-01', valid_to: null },
    ],
  ],
  [
    'phrases with several wrong forms',
    [
      ['规范提法', '错误写法'],
      ['松江区融媒体中心', '松江融媒中心、松江区融媒中心'],
    ],
    [{ kind: 'phrase', text: '松江区融媒体中心', wrong: ['松江融媒中心', '松江区融媒中心'] }],
  ],
])('%s', (_name, rows, words) => {
  expect(readWordTable(rows)).toMatchObject({ words, problems: [] })
})

test('rows that cannot be taken are told by their number in the sheet; the others are taken', () => {
  const sheet = readWordTable([
    ['姓名', '职务', '有效期从', '有效期至'],
    ['张三', ''],
    ['李四', '书记', '2023-02-30'],
    ['王五', '书记', '2024-01-01', '2023-01-01'],
    ['赵'.repeat(81), '书记'],
    ['钱七', '书记'],
  ])
  expect(sheet?.words.map((word) => word.text)).toEqual(['钱七'])
  expect(sheet?.problems).toEqual([
    { row: 2, why: 'missing' },
    { row: 3, why: 'badDay' },
    { row: 4, why: 'badDay' },
    { row: 5, why: 'tooLong' },
  ])
  expect(
    readWordTable([
      ['提法', '错误写法'],
      ['甲', ''],
    ])?.problems,
  ).toEqual([{ row: 2, why: 'noWrong' }])
})

test.each([[[]], [[['甲', '乙']]], [[['电话']]]])('a sheet without a name we know is none of ours: %j', (rows) => {
  expect(readWordTable(rows)).toBeNull()
})
