/** A calendar day in Asia/Shanghai, `2023-05-01`. Never a Date: a day has no time and no zone to get wrong. */
export type Day = string

/** China has kept UTC+8 without summer time since 1992, the span of our records, so plain arithmetic is exact. */
const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The calendar day in Shanghai at an instant (milliseconds since 1970 or a Date). */
export function dayOf(instant: number | Date): Day {
  return new Date(Number(instant) + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** The instant at which a Shanghai calendar day begins, in milliseconds since 1970. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Whether the text is a day that exists: `2023-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekday(day: Day): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

/** The instants that bound a Shanghai calendar year: `[start, end)`. */
export function yearSpan(year: number): { start: number; end: number } {
  return { start: startOfDay(`${year}-01-01`), end: startOfDay(`${year + 1}-01-01`) }
}

/** `2026-11-23 14:05` in Shanghai, as the console prints moments. */
export function formatInstant(instant: number | Date): string {
  return new Date(Number(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ')
}
