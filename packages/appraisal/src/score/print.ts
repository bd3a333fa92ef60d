import type { Decimal } from '@rongmei/kit'

/** Points as the forms print them: two places, more only where the number has more. */
export function print(value: Decimal): string {
  return value.toFixed(Math.max(2, value.decimalPlaces()))
}
