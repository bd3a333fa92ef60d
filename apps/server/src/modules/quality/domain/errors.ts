import type { ErrorRow } from '@rongmei/contract'
import { ratio } from '@rongmei/kit'

/** A published story with what was found in it before and put right after publication. */
export type Checked = {
  month: string
  unit: string
  authorId: string
  author: string
  characters: number
  corrected: number
  /** Classes of the findings that people did not wave off. */
  found: readonly string[]
}

/** Groups stories; rates are errors found per thousand characters, by characters of the group. */
export function groupErrors(
  stories: readonly Checked[],
  keyOf: (story: Checked) => { key: string; name: string },
): ErrorRow[] {
  const groups = new Map<string, ErrorRow>()
  for (const story of stories) {
    const { key, name } = keyOf(story)
    const group = groups.get(key) ?? empty(key, name)
    group.stories += 1
    group.characters += story.characters
    group.found += story.found.length
    group.corrected += story.corrected
    groups.set(key, group)
  }
  return [...groups.values()].map(withRate)
}

/** The same by class of error: every story counts for the characters, as each could have had an error of the class. */
export function groupClasses(stories: readonly Checked[]): ErrorRow[] {
  const characters = stories.reduce((sum, story) => sum + story.characters, 0)
  const groups = new Map<string, ErrorRow>()
  for (const story of stories) {
    for (const name of new Set(story.found)) {
      const group = groups.get(name) ?? { ...empty(name, name), characters }
      group.stories += 1
      group.found += story.found.filter((one) => one === name).length
      groups.set(name, group)
    }
  }
  return [...groups.values()].map(withRate).sort((a, b) => b.found - a.found)
}

const empty = (key: string, name: string): ErrorRow => ({
  key,
  name,
  stories: 0,
  characters: 0,
  found: 0,
  corrected: 0,
  perThousand: null,
})

const withRate = (row: ErrorRow): ErrorRow => ({
  ...row,
  perThousand: ratio(row.found * 1000, row.characters)?.toFixed(3) ?? null,
})
