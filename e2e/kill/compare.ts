import { isDeepStrictEqual } from 'node:util'
import type { EventView, Revision } from '@rongmei/contract'
import type { Person } from '../../bench/support/centre.ts'
import type { Acknowledged } from './burst.ts'

/**
 * What of the acknowledged writes is missing or different: stories, the text of each revision, the fact of each write.
 * A write that was under way when the server died may be there or not, but only whole, and only one for each story.
 * @returns one sentence for each loss
 */
export async function losses(reader: Person, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const found: string[] = []
  for (const [story, writes] of Map.groupBy(acknowledged, (one) => one.story))
    found.push(...(await lossesOf(reader, story, writes)))
  return found
}

async function lossesOf({ api }: Person, story: string, writes: readonly Acknowledged[]): Promise<string[]> {
  const params = { id: story }
  const last = writes.at(-1)
  const now = await api.newsroom.getStory({ params }).catch(() => null)
  if (!now || !last) return [`story ${story} is gone with ${writes.length} acknowledged writes`]
  const found: string[] = []
  if (now.rev < last.rev || now.rev > last.rev + 1)
    found.push(`story ${story}: rev ${now.rev}, acknowledged ${last.rev}`)
  if (now.rev === last.rev && now.contentHash !== last.contentHash)
    found.push(`story ${story}: another text at its last rev`)
  const { items: revisions } = await api.newsroom.listRevisions({ params })
  const { items: facts } = await api.newsroom.storyTimeline({ params })
  if (revisions.length !== now.rev + 1) found.push(`story ${story}: ${revisions.length} revisions at rev ${now.rev}`)
  if (revisions.length !== facts.length)
    found.push(`story ${story}: ${revisions.length} revisions, ${facts.length} facts`)
  for (const write of writes) found.push(...(await lossOf({ api }, write, revisions, facts)))
  return found
}

async function lossOf(
  { api }: Pick<Person, 'api'>,
  write: Acknowledged,
  revisions: readonly Revision[],
  facts: readonly EventView[],
): Promise<string[]> {
  const found: string[] = []
  const name = `${write.kind} “${write.content.title}”`
  const revision = revisions.find((one) => one.title === write.content.title)
  if (!revision) return [`${name}: no revision`]
  const kept = await api.newsroom.getRevision({ params: { id: write.story, no: revision.no } })
  if (!isDeepStrictEqual(kept.content, write.content)) found.push(`${name}: revision ${revision.no} holds another text`)
  const fact = facts.some((one) =>
    write.kind === 'created'
      ? one.kind === 'story.created'
      : one.kind === 'story.saved' && one.data['contentHash'] === write.contentHash,
  )
  if (!fact) found.push(`${name}: no fact`)
  return found
}
