import { LIMITS } from './limits.ts'

/** Our own stored files, addressed by the SHA-256 of their bytes. */
const STORED = /^\/files\/[0-9a-f]{64}(?:\.[a-z0-9]{1,8})?$/
// Whitespace and control characters are refused: browsers skip them, which is how "java\nscript:" passes naive filters.
const EXTERNAL = /^https?:\/\/[^\s\p{Cc}]+$/iu
const MAIL = /^mailto:[^\s\p{Cc}]+$/iu

/** What stands in `src` for the n-th embedded picture until its bytes are uploaded; no saved body may hold one. */
const PENDING = /^pending:(\d{1,6})$/

/** True for a picture kept in our own store. */
export function isStoredFile(src: string): boolean {
  return STORED.test(src)
}

/** True for a `src` that a saved body may hold. */
export function isPictureSource(src: string): boolean {
  return src.length <= LIMITS.url && (STORED.test(src) || EXTERNAL.test(src))
}

/** True for an address that a link may hold: http, https or mailto. */
export function isLinkTarget(href: string): boolean {
  return href.length <= LIMITS.url && (EXTERNAL.test(href) || MAIL.test(href))
}

/** The number of an embedded picture still to be uploaded, or null when `src` is no such placeholder. */
export function pendingIndex(src: string): number | null {
  const match = PENDING.exec(src)
  return match ? Number(match[1]) : null
}

/** The placeholder of the n-th embedded picture. */
export function pendingSource(index: number): string {
  return `pending:${index}`
}
