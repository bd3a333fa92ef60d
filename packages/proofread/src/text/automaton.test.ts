import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildAutomaton } from './automaton.ts'

const naive = (patterns: readonly string[], text: string) => {
  const hits: string[] = []
  for (const pattern of new Set(patterns)) {
    if (pattern === '') continue
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1)) hits.push(`${pattern}@${at}`)
  }
  return hits.toSorted()
}

test('finds exactly the occurrences that a search pattern by pattern finds', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '\ud83d', '\ude00'), maxLength: 5 })
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', '\ud83d', '\ude00'), maxLength: 80 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), text, (patterns, haystack) => {
      const hits: string[] = []
      buildAutomaton(patterns).scan(haystack, (pattern, start, end) => {
        expect(haystack.slice(start, end)).toBe(patterns[pattern])
        hits.push(`${patterns[pattern]}@${start}`)
      })
      expect(hits.toSorted()).toEqual(naive(patterns, haystack))
    }),
  )
})

test('of equal patterns reports the first', () => {
  const hits: number[] = []
  buildAutomaton(['词', '词']).scan('词', (pattern) => hits.push(pattern))
  expect(hits).toEqual([0])
})
