import type { CurrencyUnit } from '../model.ts'
import { filled, type Line } from './grid.ts'
import { NAME_LABEL } from './words.ts'

export interface Head {
  title: string
  name: string
  year: number | null
  dept: string
  unit: string
  currencyUnit: CurrencyUnit
  /** whether the unit of money was printed, or 元 was assumed */
  currencyPrinted: boolean
}

/** Reads title, year, project name, department, unit and the unit of money from the lines above the indicators. */
export function readHead(title: string, lines: Line[]): Head {
  const currency = currencyOf(lines)
  return {
    title: /^.*?表/.exec(title)?.[0] ?? title,
    name: withoutCode(labelled(lines, NAME_LABEL)),
    year: yearOf(lines),
    dept: labelled(lines, /^(主管部门|主管单位|业务主管部门|地方主管部门)/),
    unit: labelled(lines, /^(实施单位|项目单位|预算单位|项目实施单位|资金使用单位)/),
    currencyUnit: currency ?? '元',
    currencyPrinted: currency !== null,
  }
}

/** The cell after a label on the same row, or what follows the colon in the label's own cell. */
export function labelled(lines: Line[], label: RegExp): string {
  for (const line of lines) {
    for (const column of filled(line)) {
      const key = line.keys[column] ?? ''
      if (!label.test(key)) continue
      const own = /^[^:：]*[:：]\s*(.+)$/s.exec(line.cells[column] ?? '')
      if (own?.[1]) return own[1].trim()
      const next = filled(line).find((other) => other > column)
      return next === undefined ? '' : (line.cells[next] ?? '')
    }
  }
  return ''
}

/** Sichuan prints the project's code before its name: 51000023R000001-融媒体运行. */
function withoutCode(name: string): string {
  return name.replace(/^[0-9A-Za-z]{8,30}\s*[-—]\s*/, '')
}

function yearOf(lines: Line[]): number | null {
  for (const line of lines) {
    for (const column of filled(line)) {
      const text = (line.cells[column] ?? '').slice(0, 80).normalize('NFKC').replace(/\s/g, '')
      const hit = /\(?((?:19|20)\d{2})年度?\)?$/.exec(text) ?? /^((?:19|20)\d{2})年/.exec(text)
      if (hit) return Number(hit[1])
    }
  }
  return null
}

function currencyOf(lines: Line[]): CurrencyUnit | null {
  for (const line of lines) {
    for (const key of line.keys) {
      const hit = /(?:资金|金额|单位|预算|执行).*?[(:](万?元)\)?/.exec(key)
      if (hit) return hit[1] === '万元' ? '万元' : '元'
    }
  }
  return null
}
