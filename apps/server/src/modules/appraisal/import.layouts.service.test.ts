import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { testWorld } from '../../testing/world.ts'
import { zipOf } from '../../testing/zip.ts'
import { finishImport, mapImport, startImport } from './import.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
let finance: Ctx
let director: Ctx
beforeAll(async () => {
  finance = await test_.as('钱会计', 'finance')
  director = await test_.as('李主任', 'director')
})
const upload = (text: string) => ({ bytes: Buffer.from(text), name: 'a.txt' })
const form = [
  '财政项目支出绩效自评表',
  '(2023 年度)',
  '项目名称\t甲',
  '主管部门\t宣传部\t实施单位\t中心',
  '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  '产出指标\t数量指标\t次数\t=4\t=4\t100\t100\t',
  '总分\t\t\t\t\t100\t100\t',
].join('\n')

/** A table that is no layout known here: other words, other order. */
const UNKNOWN = [
  '某区部门绩效情况',
  '考核事项\t口径\t计划\t完成\t满分\t实得',
  '培训次数\t次\t=4\t=4\t50\t50',
  '参训人数\t人\t>=100\t90\t50\t45',
  '合计\t\t\t\t100\t95',
].join('\n')
const mapping = {
  headerRow: 1,
  columns: { l3: 0, target: 2, actual: 3, weight: 4, score: 5 },
  name: '培训经费',
  year: 2024,
}

describe('a layout that is not known', () => {
  test('is shown as a table, mapped by hand, and known the next time', async () => {
    const preview = await startImport(finance, upload(UNKNOWN))
    expect(preview.forms).toEqual([])
    expect(preview.grid?.[1]).toEqual(['考核事项', '口径', '计划', '完成', '满分', '实得'])
    await expect(
      mapImport(finance, preview.id, { ...mapping, columns: { l3: 20, target: 21, actual: 22 } }),
    ).rejects.toMatchObject({ key: 'form.badMapping' })
    const mapped = await mapImport(finance, preview.id, mapping)
    expect(mapped.forms).toMatchObject([{ name: '培训经费', year: 2024, indicators: 2 }])
    expect(mapped.forms[0]?.rows[1]).toMatchObject({
      l3: '参训人数',
      actual: '90',
      confidence: 0.8,
      source: { lines: [4], cells: ['参训人数', '人', '>=100', '90', '50', '45'] },
    })
    expect(await finishImport(finance, preview.id, { names: ['培训经费'], replace: false })).toMatchObject({
      imported: 1,
    })
    const again = await startImport(finance, upload(UNKNOWN.replace('培训次数', '授课次数')))
    expect(again.forms[0]?.rows.map((row) => row.l3)).toEqual(['授课次数', '参训人数'])
  })
  test('is mapped by who may import, and only for the file one has uploaded', async () => {
    const preview = await startImport(finance, upload(UNKNOWN))
    await expect(mapImport(director, preview.id, mapping)).rejects.toMatchObject({ key: 'form.importGone' })
    const auditor = await test_.as('赵审计', 'auditor')
    await expect(mapImport(auditor, preview.id, mapping)).rejects.toMatchObject({ key: 'ability.readOnly' })
  })
})

describe('a zip of files', () => {
  test('gives the forms of all, and says which could not be read', async () => {
    const bytes = zipOf([
      { name: '甲.txt', bytes: Buffer.from(form) },
      { name: '乙.txt', bytes: Buffer.from(form.replace('\t甲', '\t乙')) },
      { name: '坏.docx', bytes: Buffer.from('504b0304', 'hex') },
    ])
    const preview = await startImport(finance, { bytes, name: '全部.zip' })
    expect(preview.forms.map((one) => one.name)).toEqual(['甲', '乙'])
    expect(preview.warnings.join()).toContain('坏.docx」没有读入')
  })
})
