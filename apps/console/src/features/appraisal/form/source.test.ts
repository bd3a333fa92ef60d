import { expect, it } from 'vitest'
import { indicator } from '../sample.fixture.ts'
import { sourceLine } from './source.ts'

const computed = {
  value: '0.97',
  text: '97%',
  unit: '%',
  coverage: 0.5,
  coverageNote: '',
  working: '97 ÷ 100',
  met: true,
  factCount: 3,
  at: '2023-12-31T16:00:00Z',
}
const typed = {
  value: '12',
  reason: '按台账',
  fileUrl: '/files/a.pdf',
  fileName: 'a.pdf',
  by: { id: 'p', name: '王芳' },
  at: computed.at,
}

it.each([
  [indicator({}), 'computed', '自报值，照原表录入'],
  [indicator({ mark: 'inferred' }), 'printed', '自报值，照原表录入；原表缺少标签，按顺序和名称推断'],
  [indicator({ mark: 'doubt', warnings: ['列数不符'] }), 'printed', '自报值，照原表录入；列数不符'],
  [indicator({ computed }), 'computed', '计算值：97 ÷ 100；覆盖率 50%；自报为「>=95%」'],
  [indicator({ computed }), 'printed', '自报值，照原表录入'],
  [indicator({ typed, actual: '12' }), 'computed', '手填：王芳，理由：按台账'],
  [indicator({ typed, actual: '' }), 'computed', '手填：王芳，理由：按台账；自报为「空」'],
] as const)('%#', (row, mode, line) => expect(sourceLine(row, mode)).toBe(line))
