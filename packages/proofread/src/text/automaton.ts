/** Finds all occurrences of many fixed strings in one pass over a text. */
export interface Automaton {
  readonly size: number
  /** Calls back for every occurrence, also overlapping ones, in order of their ends. Linear in text length plus hits. */
  scan(text: string, onHit: (pattern: number, start: number, end: number) => void): void
}

interface Trie {
  readonly children: Map<number, number>[]
  readonly output: number[]
}

const plant = (patterns: readonly string[]): Trie => {
  const children: Map<number, number>[] = [new Map()]
  const output = [-1]
  patterns.forEach((pattern, index) => {
    let state = 0
    for (let at = 0; at < pattern.length; at++) {
      const code = pattern.charCodeAt(at)
      const next = children[state]?.get(code)
      if (next !== undefined) {
        state = next
        continue
      }
      children.push(new Map())
      output.push(-1)
      children[state]?.set(code, children.length - 1)
      state = children.length - 1
    }
    if (pattern.length > 0 && output[state] === -1) output[state] = index
  })
  return { children, output }
}

/** Breadth first: the failure link of every state, and the nearest state on its failure chain that ends a pattern. */
const link = ({ children, output }: Trie) => {
  const fail = new Int32Array(children.length)
  const report = new Int32Array(children.length)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0
    for (const [code, child] of children[state] ?? []) {
      queue.push(child)
      if (state === 0) continue
      let back = fail[state] ?? 0
      while (back !== 0 && !children[back]?.has(code)) back = fail[back] ?? 0
      const target = children[back]?.get(code) ?? 0
      fail[child] = target
      report[child] = output[target] !== -1 ? target : (report[target] ?? 0)
    }
  }
  return { fail, report }
}

const slotOf = (state: number, code: number, mask: number) =>
  (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) & mask

/** The transitions as an open-addressed hash in one typed array: three numbers a slot (state + 1, code, child). */
const pack = (children: readonly Map<number, number>[]) => {
  let capacity = 16
  while (capacity < children.length * 3) capacity *= 2
  const table = new Int32Array(capacity * 3)
  children.forEach((edges, state) => {
    for (const [code, child] of edges) {
      let slot = slotOf(state, code, capacity - 1)
      while (table[slot * 3] !== 0) slot = (slot + 1) & (capacity - 1)
      table.set([state + 1, code, child], slot * 3)
    }
  })
  return { table, mask: capacity - 1 }
}

/**
 * Aho and Corasick's automaton (1975) over UTF-16 units, in typed arrays.
 * Empty patterns never match; of equal patterns the first is reported.
 */
export const buildAutomaton = (patterns: readonly string[]): Automaton => {
  const trie = plant(patterns)
  const { fail, report } = link(trie)
  const { table, mask } = pack(trie.children)
  const output = Int32Array.from(trie.output)
  const first = new Uint8Array(65536)
  for (const code of trie.children[0]?.keys() ?? []) first[code] = 1
  const step = (state: number, code: number) => {
    for (let slot = slotOf(state, code, mask); table[slot * 3] !== 0; slot = (slot + 1) & mask) {
      if (table[slot * 3] === state + 1 && table[slot * 3 + 1] === code) return table[slot * 3 + 2] ?? 0
    }
    return 0
  }
  const scan: Automaton['scan'] = (text, onHit) => {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (state === 0 && first[code] === 0) continue
      let next = step(state, code)
      while (next === 0 && state !== 0) {
        state = fail[state] ?? 0
        next = step(state, code)
      }
      state = next
      let hit = output[state] !== -1 ? state : (report[state] ?? 0)
      while (hit !== 0) {
        const pattern = output[hit] ?? 0
        onHit(pattern, at + 1 - (patterns[pattern]?.length ?? 0), at + 1)
        hit = report[hit] ?? 0
      }
    }
  }
  return { size: patterns.length, scan }
}
