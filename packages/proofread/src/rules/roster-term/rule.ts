import { nameFinder } from '../../text/names.ts'
import { bareTitle, isValidOn } from '../../text/roster.ts'
import type { CheckOptions, Draft, Rule, RosterEntry } from '../../types.ts'

const prepare = ({ roster = [] }: CheckOptions) => {
  const people = new Map<string, RosterEntry[]>()
  for (const entry of roster) {
    for (const each of [entry.name, ...(entry.aliases ?? [])]) people.set(each, [...(people.get(each) ?? []), entry])
  }
  return { people, find: nameFinder([...people.keys()]) }
}

/** 原馆长, 时任馆长: the text says itself that the post is over. */
const isPast = /(?:原|前|时任|曾任|首任|老|卸任|前任)[^，。；、]{0,16}$/

export const rule: Rule = {
  id: 'roster-term',
  class: '人名职务',
  name: '职务不在任期内',
  basis: '本单位人员职务名单（任期）',
  severity: '建议',
  confidence: 0.9,
  scope: 'block',
  examples: ['馆长陆文清（2022年已离任）→原馆长陆文清'],
  run: ({ text, options, memo }) => {
    const day = options.publishedOn
    if (day === undefined || !options.roster?.length) return []
    const { people, find } = memo('roster-term', prepare)
    const drafts: Draft[] = []
    for (const { start, end, name } of find(text)) {
      const before = text.slice(Math.max(0, start - 24), start)
      const stands = (entry: RosterEntry) =>
        before.endsWith(bareTitle(entry.title)) || text.startsWith(bareTitle(entry.title), end)
      const standing = (people.get(name) ?? []).filter(stands)
      // 副主任 ends in 主任: the longest title is the one meant.
      const longest = Math.max(...standing.map((each) => bareTitle(each.title).length))
      const entries = standing.filter((each) => bareTitle(each.title).length === longest)
      const [entry] = entries
      if (!entry || entries.some((each) => isValidOn(each, day))) continue
      const title = bareTitle(entry.title)
      const leads = before.endsWith(title)
      if (isPast.test(leads ? before.slice(0, -title.length) : before)) continue
      const now =
        people
          .get(name)
          ?.filter((each) => isValidOn(each, day))
          .map((each) => bareTitle(each.title)) ?? []
      const ended = entry.validTo !== undefined && entry.validTo < day
      const at = leads ? start - title.length : end
      drafts.push({
        start: at,
        end: at + title.length,
        suggestions: ended ? [...now, `原${title}`] : now,
        explanation: ended
          ? `名单中${name}任“${title}”至${entry.validTo}，发稿日已不在任。`
          : `名单中${name}自${entry.validFrom}起任“${title}”，发稿日尚未到任。`,
      })
    }
    return drafts
  },
}
