/** One full-width character is two columns wide in a fixed-pitch terminal. */
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u

/** Columns a string takes in a terminal: Chinese characters and full-width forms count two. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += WIDE.test(char) ? 2 : 1
  return width
}

/** Pads on the right to `columns` terminal columns. */
export function padText(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)))
}

/**
 * Counts 字 as newsrooms do: every Chinese character is one, a run of Latin letters or digits is one, punctuation is
 * not counted.
 *
 * @example countCharacters('松江2023年GDP增长5%。') // 松 江 2023 年 GDP 增 长 5 = 8
 */
export function countCharacters(text: string): number {
  return text.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0
}
