/**
 * A static map from n-grams to small numbers that keeps no keys: three slots, chosen by hash, whose XOR is the value (a
 * binary fuse filter: Graf and Lemire, 2022, with the fingerprint widened by a payload). It costs 1.13 slots a key and is
 * used as it lies in the file. An absent key is told by its fingerprint, wrongly once in 2^bits.
 */
export interface Retrieval {
  readonly slots: Uint16Array | Uint8Array
  readonly segment: number
  readonly span: number
}

/** Hash state of an n-gram, read from its newest token to its oldest. */
export const seedA = 0x2545f491
export const seedB = 0x6c8e9cf5

export const mixA = (a: number, token: number): number => {
  const mixed = Math.imul(a ^ (token + 0x9e37), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

export const mixB = (b: number, token: number): number => {
  const mixed = Math.imul((b + token) | 0, 0xc2b2ae35)
  return mixed ^ (mixed >>> 13)
}

/** The third hash: fingerprint in its upper byte, position in its lower bits. */
export const mixC = (a: number, b: number): number => {
  const mixed = Math.imul(a ^ (b >>> 3), 0x27d4eb2f)
  return mixed ^ (mixed >>> 14)
}

/** Finalises a and b so that every bit of the tokens reaches the upper bits. */
export const finish = (x: number): number => {
  const mixed = Math.imul(x ^ (x >>> 16), 0x7feb352d)
  return mixed ^ (mixed >>> 15)
}

export const slotOne = (a: number, span: number): number => Math.floor(((a >>> 0) * span) / 4294967296)

/** XOR of the key's three slots. */
export const retrieve = (map: Retrieval, a: number, b: number, c: number): number => {
  const mask = map.segment - 1
  const first = slotOne(a, map.span)
  const second = (first + map.segment) ^ (b & mask)
  const third = (first + 2 * map.segment) ^ (c & mask)
  const { slots } = map
  return (slots[first] as number) ^ (slots[second] as number) ^ (slots[third] as number)
}

const nothing: Retrieval = { slots: new Uint16Array(0), segment: 0, span: 0 }

export const emptyRetrieval = (): Retrieval => nothing
