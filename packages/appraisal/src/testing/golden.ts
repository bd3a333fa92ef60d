import { readFileSync } from 'node:fs'

const fixture = (name: string): string => readFileSync(new URL(`../../../../fixtures/${name}`, import.meta.url), 'utf8')

/** The ten forms of 2023 as published, and the same by hand. */
export const goldenText = fixture('self-evaluation-2023.txt')
export const goldenJson: unknown = JSON.parse(fixture('self-evaluation-2023.json'))

/** Keys that say where a value came from or how sure it is, not what it is. */
const ASIDE = new Set(['schema', 'source', 'note', 'src', 'check', 'line', 'confidence', 'warnings'])

/** The value as JSON without the keys in which readings of equal forms may differ. */
export function essence(value: unknown, also: string[] = []): unknown {
  const aside = new Set([...ASIDE, ...also])
  const strip = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(strip)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !aside.has(key))
        .map(([key, child]) => [key, strip(child)]),
    )
  }
  return strip(JSON.parse(JSON.stringify(value)))
}

/** The published text of each form, title to 总分, without the blank lines around it. */
export function goldenForms(): string[] {
  const forms: string[][] = []
  for (const line of goldenText.split('\n')) {
    if (/财政项目支出绩效自评表/.test(line)) forms.push([])
    forms.at(-1)?.push(line)
  }
  return forms.map((lines) => lines.join('\n').trimEnd())
}

/** A small form of the official layout; `rows` are `一级 二级 三级 指标值 完成值 分值 得分 偏差` separated by `|`. */
export function makeText(
  rows: string[],
  options: { total?: string; money?: string[]; title?: string; head?: string } = {},
): string {
  const money = options.money ?? ['100|80|80|10|100.00%|10']
  const cells = (line: string): string => line.split('|').join('\t')
  return [
    options.title ?? '财政项目支出绩效自评表',
    '(2024 年度)',
    cells('项目名称|示例项目'),
    cells('主管部门|某部门|||实施单位|某单位'),
    ...(money.length > 0 ? [cells('项目资金 (元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分')] : []),
    ...money.map((line) => cells(`|年度资金总额|${line}`)),
    cells('年度总体目标|预期目标|||实际完成情况'),
    cells('|做好工作|||做好了工作'),
    cells(options.head ?? '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施'),
    ...rows.map(cells),
    ...(options.total === '' ? [] : [cells(`总分|||||${options.total ?? '100|98'}|`)]),
  ].join('\n')
}
