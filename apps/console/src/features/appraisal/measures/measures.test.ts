import { describe, expect, it } from 'vitest'
import type { MeasureView } from '@rongmei/contract'
import { cleanParams, paramText, startingParams } from './params.ts'
import { searchMeasures } from './search.ts'

const measure = (change: Partial<MeasureView>): MeasureView => ({
  name: 'newsroom.on-time-publishing',
  title: '发布及时率',
  unit: '%',
  description: '按时发布的稿件占计划的比例',
  module: 'newsroom',
  params: [],
  ...change,
})
const year = { name: 'year', title: '年度', kind: 'year' as const, choices: [], default: 2023 }
const kind = {
  name: 'kind',
  title: '稿件类别',
  kind: 'choice' as const,
  choices: [{ value: 'video', label: '短视频' }],
  default: undefined,
}

describe('finding a measure', () => {
  const all = [
    measure({ name: 'identity.staffing', title: '人员到位率', description: '在岗 ÷ 核定', module: 'identity' }),
    measure({}),
    measure({ name: 'x', title: '稿件', description: '与及时无关' }),
  ]
  it.each([
    ['', ['identity.staffing', 'newsroom.on-time-publishing', 'x']],
    ['及时', ['newsroom.on-time-publishing', 'x']],
    ['稿件', ['x', 'newsroom.on-time-publishing']],
    ['稿件 及时', ['newsroom.on-time-publishing', 'x']],
    ['STAFFING', ['identity.staffing']],
    ['没有', []],
  ])('by 「%s」', (query, names) => expect(searchMeasures(all, query).map((found) => found.name)).toEqual(names))
})

describe('parameters', () => {
  const asked = measure({ params: [year, kind] })
  it('start with the year of the form', () => expect(startingParams(asked, 2024)).toEqual({ year: 2024 }))
  it('start with the defaults on their own', () => expect(startingParams(asked)).toEqual({ year: 2023 }))
  it('leave out blanks and strangers, keep the threshold', () => {
    const meets = { op: '>=', value: '90' }
    expect(cleanParams(asked, { year: 2023, kind: '', other: 1, meets })).toEqual({ year: 2023, meets })
  })
  it('read in words', () => {
    expect(paramText(kind, 'video')).toBe('稿件类别 短视频')
    expect(paramText(year, undefined)).toBe('年度 —')
  })
})
