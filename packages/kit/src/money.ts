import { Decimal } from 'decimal.js'

/** Money is integer 分 everywhere; 元 and 万元 exist only on paper. */
export type Fen = bigint

/**
 * Reads an amount as people print it (`1145000.00`, `552,789.25`, `1,015,077`, full-width digits, a ¥ sign).
 *
 * @param unit the unit printed on the form
 * @returns integer 分; null for a blank, a dash, anything that is no amount, or a fraction of a 分
 * @example parseMoney('552,789.25') // 55278925n
 */
export function parseMoney(raw: string, unit: '元' | '万元' = '元'): Fen | null {
  const text = raw
    .normalize('NFKC')
    .replace(/[\s¥￥]/g, '')
    .replace(/元$/, '')
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return null
  const fen = new Decimal(text.replaceAll(',', '')).times(unit === '万元' ? 1_000_000 : 100)
  return fen.isInteger() ? BigInt(fen.toFixed(0)) : null
}

/**
 * Prints 分 as 元 with two places and thousands separated.
 *
 * @example formatMoney(55278925n) // '552,789.25'
 */
export function formatMoney(fen: Fen, options: { separators?: boolean } = {}): string {
  const sign = fen < 0n ? '-' : ''
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  const whole = digits.slice(0, -2)
  const grouped = options.separators === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${grouped}.${digits.slice(-2)}`
}
