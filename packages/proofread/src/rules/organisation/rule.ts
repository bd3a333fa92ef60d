import { nameFinder, nearMissFinder } from '../../text/names.ts'
import { toRanges } from '../../text/ranges.ts'
import { isValidOn } from '../../text/roster.ts'
import type { CheckOptions, Draft, Rule } from '../../types.ts'

/** A shorter name differs by one character from too many other words. */
const shortest = 5

const prepare = ({ organisations = [] }: CheckOptions) => {
  const names = organisations.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])])
  const entries = new Map(
    organisations.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])].map((name) => [name, entry] as const)),
  )
  return { entries, exact: nameFinder(names), close: nearMissFinder(names.filter((name) => name.length >= shortest)) }
}

export const rule: Rule = {
  id: 'organisation',
  class: '机构名称',
  name: '机构名称误写或已变更',
  basis: '本单位机构名单（含启用、停用日期）',
  severity: '必须改',
  confidence: 0.9,
  scope: 'block',
  examples: ['松江区融媒体中新→松江区融媒体中心', '旧机构名→新机构名'],
  run: ({ text, options, memo }) => {
    if (!options.organisations?.length) return []
    const { entries, exact, close } = memo('organisation', prepare)
    const known = exact(text)
    const standing = toRanges(known.map(({ start, end }) => [start, end] as const))
    const drafts: Draft[] = close(text)
      .filter(
        ({ start, end }) =>
          !standing.touches(start, end) && /^[\u4e00-\u9fffA-Za-z0-9（）]+$/.test(text.slice(start, end)),
      )
      .map(({ start, end, name }) => ({
        start,
        end,
        suggestions: [name],
        explanation: `名单中的机构名称为“${name}”，此处相差一字。`,
      }))
    const day = options.publishedOn
    if (day === undefined) return drafts
    for (const { start, end, name } of known) {
      const entry = entries.get(name)
      if (
        !entry ||
        isValidOn(entry, day) ||
        /(?:原|前|时称|旧称|当时的)$/.test(text.slice(Math.max(0, start - 3), start))
      )
        continue
      drafts.push({
        start,
        end,
        suggestions: entry.successor ? [entry.successor] : [],
        explanation: `“${name}”在发稿日不是有效的机构名称${entry.successor ? `，现为“${entry.successor}”` : ''}。`,
        severity: '建议',
      })
    }
    return drafts
  },
}
