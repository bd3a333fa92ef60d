import { Decimal } from '@rongmei/kit'

/** Points as the forms print them: two places, more only where the number has more. */
export function print(value: Decimal): string {
  return value.toFixed(Math.max(2, value.decimalPlaces()))
}

/** The same for a point as a form holds it; forms repeat a few dozen. */
export function printPoint(point: number): string {
  const known = memory.get(point)
  if (known !== undefined) return known
  const text = print(new Decimal(point))
  if (memory.size >= REMEMBERED) memory.clear()
  memory.set(point, text)
  return text
}

const memory = new Map<number, string>()
const REMEMBERED = 1000
