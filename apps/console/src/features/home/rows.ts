import type { StoryRow, Todo } from '@rongmei/contract'
import { paths } from '../../app/paths.ts'
import { zh } from './zh.ts'

export type Group = Todo['groups'][number]

/** What presses most stands first; what only informs stands last. */
const ORDER: readonly Group['key'][] = ['returned', 'review', 'publish', 'inspect', 'drafts', 'sent']

/** The groups that have something in them, in order of urgency. */
export function groupsInOrder(todo: Todo): Group[] {
  return ORDER.flatMap((key) => todo.groups.filter((group) => group.key === key && group.total > 0))
}

/** How many things wait for this person to act (their own drafts and what they sent do not press). */
export function waitingCount(todo: Todo): number {
  return todo.groups
    .filter((group) => group.key !== 'drafts' && group.key !== 'sent')
    .reduce((sum, group) => sum + group.total, 0)
}

/** A row's next step: its word and where it is done. */
export function nextStep(group: Group['key'], row: StoryRow): { label: string; to: string } {
  if (group === 'inspect') return { label: zh.inspect, to: paths.inspections() }
  const reviews = row.next === 'reviewFirst' || row.next === 'reviewSecond' || row.next === 'reviewFinal'
  return { label: zh.next[row.next], to: reviews ? paths.storyReview(row.id) : paths.story(row.id) }
}

/** Where all rows of a group are found. */
export function wholeGroup(group: Group['key']): string {
  const library = paths.stories()
  const places: Record<Group['key'], string> = {
    returned: `${library}?view=mine&state=draft`,
    review: `${library}?view=review`,
    publish: `${library}?state=approved`,
    inspect: paths.inspections(),
    drafts: `${library}?view=mine&state=draft`,
    sent: `${library}?view=mine`,
  }
  return places[group]
}
