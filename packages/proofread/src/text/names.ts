import { buildAutomaton } from './automaton.ts'

/** Where a window of a text differs from a name in exactly one character. */
export interface NearMiss {
  readonly start: number
  readonly end: number
  readonly name: string
}

const matchesButOne = (text: string, at: number, name: string) => {
  let wrong = 0
  for (let i = 0; i < name.length; i++) {
    if (text.charCodeAt(at + i) !== name.charCodeAt(i) && ++wrong > 1) return false
  }
  return wrong === 1
}

/**
 * Finds strings that differ from one of the names in one character. A name is split in two halves: with one character wrong,
 * the other half still stands, so an automaton over the halves finds every candidate in one pass. Names of one character are
 * left out, and so is any window that is itself a known name.
 */
export const nearMissFinder = (names: readonly string[]): ((text: string) => NearMiss[]) => {
  const known = new Set(names)
  const halves = new Map<string, { name: string; offset: number }[]>()
  const add = (half: string, name: string, offset: number) => {
    const list = halves.get(half) ?? []
    list.push({ name, offset })
    halves.set(half, list)
  }
  for (const name of known) {
    if (name.length < 2 || /[\ud800-\udfff]/.test(name)) continue
    const middle = name.length >> 1
    add(name.slice(0, middle), name, 0)
    add(name.slice(middle), name, middle)
  }
  const keys = [...halves.keys()]
  const automaton = buildAutomaton(keys)
  return (text) => {
    const found: NearMiss[] = []
    automaton.scan(text, (index, start) => {
      for (const { name, offset } of halves.get(keys[index] ?? '') ?? []) {
        const at = start - offset
        if (at < 0 || at + name.length > text.length || !matchesButOne(text, at, name)) continue
        if (!known.has(text.slice(at, at + name.length))) found.push({ start: at, end: at + name.length, name })
      }
    })
    return found
  }
}

/** Finds every occurrence of the names themselves. */
export const nameFinder = (names: readonly string[]): ((text: string) => NearMiss[]) => {
  const automaton = buildAutomaton(names)
  return (text) => {
    const found: NearMiss[] = []
    automaton.scan(text, (index, start, end) => found.push({ start, end, name: names[index] ?? '' }))
    return found
  }
}
