import type { Point } from '@rongmei/appraisal'

/** A point as it is stored: the number's own digits, or the text of a cell that held none. */
export function storePoint(point: Point): string {
  return String(point)
}

/** The other way round: `5` becomes the number 5, `—` stays text, so a stored form scores like the imported one. */
export function readPoint(text: string): Point {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
