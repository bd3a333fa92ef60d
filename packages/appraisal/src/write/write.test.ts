import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { describe, expect, it, vi } from 'vitest'
import type { Form } from '../model.ts'
import { readBytes } from '../read/bytes.ts'
import { gridOfHtml } from '../read/html.ts'
import { readText } from '../read/text.ts'
import { essence, goldenJson, goldenText, makeText } from '../testing/golden.ts'
import { writeDocx } from './docx.ts'
import { COLUMN_COUNT, layoutForm, WIDTHS } from './layout.ts'
import { writeCsv } from './csv.ts'
import { packageOf } from './package.ts'
import { writePdf } from './pdf.ts'
import { writeXlsx } from './xlsx.ts'

// loading the document libraries on a busy machine takes longer than a unit test should
vi.setConfig({ testTimeout: 30_000 })

const golden = readText(goldenText).projects
const only = (form: Form | undefined): Form[] => (form ? [form] : [])

async function sheetOf(forms: Form[], options = {}): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeXlsx(forms, options)).slice().buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const merges = (sheet: ExcelJS.Worksheet): string[] => sheet.model.merges

describe('the layout', () => {
  it.each(golden.map((form) => [form.name, form] as const))('of %s covers every place once', (_, form) => {
    for (const goalRows of [1, 3]) {
      const layout = layoutForm(form, { label: '演示数据', goalRows })
      const seen = new Set<string>()
      for (const cell of layout.cells) {
        for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
          for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
            expect(seen.has(`${row},${column}`)).toBe(false)
            seen.add(`${row},${column}`)
          }
        }
      }
      expect(seen.size).toBe(layout.rowCount * COLUMN_COUNT)
    }
  })
  it('is as wide as an upright A4 page allows', () => {
    expect(WIDTHS.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(11_906 - 2 * 850)
  })
})

describe('round trips', () => {
  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('through %s give the ten forms back', async (_, write) => {
    const back = await readBytes(await write(golden, { label: '演示数据' }))
    expect(essence(back)).toEqual(essence(goldenJson))
    expect(back.warnings).toEqual([])
    expect(back.projects.flatMap((form) => form.warnings)).toEqual([])
  })
  it.each([
    ['.docx', writeDocx],
    ['.xlsx', writeXlsx],
  ])('through %s keep odd content', async (_, write) => {
    const form = readText(
      makeText([
        '产出指标|数量指标|=SUM(A1) & <b>|=12|+cmd|50.5|49.25|原因\u0007一',
        '效益指标|社会效益指标|影响|“高”|高|39.5|39.5|',
      ]),
    ).projects[0]
    const back = (await readBytes(await write(only(form)))).projects[0]
    expect(back?.indicators[0]).toMatchObject({
      l3: '=SUM(A1) &',
      actual: '+cmd',
      weight: 50.5,
      score: 49.25,
      deviation: '原因一',
    })
  })
  it('keep a goal longer than one Excel row can show', async () => {
    const form = golden[0] as Form
    const long = { ...form, goals: { expected: '目标。'.repeat(900), actual: '完成。'.repeat(300) } }
    const sheet = await sheetOf([long])
    sheet.eachRow((row) => expect(row.height).toBeLessThanOrEqual(409))
    const back = (await readBytes(await writeXlsx([long]))).projects[0]
    expect(back?.goals.expected).toBe(long.goals.expected)
  })
})

