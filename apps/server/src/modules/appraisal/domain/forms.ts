import type { Form, Point } from '@rongmei/appraisal'
import type { IndicatorTable, ProjectTable } from '../tables.ts'

/** A point as it is stored: the number's own digits, or the text of a cell that held none. */
export function storePoint(point: Point): string {
  return String(point)
}

/** The other way round: `5` becomes the number 5, `—` stays text, so a stored form scores like the imported one. */
export function readPoint(text: string): Point {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** The stored rows as the form that was imported, for scoring, checking and writing. */
export function toForm(project: ProjectTable, indicators: readonly IndicatorTable[]): Form {
  return {
    no: project.no,
    name: project.name,
    year: project.year,
    title: project.title,
    dept: project.dept,
    unit: project.unit,
    currencyUnit: project.currency_unit === '万元' ? '万元' : '元',
    budget: project.budget,
    goals: project.goals,
    indicators: indicators.map((row) => ({
      seq: row.seq,
      l1: row.l1,
      l2: row.l2,
      l3: row.l3,
      target: row.target,
      actual: row.actual,
      weight: readPoint(row.weight),
      score: readPoint(row.score),
      deviation: row.deviation,
      confidence: row.confidence,
    })),
    statedTotal: project.stated_total,
    statedTotalWeight: project.stated_weight === null ? null : readPoint(project.stated_weight),
    confidence: project.confidence,
    warnings: project.warnings,
  }
}
