import type { WordEntry } from '@rongmei/contract'
import { isDay } from '@rongmei/kit'

/** One entry, with the columns of the table it goes into. */
export type TableWord = Pick<WordEntry, 'kind' | 'text' | 'title' | 'wrong'> & {
  valid_from: string | null
  valid_to: string | null
}
/** What is wrong with a row, counted as the sheet counts them (the header is row 1). */
export type RowProblem = { row: number; why: 'missing' | 'tooLong' | 'badDay' | 'noWrong' }
export type WordSheet = { words: TableWord[]; problems: RowProblem[] }

const LONGEST = 80
const MOST_WRONG = 20
const NAMES = {
  text: /^(词语|词条|姓名|名字|正确提法|正确写法|规范提法|提法)$/,
  title: /^(职务|职位|头衔)$/,
  wrong: /^(错误写法|错误提法|错误|误)$/,
  from: /^(有效期从|有效期起|起始日期|开始日期|任职日期|从)$/,
  to: /^(有效期至|有效期到|有效期止|终止日期|结束日期|离任日期|至|到)$/,
}
type Column = keyof typeof NAMES

/**
 * The entries of a sheet whose first row names its columns. A sheet with 姓名 or 职务 is of people, one with 错误写法 of
 * phrases, any other of words.
 *
 * @returns null when no column can be recognised
 */
export function readWordTable(rows: readonly (readonly string[])[]): WordSheet | null {
  const header = (rows[0] ?? []).map((cell) => cell.replace(/\s/g, ''))
  const at = (column: Column) => header.findIndex((cell) => NAMES[column].test(cell))
  if (at('text') === -1) return null
  const person = at('title') !== -1 || header.some((cell) => /姓名|名字/.test(cell))
  const kind = person ? 'person' : at('wrong') === -1 ? 'word' : 'phrase'
  const sheet: WordSheet = { words: [], problems: [] }
  for (const [index, cells] of rows.slice(1).entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const of = (column: Column) => (at(column) === -1 ? '' : (cells[at(column)] ?? '').trim())
    const word = wordOf(kind, of)
    if (typeof word === 'string') sheet.problems.push({ row: index + 2, why: word })
    else sheet.words.push(word)
  }
  return sheet
}

function wordOf(kind: WordEntry['kind'], of: (column: Column) => string): TableWord | RowProblem['why'] {
  const [text, title] = [of('text'), kind === 'person' ? of('title') : '']
  const wrong =
    kind === 'phrase'
      ? of('wrong')
          .split(/[、，,；;|\n]/)
          .map((one) => one.trim())
          .filter(Boolean)
      : []
  if (text === '') return 'missing'
  if (kind === 'person' && title === '') return 'missing'
  if (kind === 'phrase' && wrong.length === 0) return 'noWrong'
  if ([text, title, ...wrong].some((one) => one.length > LONGEST) || wrong.length > MOST_WRONG) return 'tooLong'
  const [from, to] = [dayIn(of('from')), dayIn(of('to'))]
  if (from === undefined || to === undefined || (from && to && from > to)) return 'badDay'
  return { kind, text, title, wrong, valid_from: from, valid_to: to }
}

/** `2023-05-01`, `2023/5/1`, `2023.5.1`, `2023年5月1日`; null for nothing, undefined for what is no day. */
function dayIn(text: string): string | null | undefined {
  if (text === '') return null
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(found) ? found : undefined
}
