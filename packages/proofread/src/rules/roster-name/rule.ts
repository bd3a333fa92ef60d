import { nearMissFinder } from '../../text/names.ts'
import { titleForms } from '../../text/roster.ts'
import type { CheckOptions, Draft, Rule } from '../../types.ts'

/** How far from a name its title may stand, in characters. */
const near = 14

const prepare = ({ roster = [] }: CheckOptions) => {
  const titles = new Map<string, string[]>()
  for (const { name, title } of roster) titles.set(name, [...(titles.get(name) ?? []), ...titleForms(title)])
  return {
    find: nearMissFinder([...roster.map((entry) => entry.name), ...roster.flatMap((entry) => entry.aliases ?? [])]),
    titles,
  }
}

/** A name is taken for a slip only beside the title that the roster gives it: other people may well be called so. */
export const rule: Rule = {
  id: 'roster-name',
  class: '人名职务',
  name: '姓名与本单位人员名单相差一字',
  basis: '本单位人员职务名单',
  severity: '必须改',
  confidence: 0.92,
  scope: 'block',
  examples: ['馆长张建囯→馆长张建国（名单中为张建国）'],
  run: ({ text, options, memo }) => {
    if (!options.roster?.length) return []
    const { find, titles } = memo('roster-name', prepare)
    const drafts: Draft[] = []
    for (const { start, end, name } of find(text)) {
      if (!/^[\u4e00-\u9fff·]+$/.test(text.slice(start, end))) continue
      const before = text.slice(Math.max(0, start - near), start)
      const after = text.slice(end, end + near)
      const title = titles
        .get(name)
        ?.find((form) => before.endsWith(form) || after.startsWith(form) || (form.length > 3 && before.includes(form)))
      // Of two characters one is the surname: a wrong one leaves too little to recognise the person by.
      if (title === undefined || (name.length === 2 && !before.endsWith(title))) continue
      drafts.push({ start, end, suggestions: [name], explanation: `名单中的“${title}”是“${name}”，此处疑为姓名误写。` })
    }
    return drafts
  },
}
