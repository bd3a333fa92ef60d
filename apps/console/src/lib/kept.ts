/**
 * Small choices kept in this browser (theme, columns, folded panels). A browser may refuse storage; then the choice
 * simply lasts as long as the page.
 */
export function readKept<T>(name: string, fallback: T, accepts: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`rongmei.${name}`) ?? 'null')
    return accepts(value) ? value : fallback
  } catch {
    return fallback
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`rongmei.${name}`, JSON.stringify(value))
  } catch {
    // Storage full or forbidden: the choice lives until the page closes.
  }
}

export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
export const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