describe('the workbook', () => {
  it('has cells and merges where the printed form has them', async () => {
    const sheet = await sheetOf(only(golden[2]))
    expect(['A1', 'A2', 'A3', 'B3', 'A4', 'B4', 'E4', 'F4'].map((at) => sheet.getCell(at).text)).toEqual([
      '财政项目支出绩效自评表',
      '(2023 年度)',
      '项目名称',
      '媒体融合项目经费',
      '主管部门',
      '中共上海市松江区委宣传部',
      '实施单位',
      '上海市松江区融媒体中心',
    ])
    // money A5:A9, goals A10:A11, header 12, fourteen indicators 13–26, total 27
    expect(sheet.getCell('D6').value).toBe(1_220_000)
    expect(sheet.getCell('D6').numFmt).toBe('0.00')
    expect(sheet.getCell('F6').numFmt).toBe('#,##0')
    expect(sheet.getCell('H6').value).toBe(1)
    expect([13, 19, 22, 25].map((row) => sheet.getCell(row, 2).text)).toEqual([
      '产出指标',
      '产出指标',
      '效益指标',
      '满意度指标',
    ])
    expect(merges(sheet)).toEqual(
      expect.arrayContaining([
        'A1:I1',
        'A2:I2',
        'B3:I3',
        'B4:D4',
        'F4:I4',
        'A5:A9',
        'B6:C6',
        'A10:A11',
        'B11:E11',
        'F11:I11',
        'A12:A26',
        'B13:B21',
        'C13:C14',
        'C15:C17',
        'C18:C21',
        'B22:B24',
        'B25:B26',
        'A27:F27',
      ]),
    )
    expect([sheet.getCell('G27').value, sheet.getCell('H27').value, sheet.getCell('H27').numFmt]).toEqual([
      100,
      97,
      '0.00',
    ])
  })
  it('prints on upright A4, one page wide, and repeats the header of the indicators', async () => {
    const sheet = await sheetOf(only(golden[5]), { label: '演示数据' })
    expect(sheet.getCell('A1').text).toBe('演示数据')
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', fitToWidth: 1, fitToHeight: 0 })
    const [row] = (sheet.pageSetup.printTitlesRow ?? '').replaceAll('$', '').split(':')
    expect(sheet.getCell(Number(row), 4).text).toBe('三级指标')
    const cell = sheet.getCell(Number(row), 4)
    expect([cell.font?.name, cell.border?.top?.style]).toEqual(['宋体', 'thin'])
  })
  it('names its sheets acceptably and each once', async () => {
    const names = ['长'.repeat(40), '长'.repeat(40), "a/b\\c?d*e[f]g:h'", '', 'History']
    const forms = names.map((name, i) => ({ ...(golden[0] as Form), no: i + 1, name }))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await writeXlsx(forms)).slice().buffer)
    const written = workbook.worksheets.map((sheet) => sheet.name)
    expect(new Set(written).size).toBe(5)
    for (const name of written) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/)
  })
})

describe('the document', () => {
  it('has cells and merges where the printed form has them', async () => {
    const bytes = await writeDocx(only(golden[2]))
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    expect(html).toContain('<td colspan="8"><p>媒体融合项目经费</p></td>')
    expect(html).toMatch(/<td rowspan="5"><p>项目资金 \(元\)<\/p><\/td>/)
    expect(html).toContain('<td rowspan="9"><p>产出指标</p></td>')
    expect(html).toContain('<td rowspan="4"><p>时效指标</p></td>')
    expect(html).toContain('<td colspan="6"><p>总分</p></td>')
    const grid = gridOfHtml(html)
    const header = grid.findIndex((line) => line.keys.includes('三级指标'))
    expect(grid[header]?.cells).toEqual([
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ])
    expect(grid[header + 1]?.cells.slice(1, 8)).toEqual(['产出指标', '数量指标', '改版数量', '=4', '=3', '6', '5'])
  })
  it('marks the header of the indicators as one that repeats', async () => {
    const bytes = await writeDocx(only(golden[0]))
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    const headers = html.match(/<thead>.*?<\/thead>/gs) ?? []
    expect(headers).toHaveLength(1)
    expect(headers[0]).toContain('三级指标')
    expect(headers[0]).not.toContain('项目完成率')
  })
})

describe('refusals', () => {
  it.each([
    ['nothing', [], 'nothingToWrite'],
    ['too much', Array<Form>(501).fill(golden[0] as Form), 'tooManyToWrite'],
  ])('%s', async (_, forms, key) => {
    await expect(writeDocx(forms)).rejects.toThrow(expect.objectContaining({ key }))
    await expect(writeXlsx(forms)).rejects.toThrow(expect.objectContaining({ key }))
  })
  it('a text longer than an Excel cell', async () => {
    const form = { ...(golden[0] as Form), goals: { expected: '长'.repeat(40_000), actual: '' } }
    await expect(writeXlsx([form])).rejects.toThrow(expect.objectContaining({ key: 'cellTooLong' }))
  })
})

