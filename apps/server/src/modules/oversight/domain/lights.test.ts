import { Decimal } from '@rongmei/kit'
import { expect, test } from 'vitest'
import { judgedBy, lightOf } from './lights.ts'

const d = (value: number) => new Decimal(value)

test.each([
  ['59.9 % of the pace', 4.1, 'red'],
  ['60 %', 4.2, 'yellow'],
  ['80 %', 5.6, 'green'],
  ['just under 120 %', 8.39, 'green'],
  ['120 %', 8.4, 'blue'],
] as const)('twelve a year, after seven months: %s', (_, actual, light) => {
  expect(lightOf({ by: 'pace', op: '>=', target: d(12), actual: d(actual), met: null }, 7)).toBe(light)
})

test.each([
  ['at the limit', '<=', 0, 0, 'green'],
  ['over the limit', '<=', 0, 1, 'red'],
  ['quality under its mark', '>=', 95, 94, 'red'],
] as const)('inside or outside: %s', (_, op, target, actual, light) => {
  expect(lightOf({ by: 'inside', op, target: d(target), actual: d(actual), met: null }, 7)).toBe(light)
})

test.each([
  [true, 'green'],
  [false, 'red'],
  [null, null],
] as const)('words, met %s', (met, light) => {
  expect(lightOf({ by: 'words', op: '=', target: null, actual: null, met }, 7)).toBe(light)
})

test('no value, no light; a pace of nothing is none', () => {
  expect(lightOf({ by: 'pace', op: '>=', target: d(12), actual: null, met: null }, 7)).toBeNull()
  expect(lightOf({ by: 'pace', op: '=', target: d(0), actual: d(0), met: null }, 7)).toBeNull()
})

test.each([
  ['数量指标', '>=', false, 'pace'],
  ['质量指标', '>=', false, 'inside'],
  ['社会效益指标', '<=', false, 'inside'],
  ['数量指标', '=', true, 'words'],
] as const)('%s %s, in words %s: by %s', (l2, op, inWords, by) => expect(judgedBy(l2, op, inWords)).toBe(by))
