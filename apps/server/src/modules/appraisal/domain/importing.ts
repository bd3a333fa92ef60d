import { type Form, ruleSets } from '@rongmei/appraisal'
import { words } from './words.zh.ts'

/** Rows read with less confidence than this are shown to a person as not sure. */
export const SURE = 0.9

export function isUnsure(row: { confidence: number }): boolean {
  return row.confidence < SURE
}

/** A form can become a project when it names one, has a year and indicators, and is no other kind of table. */
export function isImportable(form: Form): boolean {
  const kind = form.src?.kind ?? '自评表'
  return (
    form.name !== '' && form.year !== null && form.indicators.length > 0 && (kind === '自评表' || kind === 'unsure')
  )
}

/**
 * Gives forms of one file different names where two share one, so that none silently replaces the other and each can
 * be chosen by its name.
 */
export function nameApart(forms: readonly Form[]): { forms: Form[]; warnings: string[] } {
  const seen = new Map<string, number>()
  const warnings = new Set<string>()
  const apart = forms.map((form) => {
    const nth = (seen.get(form.name) ?? 0) + 1
    seen.set(form.name, nth)
    if (nth === 1 || form.name === '') return form
    warnings.add(words.duplicateWarning(form.name))
    return { ...form, name: words.duplicate(form.name, nth) }
  })
  return { forms: apart, warnings: [...warnings] }
}

const FORMULA_ERROR = /^#(DIV\/0!|REF!|VALUE!|NAME\?|N\/A|NUM!|NULL!)$/
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** What a person should know of cells that were read but are not what they look like, by row. */
export function cellRemarks(row: Form['indicators'][number]): string[] {
  const cells = [row.l3, row.target, row.actual, String(row.weight), String(row.score), row.deviation]
  const wrong = cells.filter((cell) => FORMULA_ERROR.test(cell.trim()))
  const turned = Object.values(row.src?.at ?? {}).some((place) => DIRECTION.test(place.raw))
  return [
    ...wrong.map((cell) => `单元格里的公式算不出来（${cell}），请在原文件里改正公式后重新导入`),
    ...(turned ? ['单元格里有看不见的文字方向符号，已去掉，请核对'] : []),
  ]
}

/** The rules in force for a form of that year: the newest set that had begun, else the oldest there is. */
export function ruleSetOf(year: number): string {
  const begun = ruleSets.filter((set) => set.validFrom <= `${year}-12-31`)
  return (begun.at(-1) ?? ruleSets[0])?.id ?? ''
}
