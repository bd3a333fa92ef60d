import { FORMULA, type IndicatorView, type MeasureView } from '@rongmei/contract'
import { cleanParams, type Params } from '../measures/params.ts'

export const OPERANDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const
export type OperandName = (typeof OPERANDS)[number]
export type Operand = { name: OperandName; measure: string | null; values: Params }

/** A formula on its way: what the person has typed and chosen so far. */
export type Draft = { expression: string; operands: Operand[]; percent: boolean; places: number; meets: unknown }

/** The draft of a stored formula link, or an empty one with two measures to choose. */
export function draftOf(link: IndicatorView['link']): Draft {
  if (link?.measure !== FORMULA) {
    const operands = (['a', 'b'] as const).map((name): Operand => ({ name, measure: null, values: {} }))
    return { expression: 'a ÷ (a + b)', operands, percent: true, places: 2, meets: undefined }
  }
  const stored = link.params as {
    expression?: string
    operands?: Record<string, { measure: string; params: Params }>
    percent?: boolean
    places?: number
    meets?: unknown
  }
  const operands = OPERANDS.flatMap((name): Operand[] => {
    const one = stored.operands?.[name]
    return one ? [{ name, measure: one.measure, values: one.params }] : []
  })
  const { expression = '', percent = false, places = 2, meets } = stored
  return { expression, operands, percent, places, meets }
}

/** The link to send; null while a measure is still to be chosen or the formula is empty. */
export function linkOfDraft(
  draft: Draft,
  measures: readonly MeasureView[],
): { measure: string; params: Params } | null {
  if (draft.expression.trim() === '') return null
  const operands: Record<string, { measure: string; params: Params }> = {}
  for (const { name, measure, values } of draft.operands) {
    const found = measures.find((one) => one.name === measure)
    if (!found) return null
    const { meets: _, ...params } = cleanParams(found, values)
    operands[name] = { measure: found.name, params }
  }
  const { expression, percent, places, meets } = draft
  return { measure: FORMULA, params: { expression, operands, percent, places, ...(meets ? { meets } : {}) } }
}

/** The first letter not in use; undefined when all six are. */
export function freeName(draft: Draft): OperandName | undefined {
  return OPERANDS.find((name) => draft.operands.every((one) => one.name !== name))
}
