import { Decimal, round } from '@rongmei/kit'
import { formatYuan } from '../../lib/format.ts'

/** A share (0.8292) as people read it (82.92%); a dash where there is no base. */
export function percent(share: string | number | null, places = 2): string {
  return share === null ? '—' : `${round(new Decimal(share).times(100), places).toFixed(places)}%`
}

/** Points: 98.00 stays 98.00, 90.5 becomes 90.50, a blank becomes a dash. */
export function points(value: string | null): string {
  return value === null || value === '' ? '—' : new Decimal(value).toFixed(2)
}

/**
 * The hover text of a rate: the numbers it was made of.
 *
 * @example rateBase('55278925', '114500000') // '552,789.25 ÷ 1,145,000.00 元'
 */
export function rateBase(part: string | null, whole: string | null): string {
  return `${formatYuan(part)} ÷ ${formatYuan(whole)} 元`
}
