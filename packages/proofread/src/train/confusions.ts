import { likeness, type Confusions } from '../speller/model.ts'
import type { Vocabulary } from '../speller/vocabulary.ts'

/** Lists that say which characters are alike; every line as in the public lists that the model card names. */
export interface AlikeLists {
  /** 'U+4E00: yī # 一' */
  readonly readings: readonly string[]
  /** A character, then those that look like it, with or without spaces. */
  readonly shapes: readonly string[]
}

export type Pair = readonly [string, string]

const initials = 'zh ch sh b p m f d t n l g k h j q x z c s r y w'.split(' ')
const nearInitials =
  'zh-z ch-c sh-s l-n f-h r-l j-q q-x j-x j-z zh-ch zh-j g-k d-t b-p z-c s-c sh-ch x-s h-k w-h sh-x'.split(' ')
const nearFinals =
  'an-ang en-eng in-ing ian-iang uan-uang ong-eng un-ong ei-ui e-uo o-uo e-o ai-ei ian-ie ian-an ao-iao ou-iu u-v e-i ue-ve i-in i-ei a-ia ie-i an-uan ang-iang u-ou i-u a-an ai-an un-en un-uan in-ian ing-iang ao-ou u-uo'.split(
    ' ',
  )
const near = new Set([...nearInitials, ...nearFinals].flatMap((pair) => [pair, pair.split('-').toReversed().join('-')]))

const split = (sound: string): [string, string] => {
  const initial = initials.find((start) => sound.startsWith(start)) ?? ''
  return [initial, sound.slice(initial.length)]
}

const soundsNear = (one: string, other: string) => {
  const [i, f] = split(one)
  const [j, g] = split(other)
  if (i === j) return near.has(`${f}-${g}`)
  return near.has(`${i}-${j}`) && (f === g || near.has(`${f}-${g}`)) && initials.includes(i)
}

const toneless = (sound: string) =>
  sound
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
    .replaceAll('ü', 'v')

const readReadings = (lines: readonly string[]) => {
  const readings = new Map<string, string[]>()
  for (const line of lines) {
    const match = /^U\+([0-9A-F]{4,5}):\s*([^#]+)/.exec(line)
    if (!match) continue
    readings.set(String.fromCodePoint(Number.parseInt(match[1] ?? '', 16)), (match[2] ?? '').trim().split(','))
  }
  return readings
}

/** Differing characters of pairs of equal length, with how often each was confused. */
export const countPairs = (pairs: Iterable<Pair>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const [source, target] of pairs) {
    if (source.length !== target.length) continue
    for (let at = 0; at < source.length; at++) {
      if (source[at] === target[at]) continue
      const key = `${source[at]}${target[at]}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

const mostOf = { same: 70, shape: 40, near: 50 }

/** The confusion table of a vocabulary. `counts` are those of `countPairs`. */
export const buildConfusions = (
  vocabulary: Vocabulary,
  lists: AlikeLists,
  counts: ReadonlyMap<string, number>,
): Confusions => {
  const size = vocabulary.units.length
  const tokenOf = (char: string) => vocabulary.tokens[char.charCodeAt(0)] ?? 0
  const kinds = Array.from({ length: size }, () => new Map<number, number>())
  const add = (wrong: number, right: number, kind: number) => {
    if (wrong < 2 || right < 2 || wrong === right) return
    const row = kinds[wrong]
    row?.set(right, (row.get(right) ?? 0) | kind)
  }
  const sounds = new Map<string, number[]>()
  const toned = new Map<string, number[]>()
  const note = (map: Map<string, number[]>, key: string, token: number) =>
    map.set(key, [...(map.get(key) ?? []), token])
  for (const [char, list] of readReadings(lists.readings)) {
    const token = tokenOf(char)
    if (token < 2) continue
    for (const sound of new Set(list.map(toneless))) note(sounds, sound, token)
    for (const sound of new Set(list)) note(toned, sound, token)
  }
  const pairUp = (one: readonly number[], other: readonly number[], kind: number) => {
    for (const wrong of one) for (const right of other) add(wrong, right, kind)
  }
  for (const [sound, tokens] of sounds) {
    pairUp(tokens, tokens, likeness.sameSound)
    for (const [other, rest] of sounds) if (soundsNear(sound, other)) pairUp(tokens, rest, likeness.nearSound)
  }
  for (const tokens of toned.values()) pairUp(tokens, tokens, likeness.sameTone)
  for (const line of lists.shapes) {
    if (line.startsWith('#')) continue
    const [head = '', ...rest] = line.trim().split(/\s+/)
    for (const char of rest.join('')) {
      add(tokenOf(head), tokenOf(char), likeness.shape)
      add(tokenOf(char), tokenOf(head), likeness.shape)
    }
  }
  for (const key of counts.keys()) add(tokenOf(key[0] ?? ''), tokenOf(key[1] ?? ''), likeness.seenPair)
  return pack(kinds)
}

/** Candidates by kind, the more frequent (lower tokens) first, so many of each. */
const pack = (kinds: readonly Map<number, number>[]): Confusions => {
  const starts = new Uint32Array(kinds.length + 1)
  const tokens: number[] = []
  const list: number[] = []
  kinds.forEach((row, wrong) => {
    const left = { ...mostOf }
    for (const [right, kind] of [...row].toSorted(([x], [y]) => x - y)) {
      const group = kind & likeness.sameSound ? 'same' : kind & likeness.shape ? 'shape' : 'near'
      if (!(kind & likeness.seenPair) && left[group]-- <= 0) continue
      tokens.push(right)
      list.push(kind)
    }
    starts[wrong + 1] = tokens.length
  })
  return {
    starts,
    tokens: Uint16Array.from(tokens),
    kinds: Uint8Array.from(list),
    pairs: new Uint16Array(tokens.length),
    errors: new Uint16Array(kinds.length),
  }
}

/** The same table with other counts of annotated errors. */
export const withCounts = (
  confusions: Confusions,
  vocabulary: Vocabulary,
  counts: ReadonlyMap<string, number>,
): Confusions => {
  const pairs = new Uint16Array(confusions.pairs.length)
  const errors = new Uint16Array(confusions.errors.length)
  for (const [key, count] of counts) {
    const wrong = vocabulary.tokens[key.charCodeAt(0)] ?? 0
    const right = vocabulary.tokens[key.charCodeAt(1)] ?? 0
    errors[wrong] = Math.min(65_535, (errors[wrong] ?? 0) + count)
    const row = confusions.tokens.subarray(confusions.starts[wrong], confusions.starts[wrong + 1])
    const at = row.indexOf(right)
    if (at >= 0) pairs[(confusions.starts[wrong] ?? 0) + at] = Math.min(65_535, count)
  }
  return { ...confusions, pairs, errors }
}
