import { describe, expect, it } from 'vitest'
import { importable, isUnsure, needsReplace, type PreviewForm, startingChoice } from './choice.ts'

const form = (change: Partial<PreviewForm>): PreviewForm => ({
  name: '设备购置',
  year: 2023,
  kind: '自评表',
  indicators: 10,
  statedTotal: '98.00',
  exists: false,
  lowConfidence: 0,
  warnings: [],
  lint: [],
  rows: [],
  ...change,
})

describe('what may be imported', () => {
  it.each([
    [form({}), true],
    [form({ kind: 'unsure' }), true],
    [form({ kind: '申报表' }), false],
    [form({ kind: 'other' }), false],
    [form({ year: null }), false],
    [form({ name: '' }), false],
    [form({ indicators: 0 }), false],
  ])('%#', (given, allowed) => expect(importable(given)).toBe(allowed))

  const forms = [form({}), form({ name: '节目管理', exists: true }), form({ name: '安全', year: null })]
  it('ticks what overwrites nothing', () => expect(startingChoice(forms)).toEqual(['设备购置']))
  it('asks about replacing only when something would be', () => {
    expect(needsReplace(forms, ['设备购置'])).toBe(false)
    expect(needsReplace(forms, ['设备购置', '节目管理'])).toBe(true)
  })
  it('marks rows it is not sure of', () =>
    expect([1, 0.9, 0.5].map((confidence) => isUnsure({ confidence }))).toEqual([false, false, true]))
})
