import type { Draft } from '../types.ts'

/** Chinese characters of the basic plane; rules build their patterns from it so that no match splits a surrogate pair. */
export const han = '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff'

/** Chinese numerals as they occur in running text. */
export const numerals = '〇零一二三四五六七八九十百千万亿两'

/** All matches of a global pattern with their offsets. */
export const matches = (pattern: RegExp, text: string): Iterable<RegExpMatchArray & { index: number }> =>
  text.matchAll(pattern) as Iterable<RegExpMatchArray & { index: number }>

type Answer = Partial<Omit<Draft, 'start' | 'end'>> & { readonly explanation: string }

/** One draft for each match to which `judge` gives an answer. The match itself is the quote: context belongs in lookarounds. */
export const draftsOf = (
  pattern: RegExp,
  text: string,
  judge: (match: RegExpMatchArray & { index: number }) => Answer | undefined,
): Draft[] => {
  const drafts: Draft[] = []
  for (const match of matches(pattern, text)) {
    const answer = judge(match)
    if (!answer) continue
    drafts.push({ suggestions: [], ...answer, start: match.index, end: match.index + match[0].length })
  }
  return drafts
}

/** A list of patterns with fixed replacements: `right` may use $1 as in String.replace. */
export interface Pattern {
  readonly find: RegExp
  readonly right: string | readonly string[]
  readonly why: string
  readonly severity?: Draft['severity']
  readonly confidence?: number
}

/** Runs a list of patterns. Lookarounds see only the match again, so replacements are expanded from the groups. */
export const draftsOfPatterns = (patterns: readonly Pattern[], text: string): Draft[] =>
  patterns.flatMap(({ find, right, why, severity, confidence }) =>
    draftsOf(find, text, (match) => ({
      suggestions: [right]
        .flat()
        .map((form) => form.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')),
      explanation: why,
      ...(severity ? { severity } : {}),
      ...(confidence === undefined ? {} : { confidence }),
    })),
  )

/** Rules about running prose stay silent in headlines, tables and captions. */
export const isProse = (kind: string): boolean => kind === 'paragraph' || kind === 'quote' || kind === 'item'

const limit = 60

/** A quotation for an explanation, shortened in the middle. */
export const shorten = (text: string): string => {
  const points = Array.from(text)
  return points.length <= limit ? text : `${points.slice(0, 40).join('')}…${points.slice(-10).join('')}`
}
