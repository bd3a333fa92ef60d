/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month; 0 for a month that does not exist. Without a year February is given 29. */
export const monthLength = (month: number, year?: number): number =>
  month === 2 ? (year === undefined || isLeap(year) ? 29 : 28) : (lengths[month - 1] ?? 0)

export const dayExists = ({ year, month, day }: Day): boolean => day >= 1 && day <= monthLength(month, year)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = ({ year, month, day }: Day): number => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCDay()
}

/** Reads 'YYYY-MM-DD'; undefined when it is malformed or no such day exists. */
export const parseDay = (text: string): Day | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return dayExists(day) ? day : undefined
}
