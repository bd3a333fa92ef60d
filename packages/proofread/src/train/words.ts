import { emptyRetrieval, finish, mixA, mixB, mixC, seedA, seedB, type Retrieval } from '../speller/retrieval.ts'
import { isHan, type Vocabulary } from '../speller/vocabulary.ts'
import { longestWord } from '../speller/words.ts'
import { buildRetrieval } from './retrieval-build.ts'

/** Fingerprints of the words of 2 to 5 known characters among the lines' runs of Han characters. */
export const buildWords = (vocabulary: Vocabulary, lines: Iterable<string>): Retrieval => {
  const words = new Set<string>()
  for (const line of lines)
    for (const [word] of line.matchAll(/[\u4e00-\u9fff]+/g))
      if (word.length >= 2 && word.length <= longestWord) words.add(word)
  const listed = [...words]
    .toSorted()
    .filter((word) =>
      Array.from(word).every((char) => isHan(char.charCodeAt(0)) && (vocabulary.tokens[char.charCodeAt(0)] ?? 0) > 1),
    )
  if (listed.length === 0) return emptyRetrieval()
  const a = new Int32Array(listed.length)
  const b = new Int32Array(listed.length)
  const c = new Int32Array(listed.length)
  listed.forEach((word, index) => {
    let x = seedA
    let y = seedB
    for (let at = word.length - 1; at >= 0; at--) {
      const token = vocabulary.tokens[word.charCodeAt(at)] ?? 0
      x = mixA(x, token)
      y = mixB(y, token)
    }
    a[index] = finish(x)
    b[index] = finish(y)
    c[index] = mixC(a[index] ?? 0, b[index] ?? 0)
  })
  return buildRetrieval({ a, b, c, values: Uint16Array.from(c, (hash) => hash >>> 16) })
}
