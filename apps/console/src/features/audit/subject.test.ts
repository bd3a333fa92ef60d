import { expect, it } from 'vitest'
import { kindOptions } from './kinds.ts'
import { plainValue, readSubject } from './subject.ts'

it.each([
  ['story:018f', { thing: '稿件', id: '018f', to: '/stories/018f' }],
  ['indicator:9', { thing: '指标', id: '9', to: '/indicators/9' }],
  ['person:7', { thing: '人员', id: '7', to: null }],
  ['unknown:1:2', { thing: 'unknown', id: '1:2', to: null }],
  ['centre', { thing: '本中心', id: '', to: null }],
])('%s', (subject, read) => expect(readSubject(subject)).toEqual(read))

it.each([
  ['退回重写', '退回重写'],
  [3, '3'],
  [true, '是'],
  [null, '—'],
  [[], '—'],
  [['记者', '编辑'], '记者、编辑'],
  ['story.publish', '发布'],
  [['chiefReviewer'], '编委审稿人（二审）'],
  [{ reason: '缺来源', other: 1 }, '理由：缺来源；other：1'],
])('%j reads %s', (value, words) => expect(plainValue(value)).toBe(words))

it('offers each group as a whole before its single events', () => {
  const values = kindOptions().map(({ value }) => value)
  expect(values.indexOf('story.')).toBeLessThan(values.indexOf('story.submitted'))
  expect(new Set(values).size).toBe(values.length)
})
