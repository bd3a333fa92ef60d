import { FORMULA, type FormulaParams, formulaParamsSchema } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import type { Measured, MeasureDef } from '../../platform/measures.ts'
import { refuse } from '../../platform/refusal.ts'
import { evaluate } from './domain/evaluation.ts'
import { type Expression, parseExpression, printExpression } from './domain/expression.ts'
import { type Print, printValue } from './domain/printing.ts'
import { checkUnits, unitFrom, unitText } from './domain/units.ts'

export { FORMULA }

/** A checked formula: every operand it names is a measure that is there, and its units go together. */
export type Formula = {
  expression: Expression
  operands: { name: string; definition: MeasureDef; params: Record<string, unknown> }[]
  unit: string
  print: Print
}

/**
 * Several measures combined by a visible formula.
 *
 * @throws Refused indicator.badParams (its shape), indicator.unknownMeasure, indicator.badFormula (`details.reason`
 * says what is wrong with it, in Chinese)
 */
export function readFormula(ctx: Ctx, params: Record<string, unknown>): Formula {
  const shape = formulaParamsSchema.safeParse(params)
  if (!shape.success) refuse('indicator.badParams')
  const parsed = parseExpression(shape.data.expression)
  if (!parsed.ok) refuse('indicator.badFormula', { reason: parsed.why })
  const operands = parsed.names.map((name) => operandOf(ctx, shape.data, name))
  if (operands.length === 0) refuse('indicator.badFormula', { reason: '公式里至少要有一个度量' })
  const units = new Map(
    operands.map(({ name, definition }) => [name, unitFrom(definition.print.percent ? '%' : definition.unit)]),
  )
  const check = checkUnits(parsed.expression, units)
  if (!check.ok) refuse('indicator.badFormula', { reason: check.why })
  const unit = unitText(check.unit)
  if (shape.data.percent && unit !== '') {
    refuse('indicator.badFormula', { reason: `公式的结果以${unit}为单位，不能按百分比显示` })
  }
  const print = { places: shape.data.places, percent: shape.data.percent }
  return { expression: parsed.expression, operands, unit: shape.data.percent ? '%' : unit, print }
}

function operandOf(ctx: Ctx, params: FormulaParams, name: string): Formula['operands'][number] {
  const operand = params.operands[name]
  if (!operand) refuse('indicator.badFormula', { reason: `还没有给 ${name} 选度量` })
  const definition = ctx.measures.find(operand.measure) ?? refuse('indicator.unknownMeasure')
  return { name, definition, params: operand.params }
}

/**
 * Works the formula out: the facts of all operands, each saying for which; the coverage of the least covered.
 *
 * @param change replaces the period of every operand, for the history
 * @throws Refused indicator.badParams
 */
export async function computeFormula(ctx: Ctx, formula: Formula, change: object = {}): Promise<Measured> {
  const results = new Map<string, Measured>()
  for (const { name, definition, params } of formula.operands) {
    results.set(name, await ctx.measures.compute(ctx, definition.name, { ...params, ...change }))
  }
  const worked = evaluate(formula.expression, new Map([...results].map(([name, one]) => [name, one.value])))
  const value = worked.ok ? worked.value : null
  const least = [...results.values()].reduce((low, one) => (one.coverage < low.coverage ? one : low))
  return {
    value,
    coverage: least.coverage,
    coverageNote: least.coverageNote,
    working: workingOf(
      formula,
      results,
      worked.ok ? printValue(worked.value, formula.print, formula.unit) : worked.why,
    ),
    facts: formula.operands.flatMap(({ name }) =>
      (results.get(name)?.facts ?? []).map((fact) => ({ ...fact, note: `${name}：${fact.note}` })),
    ),
  }
}

/** `a ÷ (a + b) = 812 ÷ (812 + 22) = 97.36%；a 拦截 = 812次（…）；b …`. */
function workingOf(formula: Formula, results: ReadonlyMap<string, Measured>, outcome: string): string {
  const number = (name: string) => {
    const definition = formula.operands.find((one) => one.name === name)?.definition
    const text = definition && printValue(results.get(name)?.value ?? null, definition.print, '')
    return text || '（无记录）'
  }
  const whole = [
    printExpression(formula.expression, (name) => name),
    printExpression(formula.expression, number),
    outcome,
  ]
  const parts = formula.operands.map(({ name, definition }) => {
    const result = results.get(name)
    const text = printValue(result?.value ?? null, definition.print, definition.unit) || '没有记录'
    return `${name} ${definition.title} = ${text}${result?.working ? `（${result.working}）` : ''}`
  })
  return [whole.join(' = '), ...parts].join('；')
}

/** The year a formula is about: that of its first operand with one; null when none has. */
export function yearOfFormula(formula: Formula): number | null {
  const years = formula.operands.map(({ params }) => Number(params['year'])).filter(Number.isInteger)
  return years[0] ?? null
}

/** A formula knows months when all its measures do. */
export function knowsMonths(formula: Formula): boolean {
  return formula.operands.every(({ definition }) => definition.paramViews.some((view) => view.name === 'month'))
}
