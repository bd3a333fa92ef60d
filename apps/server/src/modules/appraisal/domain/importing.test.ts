import { type Form, readText } from '@rongmei/appraisal'
import { describe, expect, it } from 'vitest'
import { isImportable, isUnsure, nameApart, ruleSetOf } from './importing.ts'
import { readPoint, storePoint } from './points.ts'

const TEXT = [
  '财政项目支出绩效自评表',
  '(2023 年度)',
  '项目名称\t甲',
  '主管部门\t乙\t实施单位\t丙',
  '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  '产出指标\t数量指标\t次数\t=4\t=4\t100\t100\t',
  '总分\t\t\t\t\t100\t100\t',
].join('\n')
const [read] = readText(TEXT).projects
if (!read) throw new Error('not read')
const form = (change: Partial<Form>): Form => ({ ...read, ...change })
const ofKind = (kind: '申报表' | 'unsure' | 'other'): Form => form({ src: { kind, firstLine: 1, lastLine: 7 } })

describe('what can become a project', () => {
  it.each([
    ['a self-evaluation', form({}), true],
    ['one that could not be read for certain', ofKind('unsure'), true],
    ['a form of targets', ofKind('申报表'), false],
    ['another table', ofKind('other'), false],
    ['one without a year', form({ year: null }), false],
    ['one without a name', form({ name: '' }), false],
    ['one without indicators', form({ indicators: [] }), false],
  ])('%s', (_, given, allowed) => expect(isImportable(given)).toBe(allowed))
  it('says which rows need a look', () => {
    expect([1, 0.9, 0.85].map((confidence) => isUnsure({ confidence }))).toEqual([false, false, true])
  })
})

describe('names in one file', () => {
  it('are told apart, whatever their number', () => {
    const { forms, warnings } = nameApart(['甲', '乙', '甲', '甲', ''].map((name) => form({ name })))
    expect(forms.map((one) => one.name)).toEqual(['甲', '乙', '甲（第 2 张）', '甲（第 3 张）', ''])
    expect(warnings).toHaveLength(1)
  })
})

describe('points in the database', () => {
  it.each([5, 4.5, 0, '—', '', '待定', '5分'])('%j comes back as it was', (point) => {
    expect(readPoint(storePoint(point))).toBe(point)
  })
})

it.each([2019, 2023, 2030])('a form of %i has rules', (year) => expect(ruleSetOf(year)).toBe('cn-2020-10'))
