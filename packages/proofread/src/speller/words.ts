import { finish, mixA, mixB, mixC, retrieve, seedA, seedB } from './retrieval.ts'
import type { Retrieval } from './retrieval.ts'

export const longestWord = 5

/** Length of the longest listed word that covers tokens[at], 0 when none does. */
export const wordAround = (words: Retrieval, tokens: Uint16Array, length: number, at: number): number => {
  if (words.span === 0) return 0
  let longest = 0
  const last = Math.min(length - 1, at + longestWord - 1)
  for (let end = at; end <= last; end++) {
    let a = seedA
    let b = seedB
    for (let size = 1; size <= longestWord && end - size >= 0; size++) {
      const token = tokens[end - size + 1] as number
      a = mixA(a, token)
      b = mixB(b, token)
      if (size < 2 || size <= longest || end - size + 1 > at) continue
      const x = finish(a)
      const y = finish(b)
      const c = mixC(x, y)
      if (retrieve(words, x, y, c) === c >>> 16) longest = size
    }
  }
  return longest
}
