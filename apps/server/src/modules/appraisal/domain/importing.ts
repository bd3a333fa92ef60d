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

/** The rules in force for a form of that year: the newest set that had begun, else the oldest there is. */
export function ruleSetOf(year: number): string {
  const begun = ruleSets.filter((set) => set.validFrom <= `${year}-12-31`)
  return (begun.at(-1) ?? ruleSets[0])?.id ?? ''
}
