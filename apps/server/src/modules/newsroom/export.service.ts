import { categoryNames, kindNames, type StoryFilter, stateNames } from '@rongmei/contract'
import { formatInstant } from '@rongmei/kit'
import ExcelJS from 'exceljs'
import type { Ctx } from '../../platform/ctx.ts'
import { readSetting } from '../../platform/settings.ts'
import { listStories } from './list.service.ts'

const MOST_ROWS = 5_000

/** The filtered library as a workbook, at most 5,000 rows, with the demo mark where it belongs. */
export async function exportStories(
  ctx: Ctx,
  filter: StoryFilter,
): Promise<{ bytes: Uint8Array; type: string; name: string }> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('文稿库', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = [
    { header: '编号', key: 'number', width: 12 },
    { header: '类型', key: 'kind', width: 8 },
    { header: '标题', key: 'title', width: 48 },
    { header: '状态', key: 'state', width: 10 },
    { header: '分类', key: 'category', width: 8 },
    { header: '作者', key: 'author', width: 12 },
    { header: '部门', key: 'unit', width: 18 },
    { header: '字数', key: 'characters', width: 8 },
    { header: '计划发布', key: 'planned', width: 17 },
    { header: '发布时间', key: 'published', width: 17 },
    { header: '阅读量', key: 'reads', width: 10 },
  ]
  sheet.getRow(1).font = { bold: true }
  let cursor: string | undefined
  for (let rows = 0; rows < MOST_ROWS; ) {
    const page = await listStories(ctx, { ...filter, cursor, limit: 100 })
    for (const row of page.items) {
      sheet.addRow({
        number: row.number,
        kind: kindNames[row.kind],
        title: row.title,
        state: stateNames[row.state],
        category: categoryNames[row.category],
        author: row.author.name,
        unit: row.unitName ?? '',
        characters: row.characters,
        planned: row.plannedAt ? formatInstant(Date.parse(row.plannedAt)) : '',
        published: row.publishedAt ? formatInstant(Date.parse(row.publishedAt)) : '',
        reads: row.reads,
      })
    }
    rows += page.items.length
    if (!page.next) break
    cursor = page.next
  }
  if ((await readSetting<boolean>(ctx, 'demo')) === true) sheet.addRow(['演示数据'])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return {
    bytes,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `文稿库-${formatInstant(ctx.now()).slice(0, 10)}.xlsx`,
  }
}
