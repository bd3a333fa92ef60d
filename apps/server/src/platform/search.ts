import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const jieba = Jieba.withDict(dict)
const WORD = /[\p{L}\p{N}]/u
const HAN_RUN = /\p{Script=Han}{2,}/gu
/** Enough for any manuscript; the rest of a monstrous text is simply not searchable. */
const MOST_CHARACTERS = 200_000

/**
 * What of a text goes into the index: its words (long ones with their parts, so that 融媒体中心 is found by 中心), and
 * the pairs of neighbouring characters. Words alone miss what a dictionary splits one way in the sentence and another
 * way in the question: 石板路上 is 石板 + 路上 in a text, but 石板路 is one word when asked for.
 */
export function indexWords(text: string): string {
  const plain = clean(text).slice(0, MOST_CHARACTERS)
  const words = jieba.cutForSearch(plain, true).filter((word) => WORD.test(word))
  return fitting(new Set([...words, ...pairs(plain)])).join(' ')
}

/**
 * PostgreSQL refuses an index entry of more than 1 MiB altogether, positions and padding included. The words come
 * first; what no longer fits of a monstrous text is the pairs at its end.
 */
const MOST_BYTES = 900_000
const BESIDE_A_WORD = 8

function fitting(words: Iterable<string>): string[] {
  const kept: string[] = []
  let bytes = 0
  for (const word of words) {
    bytes += Buffer.byteLength(word) + BESIDE_A_WORD
    if (bytes > MOST_BYTES) break
    kept.push(word)
  }
  return kept
}

/**
 * A `to_tsquery('simple', …)` expression that demands everything looked for, as words or as character pairs; empty
 * when nothing is searchable.
 */
export function queryWords(text: string): string {
  const plain = clean(text).slice(0, 100)
  const words = jieba.cutForSearch(plain, true).filter((word) => WORD.test(word))
  if (words.length === 0) return ''
  const latin = words.filter((word) => !/\p{Script=Han}/u.test(word))
  const both = [demandAll(words), demandAll([...pairs(plain), ...latin])].filter(Boolean)
  return both.map((one) => `(${one})`).join(' | ')
}

function demandAll(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ')
}

function pairs(text: string): string[] {
  const found: string[] = []
  for (const [run] of text.matchAll(HAN_RUN))
    for (let i = 0; i + 2 <= run.length; i += 1) found.push(run.slice(i, i + 2))
  return found
}

function clean(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
