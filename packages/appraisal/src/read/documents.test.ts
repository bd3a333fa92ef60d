import ExcelJS from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { LIMITS } from '../limits.ts'
import { makeText } from '../testing/golden.ts'
import { makeZip } from '../testing/zip.ts'
import { writeDocx } from '../write/docx.ts'
import { writeXlsx } from '../write/xlsx.ts'
import { readBytes } from './bytes.ts'
import { gridOfHtml } from './html.ts'
import { readText } from './text.ts'
import { readXlsx } from './xlsx.ts'
import { checkZip } from './zip.ts'

// loading the document libraries on a busy machine takes longer than a unit test should
vi.setConfig({ testTimeout: 30_000 })

const rows = ['产出指标|数量指标|场次|=12|=12|50|50|', '效益指标|社会效益指标|影响力|提高|提高|40|38|有待提高']
const forms = readText(makeText(rows)).projects
const cells = (html: string): string[][] => gridOfHtml(html).map((line) => line.cells)

describe('HTML tables', () => {
  it.each([
    ['plain', '<table><tr><td>a</td><td>b</td></tr></table>', [['a', 'b']]],
    [
      'spanned over columns',
      '<table><tr><td colspan="2">a</td><td>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>',
      [
        ['a', '', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'spanned over rows',
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      [
        ['a', 'b'],
        ['', 'c'],
      ],
    ],
    [
      'spanned both ways',
      '<table><tr><th rowspan=2 colspan=2>a</th><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>',
      [['a', '', 'b'], ['', '', 'c'], ['d']],
    ],
    ['with paragraphs in a cell', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', [['a\nb']]],
    ['with a paragraph above', '<p>标题</p><table><tr><td>a</td></tr></table>', [['标题'], ['a']]],
    ['within a cell', '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>', [['ab', 'c']]],
    ['with entities', '<table><tr><td>&lt;=5%&nbsp;&#20013;</td></tr></table>', [['<=5% 中']]],
    ['with scripts', '<script>var a = "<td>x</td>"</script><table><tr><td>a</td></tr></table>', [['a']]],
    ['with a comment that never ends', '<table><tr><td>a</td></tr></table><!-- <td>b</td>', [['a']]],
    ['unclosed', '<table><tr><td>a<td>b<tr><td>c', [['a', 'b'], ['c']]],
    ['absent', '', []],
  ])('%s', (_, html, expected) => expect(cells(html)).toEqual(expected))

  it('of hostile text take no more than one pass', () => {
    const started = performance.now()
    for (const piece of ['<!--', '<script', '<td', '</p>   ', '&lt;']) cells(piece.repeat(50_000).slice(0, 49_000))
    expect(performance.now() - started).toBeLessThan(5000)
  })
  it('too wide are refused', () => {
    const wide = `<table><tr>${'<td colspan="9999">a</td>'}</tr></table>`
    expect(() => gridOfHtml(wide)).toThrow(expect.objectContaining({ key: 'tooManyColumns' }))
  })
})

describe('workbooks', () => {
  it('give formula results, percentages and rich text, and skip hidden sheets', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('表')
    for (const line of makeText(rows).split('\n')) sheet.addRow(line.split('\t'))
    sheet.getCell('G6').value = 1
    sheet.getCell('G6').numFmt = '0.00%'
    sheet.getCell('F10').value = { formula: '20+30', result: 50 }
    sheet.getCell('C10').value = { richText: [{ text: '活动' }, { text: '场次' }] }
    workbook.addWorksheet('草稿', { state: 'hidden' }).addRow(['财政项目支出绩效自评表'])
    const result = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(result.src.blocks).toHaveLength(1)
    expect(result.projects[0]?.budget[0]?.executionRate).toBe('100.00%')
    expect(result.projects[0]?.indicators.map((row) => [row.l3, row.weight])).toEqual([
      ['活动场次', 50],
      ['影响力', 40],
    ])
  })
  it('with formula errors say that a point is missing', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('表')
    for (const line of makeText(rows).split('\n')) sheet.addRow(line.split('\t'))
    const at =
      makeText(rows)
        .split('\n')
        .findIndex((line) => line.includes('场次')) + 1
    sheet.getCell(at, 7).value = { formula: '1/0', result: { error: '#DIV/0!' } }
    const form = (await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()))).projects[0]
    expect([form?.indicators[0]?.score, form?.warnings.map((warning) => warning.code)]).toEqual([
      '#DIV/0!',
      ['cell-missing'],
    ])
  })
  it('empty give no form', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('空')
    const result = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect([result.src.kind, result.projects]).toEqual(['other', []])
  })
})

describe('uploads', () => {
  it('are told apart by content, not by name', async () => {
    const html = `<html><body><h1>财政项目支出绩效自评表</h1><table>${makeText(rows)
      .split('\n')
      .slice(1)
      .map(
        (line) =>
          `<tr>${line
            .split('\t')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr>`,
      )
      .join('')}</table></body></html>`
    for (const bytes of [
      await writeDocx(forms),
      await writeXlsx(forms),
      new TextEncoder().encode(makeText(rows)),
      new TextEncoder().encode(html),
    ]) {
      const result = await readBytes(bytes)
      expect([result.src.kind, result.projects[0]?.indicators.length]).toEqual(['自评表', 2])
    }
  })

  it.each([
    ['another zip', makeZip('a.txt', Buffer.from('a')), 'notZip'],
    ['an old or protected document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'encrypted'],
    ['a broken document', makeZip('word/document.xml', Buffer.from('no XML')), 'damaged'],
    ['a broken workbook', makeZip('xl/workbook.xml', Buffer.from('no XML')), 'damaged'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), 'notText'],
  ])('%s is refused', async (_, bytes, key) => {
    await expect(readBytes(bytes)).rejects.toThrow(expect.objectContaining({ key }))
  })
  it('cut off anywhere are refused, never half read', async () => {
    const whole = await writeDocx(forms)
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.slice(0, Math.floor(whole.length * share))
      await expect(readBytes(cut)).rejects.toThrow(/[一-龥]/)
    }
  })
})

describe('zips', () => {
  const bomb = new Uint8Array(LIMITS.unpacked + 1)
  it.each([
    ['that unpack to too much', makeZip('xl/a', bomb), 'zipBomb'],
    ['that claim to be small and are not', makeZip('xl/a', bomb, { claimed: 10 }), 'zipBomb'],
    ['of too many parts', makeZip('xl/a', Buffer.from('a'), { count: LIMITS.parts + 1 }), 'zipBomb'],
    ['that are encrypted', makeZip('xl/a', Buffer.from('a'), { flags: 1 }), 'encrypted'],
    ['with a false directory', makeZip('xl/a', Buffer.from('a'), { count: 2 }), 'damaged'],
    ['that are none', new TextEncoder().encode('not a zip, but long enough for one'), 'notZip'],
    ['too large', new Uint8Array(LIMITS.size + 1), 'tooLarge'],
  ])('%s', (_, bytes, key) => expect(() => checkZip(bytes)).toThrow(expect.objectContaining({ key })))

  it('in order pass', () => expect(() => checkZip(makeZip('xl/a', Buffer.from('a')))).not.toThrow())
})
