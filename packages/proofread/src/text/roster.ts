import type { RosterEntry } from '../types.ts'

/** What the centre's list calls a post, without the body it belongs to: 松江区文化馆馆长 → 馆长. */
const postOf = (title: string) =>
  /(?:党组|党委|支部|总)?(?:副|代|代理|常务副)?(?:书记|主任|局长|区长|镇长|市长|县长|馆长|院长|校长|主席|部长|处长|科长|台长|社长|总编辑|主编|会长|秘书长|董事长|总经理|经理|所长|站长|队长|委员|记者|教授|主持人|编辑)$/.exec(
    title,
  )?.[0] ?? title

/** A title as written in the list and its bare post. */
export const titleForms = (title: string): string[] =>
  [...new Set([title, postOf(title)])].filter((form) => form.length > 1)

export const bareTitle = postOf

export const isValidOn = (entry: Pick<RosterEntry, 'validFrom' | 'validTo'>, day: string): boolean =>
  (entry.validFrom === undefined || entry.validFrom <= day) && (entry.validTo === undefined || day <= entry.validTo)
