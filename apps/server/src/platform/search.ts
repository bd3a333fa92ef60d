import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const jieba = Jieba.withDict(dict)
const WORD = /[\p{L}\p{N}]/u
/** Enough for any manuscript; the rest of a monstrous text is simply not searchable. */
const MOST_CHARACTERS = 200_000

/** Words of a text for the index: long words also give their parts, so that 融媒体中心 is found by 中心. */
export function indexWords(text: string): string {
  const words = jieba.cutForSearch(clean(text).slice(0, MOST_CHARACTERS), true)
  return words.filter((word) => WORD.test(word)).join(' ')
}

/** A `to_tsquery('simple', …)` expression that demands every word looked for; empty when nothing is searchable. */
export function queryWords(text: string): string {
  const words = jieba.cutForSearch(clean(text).slice(0, 200), true).filter((word) => WORD.test(word))
  return [...new Set(words)].map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ')
}

function clean(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
