import { Decimal } from 'decimal.js'

export { Decimal }

/**
 * Rounds half up to `places` decimals, as the forms do (财预〔2020〕10号 practice: two places).
 *
 * @example round(new Decimal('4.825'), 2).toFixed(2) // '4.83'
 */
export function round(value: Decimal, places = 2): Decimal {
  return value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
}

/** `numerator ÷ denominator`, or null when there is nothing to divide by: a rate without a base is no rate. */
export function ratio(numerator: Decimal.Value, denominator: Decimal.Value): Decimal | null {
  const base = new Decimal(denominator)
  return base.isZero() ? null : new Decimal(numerator).div(base)
}
