import { nameFinder } from '../../text/names.ts'
import { bareTitle } from '../../text/roster.ts'
import type { CheckOptions, Draft, RosterEntry, Rule } from '../../types.ts'

const posts =
  '党组书记|党委书记|副书记|书记|常务副主任|副主任|主任|副局长|局长|副区长|区长|副镇长|镇长|副市长|市长|副县长|县长|副馆长|馆长|副院长|院长|副校长|校长|副主席|主席|副部长|部长|副处长|处长|副科长|科长|副台长|台长|副社长|社长|副总编辑|总编辑|副会长|会长|秘书长|董事长|总经理|所长|站长|队长'
const beforeName = new RegExp(`(?:代理|代)?(?:${posts})$`)
const afterName = new RegExp(`^(?:代理|代)?(?:${posts})(?!助理|办公室|信箱)`)

/** Whether an entry holds on the day; without a day, or without dates, it holds. ISO days compare as text. */
const holds = ({ validFrom, validTo }: RosterEntry, day: string | undefined) =>
  day === undefined || ((!validFrom || validFrom <= day) && (!validTo || day <= validTo))

const prepare = ({ roster = [], publishedOn }: CheckOptions) => {
  const posts = new Map<string, Set<string>>()
  // Posts that have run out are the business of the rule for expired posts; here they are not the right answer.
  for (const { name, title, aliases = [] } of roster.filter((entry) => holds(entry, publishedOn))) {
    for (const each of [name, ...aliases]) posts.set(each, (posts.get(each) ?? new Set()).add(bareTitle(title)))
  }
  return { posts, find: nameFinder([...posts.keys()]) }
}

/** 副 is the commonest slip; a post that merely belongs to another body cannot be told apart, hence 建议. */
const isSame = (written: string, listed: ReadonlySet<string>) =>
  [...listed].some(
    (post) => post === written || (post.endsWith(written) && !post.startsWith('副') && !post.includes('副')),
  )

export const rule: Rule = {
  id: 'roster-title',
  class: '人名职务',
  name: '职务与本单位人员名单不符',
  basis: '本单位人员职务名单',
  severity: '建议',
  confidence: 0.85,
  scope: 'block',
  examples: ['副区长钱江→区长钱江（名单中为区长）'],
  run: ({ text, options, memo }) => {
    if (!options.roster?.length) return []
    const { posts: known, find } = memo('roster-title', prepare)
    const drafts: Draft[] = []
    for (const { start, end, name } of find(text)) {
      const listed = known.get(name)
      if (!listed) continue
      const before = beforeName.exec(text.slice(Math.max(0, start - 12), start))
      const after = before ? null : afterName.exec(text.slice(end, end + 12))
      const written = (before ?? after)?.[0]
      if (written === undefined || isSame(written, listed)) continue
      const at = before ? start - written.length : end
      const right = [...listed]
      drafts.push({
        start: at,
        end: at + written.length,
        suggestions: right,
        explanation: `名单中${name}的职务是“${right.join('”“')}”，与“${written}”不符。`,
      })
    }
    return drafts
  },
}
