/** Errors per thousand characters with two decimals, as inspections state it; null when nothing was read. */
export function perThousand(errors: number, characters: number): string | null {
  return characters > 0 ? ((errors * 1000) / characters).toFixed(2) : null
}

/** `2026-11` → `2026-10`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
