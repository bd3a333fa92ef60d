import { errors, type ErrorKey } from '@rongmei/contract'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import type { Upload } from '../../platform/http/upload.ts'
import { Refused } from '../../platform/refusal.ts'
import { testWorld } from '../../testing/world.ts'
import { zipOf } from '../../testing/zip.ts'
import { startImport } from './import.service.ts'

const test_ = await testWorld()
afterAll(() => test_.close())
let finance: Ctx
beforeAll(async () => {
  finance = await test_.as('钱会计', 'finance')
})

const HEAD = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施']

/** A small form as a workbook; `actual` and `score` are put into its only row. */
async function workbook(actual: ExcelJS.CellValue, score: ExcelJS.CellValue): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('自评表')
  sheet.addRow(['财政项目支出绩效自评表'])
  sheet.addRow(['(2023 年度)'])
  sheet.addRow(['项目名称', '甲'])
  sheet.addRow(['主管部门', '乙', '实施单位', '丙'])
  sheet.addRow(HEAD)
  sheet.addRow(['产出指标', '数量指标', '次数', '=4', actual, 100, score, ''])
  sheet.addRow(['总分', '', '', '', '', 100, 100, ''])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function emptySheet(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('空')
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A PDF of one page with nothing on it that is text, as a scanner without text recognition makes it. */
function scannedPdf(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    '<</Length 22>>stream\n0 0 595 842 re f      \nendstream',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj${body}endobj\n`
    return at
  })
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = text.length
  return Buffer.from(
    `${text}xref\n0 5\n0000000000 65535 f \n${rows}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${end}\n%%EOF`,
  )
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** An OLE container that holds an encrypted package, as Word and Excel save what has a password: its first sector. */
const protectedFile = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
const hugeSheet = () =>
  zipOf([
    { name: 'xl/workbook.xml', bytes: bytesOf('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(50 * 1024 * 1024, '<row><c><v>1</v></c></row>') },
  ])
const claims = () =>
  zipOf([{ name: 'word/document.xml', bytes: bytesOf('<w:document/>'), claims: 2 * 1024 * 1024 * 1024 - 1 }])

/** What a person is told of a file: the refusal with its reason, or every remark of the preview. */
async function told(bytes: Uint8Array, name: string): Promise<string> {
  const upload: Upload = { bytes: new Uint8Array(bytes), name }
  try {
    const preview = await startImport(finance, upload)
    const remarks = preview.forms.flatMap((form) => [
      ...form.warnings,
      ...form.rows.flatMap((row) => row.warnings),
      ...form.lint.map((finding) => finding.message),
    ])
    return [...preview.warnings, ...remarks].join('；')
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const reason = (error.details as { reason?: string } | undefined)?.reason ?? ''
    return `${errors[error.key as ErrorKey][1]}：${reason}`
  }
}

/** The limit for a message; the thread's memory is held to 512 MB by the reader itself. */
const WITHIN_MS = 5_000

describe('ten damaged inputs, each with a message in Chinese', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string, string]>([
    ['a truncated zip', async () => (await workbook('=4', 100)).subarray(0, 3_000), 'a.xlsx', '压缩包不完整'],
    ['a password', () => protectedFile, 'a.docx', '密码'],
    ['a macro workbook', macroWorkbook, 'a.xlsm', '宏'],
    ['a claim of 2 GB', claims, 'a.docx', '太大'],
    ['cyclic references', () => workbook({ formula: 'E6' } as ExcelJS.CellValue, 100), 'a.xlsx', '缺少实际完成值'],
    [
      'formula cells with errors',
      () => workbook({ formula: '1/0', result: { error: '#DIV/0!' } } as ExcelJS.CellValue, 100),
      'a.xlsx',
      '公式算不出来',
    ],
    ['right-to-left marks', () => workbook('\u202e=4\u202c', 100), 'a.xlsx', '方向符号'],
    ['a scanned PDF without text', scannedPdf, 'a.pdf', '扫描件'],
    ['an empty sheet', emptySheet, 'a.xlsx', '没有'],
    ['a sheet of 50 MB', hugeSheet, 'a.xlsx', '没有'],
  ])('%s', async (_, make, name, word) => {
    const bytes = await make()
    const before = performance.now()
    const message = await told(bytes, name)
    expect(performance.now() - before).toBeLessThan(WITHIN_MS)
    expect(message).toContain(word)
  })
})

async function macroWorkbook(): Promise<Uint8Array> {
  return zipOf([
    { name: '[Content_Types].xml', bytes: bytesOf('<Types/>') },
    { name: 'xl/workbook.xml', bytes: bytesOf('<workbook/>') },
    { name: 'xl/vbaProject.bin', bytes: bytesOf('macro') },
  ])
}
