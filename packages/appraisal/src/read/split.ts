import { filled, type Line } from './grid.ts'
import { NAME_LABEL } from './words.ts'

/** The lines of one table, from its title (or its 项目名称 row) to the line before the next one. */
export interface Section {
  title: string
  lines: Line[]
}

const TITLE = /(自评(价)?(报告)?表|绩效目标(申报|申请|批复|审核)?表|绩效(运行)?(监控|跟踪)(情况)?表)/
/** How far below a title the 项目名称 row may stand; a title without one is a title reprinted on a further page. */
const TITLE_REACH = 8

/** Cuts a grid into tables. Lines before the first table are returned as a section without a title. */
export function splitSections(lines: Line[]): Section[] {
  const sections: Section[] = []
  let current: Section = { title: '', lines: [] }
  let named = false
  let finished = false
  let titleAt = -1
  lines.forEach((line, index) => {
    const title = titleOf(line)
    const name = isNameRow(line)
    const sheetChange = line.sheet !== undefined && line.sheet !== lines[index - 1]?.sheet
    const titled = title !== '' && (introduces(lines, index) || finished)
    const follows = titleAt >= 0 && index - titleAt <= TITLE_REACH && !named
    if ((titled && !(follows && current.title === title)) || sheetChange || (name && named)) {
      if (current.lines.length > 0) sections.push(current)
      current = { title: titled ? title : '', lines: [] }
      named = false
      finished = false
      titleAt = titled ? index : -1
    } else if (title !== '' && current.title === '' && !named) {
      current.title = title
    }
    if (name) named = true
    if (line.keys.some((key) => key === '总分' || key === '合计')) finished = true
    current.lines.push(line)
  })
  if (current.lines.length > 0) sections.push(current)
  return sections
}

/** The title a line prints, or ''. A title stands alone on its line. */
function titleOf(line: Line): string {
  const columns = filled(line)
  if (columns.length !== 1) return ''
  const text = (line.cells[columns[0] ?? 0] ?? '').normalize('NFKC').replace(/\s/g, '')
  return text.length <= 60 && !/[。；]/.test(text) ? (TITLE.test(text) ? text : '') : ''
}

function isNameRow(line: Line): boolean {
  return line.keys.some((key) => NAME_LABEL.test(key))
}

function introduces(lines: Line[], index: number): boolean {
  for (let i = index + 1; i < Math.min(lines.length, index + TITLE_REACH); i += 1) {
    const line = lines[i]
    if (line && isNameRow(line)) return true
    if (line && titleOf(line) !== '') return false
  }
  return false
}
