import { type Decimal, round } from '@rongmei/kit'

/** How a measure's value is printed; the same shape as in the platform's registry. */
export type Print = { places: number; percent: boolean }

/**
 * A measured value as it stands in a form's cell: rounded half up, with its unit.
 *
 * @param value null when there was nothing to measure: the cell then stays empty instead of showing a number
 * @example printValue(new Decimal('0.97345'), { places: 2, percent: true }, '%') // '97.35%'
 */
export function printValue(value: Decimal | null, print: Print, unit: string): string {
  if (value === null) return ''
  return print.percent
    ? `${round(value.times(100), print.places).toFixed(print.places)}%`
    : `${round(value, print.places).toFixed(print.places)}${unit}`
}

/** The unit a screen shows beside the number: `%` for shares. */
export function printUnit(print: Print, unit: string): string {
  return print.percent ? '%' : unit
}