describe('PDF', () => {
  it('gives the ten forms back, from the text on its pages', async () => {
    const bytes = await writePdf(golden, { label: '演示数据' })
    expect(bytes.length).toBeLessThan(1_000_000) // two fonts of 11 MB, of which only the used signs go in
    const back = await readBytes(bytes)
    expect(essence(back)).toEqual(essence(goldenJson))
    expect(back.src.kind).toBe('自评表')
    expect(back.projects.flatMap((form) => form.warnings)).toEqual([])
    expect(new TextDecoder('latin1').decode(bytes)).toContain('NotoSansSC')
  })
  it('repeats the header of the indicators on further pages', async () => {
    const form = golden[5] as Form
    const rows = (await readBytes(await writePdf([form]))).projects[0]?.indicators ?? []
    expect(new Set(rows.map((row) => row.src?.page)).size).toBeGreaterThan(1)
  })
  it('keeps paragraphs, blanks and Latin words', async () => {
    const goals = {
      expected: '完成 AI 审核系统 (version 2.0) 的建设。\n保障安全播出。',
      actual: `${'已完成系统建设与验收，'.repeat(30)}保障了安全播出。`,
    }
    const back = await readBytes(await writePdf([{ ...(golden[0] as Form), goals }]))
    expect(back.projects[0]?.goals).toMatchObject(goals)
  })
  it.each([
    ['nothing', [], 'nothingToWrite'],
    ['too much', Array<Form>(101).fill(golden[0] as Form), 'tooManyToWrite'],
  ])('of %s is refused', async (_, forms, key) => {
    await expect(writePdf(forms)).rejects.toThrow(expect.objectContaining({ key }))
  })
})

describe('the package', () => {
  const made = packageOf(golden, { label: '演示数据' })
  it('names the phases of every amount', () => {
    const budget = made.resources[0]?.data ?? []
    expect(budget).toHaveLength(10 * 4 * 3)
    const first = budget.filter((fact) => fact.form === 0 && fact.source === '年度资金总额')
    expect(first.map((fact) => [fact.phase, fact.amount])).toEqual([
      ['approved', '1145000.00'],
      ['adjusted', '552789.25'],
      ['executed', '552789.25'],
    ])
    expect(budget.find((fact) => fact.source === '其他资金' && fact.phase === 'executed')?.amount).toBeNull()
  })
  it('gives target and actual of every indicator for its period', () => {
    expect(made.results.flatMap((result) => result.indicators)).toHaveLength(156)
    expect(made.results[2]?.indicators[0]?.periods).toEqual([
      {
        start: '2023-01-01',
        end: '2023-12-31',
        target: { value: '4', operator: '=', unit: '', printed: '=4' },
        actual: { value: '3', operator: '=', unit: '', printed: '=3', comment: '厉行节约，《茸城之光》暂未改版。' },
      },
    ])
  })
})

describe('CSV', () => {
  const { indicators, budget } = writeCsv(golden)
  it('has a row per indicator and per amount', () => {
    expect(budget.trim().split('\r\n')).toHaveLength(1 + 120)
    expect(indicators.match(/\r\n/g)).toHaveLength(1 + 156)
    expect(indicators.startsWith('\ufeff项目名称,年度,')).toBe(true)
  })
  it('lets no cell become a formula and quotes what needs it', () => {
    const row = golden[0]?.indicators[0]
    const form = {
      ...(golden[0] as Form),
      indicators: row ? [{ ...row, target: '=1+1', deviation: '甲,"乙"\n丙' }] : [],
    }
    expect(writeCsv([form]).indicators).toContain(`,'=1+1,>=95%,5,5,"甲,""乙""\n丙"\r\n`)
  })
})
