import { formatInstant, formatMoney } from '@rongmei/kit'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `2026-11-23 14:05` in Shanghai, whatever the zone of this computer. */
export function formatMoment(instant: string | null | undefined): string {
  return instant ? formatInstant(Date.parse(instant)) : '—'
}

/** `2026-11-23` in Shanghai. */
export function formatDay(instant: string | null | undefined): string {
  return formatMoment(instant).slice(0, 10)
}

/**
 * How long ago or ahead, for beside the absolute time.
 *
 * @example relative('2026-11-23T06:00:00Z', Date.parse('2026-11-23T06:05:00Z')) // '5 分钟前'
 */
export function relative(instant: string, now: number): string {
  const away = now - Date.parse(instant)
  const size = Math.abs(away)
  if (size < MINUTE) return '刚刚'
  const side = away > 0 ? '前' : '后'
  if (size < HOUR) return `${Math.floor(size / MINUTE)} 分钟${side}`
  if (size < DAY) return `${Math.floor(size / HOUR)} 小时${side}`
  if (size < 30 * DAY) return `${Math.floor(size / DAY)} 天${side}`
  if (size < 365 * DAY) return `${Math.floor(size / (30 * DAY))} 个月${side}`
  return `${Math.floor(size / (365 * DAY))} 年${side}`
}

/** `8,180,000`; a dash for nothing. */
export function formatNumber(value: number | string | null | undefined, places?: number): string {
  if (value === null || value === undefined || value === '') return '—'
  const number = Number(value)
  if (!Number.isFinite(number)) return String(value)
  const digits =
    places === undefined
      ? { maximumFractionDigits: 4 }
      : { minimumFractionDigits: places, maximumFractionDigits: places }
  return new Intl.NumberFormat('zh-CN', digits).format(number)
}

/** 分 in a string → `552,789.25` (元, the unit stands in the header). */
export function formatYuan(fen: string | null | undefined): string {
  return fen === null || fen === undefined ? '—' : formatMoney(BigInt(fen))
}

/** A share of 1 → `97.35%`. */
export function formatShare(share: number | null | undefined, places = 2): string {
  return share === null || share === undefined ? '—' : `${formatNumber(share * 100, places)}%`
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** `1.4 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${formatNumber(bytes / 1024 ** step, step === 0 ? 0 : 1)} ${UNITS[step]}`
}
