import { filled, type Line } from './grid.ts'
import { REMARK_LABEL } from './words.ts'

export interface Goals {
  expected: string
  actual: string
  line?: number
}

/**
 * Reads 年度总体目标: two headings side by side and the texts below them. The label 年度总体目标 may stand on either
 * row; a goal broken over pages continues on further rows, in the same columns.
 */
export function readGoals(lines: Line[]): Goals {
  const header = lines.findIndex((line) => expectedColumn(line) >= 0 && actualColumn(line) >= 0)
  const headerLine = lines[header]
  if (!headerLine) return { expected: '', actual: '' }
  const columns = { expected: expectedColumn(headerLine), actual: actualColumn(headerLine) }
  const goals: Goals = { expected: '', actual: '' }
  for (const line of lines.slice(header + 1)) {
    const texts = filled(line).filter(
      (column) => !/^(年度总?体?目标|年度目标完成情况|总体目标)$/.test(line.keys[column] ?? ''),
    )
    if (texts.length === 0 || REMARK_LABEL.test(line.keys[filled(line)[0] ?? 0] ?? '')) continue
    goals.line ??= line.at
    for (const column of texts) {
      const side = column >= columns.actual ? 'actual' : 'expected'
      goals[side] += line.cells[column] ?? ''
    }
  }
  return goals
}

function expectedColumn(line: Line): number {
  return line.keys.findIndex((key) => /^(预期目标|年初设定目标|年初目标|总体目标|年度绩效目标)$/.test(key))
}

function actualColumn(line: Line): number {
  return line.keys.findIndex((key) => /^(全年|目标)?实际完成情况$|^完成情况$/.test(key))
}
