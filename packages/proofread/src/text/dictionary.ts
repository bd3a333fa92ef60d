import type { Draft } from '../types.ts'
import { buildAutomaton } from './automaton.ts'
import { toRanges } from './ranges.ts'

export interface Entry {
  readonly wrong: string
  readonly rights: readonly string[]
}

/** Reads a table 'wrong→right wrong→right/right …', separated by white space. Throws on a malformed row. */
export const parseTable = (table: string): Entry[] =>
  table
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [wrong, right, rest] = row.split('→')
      if (!wrong || !right || rest !== undefined) throw new Error(`词表条目有误：${row}`)
      return { wrong, rights: right.split('/') }
    })

/**
 * A matcher for wrong forms. `legit` lists longer strings in which a wrong form is right (立即然后 holds 即然).
 * The automaton is built at the first use.
 */
export const dictionary = (
  entries: readonly Entry[],
  legit: readonly string[] = [],
  explain = (entry: Entry) => `“${entry.wrong}”应为“${entry.rights.join('”或“')}”。`,
): ((text: string) => Draft[]) => {
  let automaton: ReturnType<typeof buildAutomaton> | undefined
  return (text) => {
    automaton ??= buildAutomaton([...entries.map((entry) => entry.wrong), ...legit])
    const hits: [Entry, number, number][] = []
    const safe: [number, number][] = []
    automaton.scan(text, (pattern, start, end) => {
      const entry = entries[pattern]
      if (entry) hits.push([entry, start, end])
      else safe.push([start, end])
    })
    const ranges = toRanges(safe)
    return hits
      .filter(([, start, end]) => !ranges.covers(start, end))
      .map(([entry, start, end]) => ({ start, end, suggestions: entry.rights, explanation: explain(entry) }))
  }
}
