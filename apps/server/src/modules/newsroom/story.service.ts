import { type Revision, type Story, type StoryContent, topics } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { charactersOf, contentHash, EMPTY_CONTENT, isStorable } from './domain/content.ts'
import { afterEdit, startsRevision } from './domain/story.ts'
import { demandLock, takeLockIn } from './lock.service.ts'
import { dropLock } from './lock.store.ts'
import { voidSignOffs } from './review.store.ts'
import { findLastRevision, findRevision, findRevisions, insertRevision, replaceRevision } from './revision.store.ts'
import {
  SignOffVoided,
  StoryCreated,
  StoryRemoved,
  StoryRestored,
  StorySaved,
  StoryUnremoved,
  subjectOf,
  TextRescued,
} from './story.events.ts'
import { contentOf, loadForAct, loadVisible } from './story.load.ts'
import { mayCreate, mayEdit, mayRemove, mayRescue } from './story.policy.ts'
import { insertStory, lockStory, type StoryRowData, updateStory } from './story.store.ts'
import { assemble, NOTHING_YET, revisionView, storyView } from './story.view.ts'
import type { RevisionTable } from './tables.ts'

/** Starts a story; what is not given is empty. @throws Refused ability.missing, story.tooLong */
export async function createStory(
  ctx: Ctx,
  given: Partial<StoryContent>,
  author: { unitId: string | null; unitName: string | null },
): Promise<Story> {
  demand(mayCreate(ctx.actor))
  const content = { ...EMPTY_CONTENT, ...given }
  demand(isStorable(content))
  const now = new Date(ctx.now())
  const id = ctx.newId()
  const row = await ctx.tx(async (t) => {
    const year = Number(dayOf(now).slice(0, 4))
    const columns = columnsOf(content)
    const story = {
      id,
      ...columns,
      author_id: t.actor.id ?? refuse('session.required'),
      author_name: t.actor.name,
      unit_id: author.unitId,
      unit_name: author.unitName,
      state: 'draft' as const,
      rev: 0,
      open_must: 0,
      override_reason: null,
      returned: null,
      withdrawal: null,
      created_at: now,
      updated_at: now,
      submitted_at: null,
      published_at: null,
      removed_at: null,
    }
    const number = await insertStory(t, year, story)
    await insertRevision(t, revisionOf(t, id, 1, content, columns, 'saved'))
    await t.emit(StoryCreated, subjectOf(id), { number, kind: content.kind })
    t.touch(topics.stories, topics.todo)
    return { ...story, number, reads: 0 }
  })
  return assemble(ctx, row, NOTHING_YET)
}

export async function getStory(ctx: Ctx, id: string): Promise<Story> {
  return storyView(ctx, (await loadVisible(ctx, id)).row)
}

/**
 * Saves the text. Needs the revision it was read at and nobody else's edit lock; takes the lock if it is free.
 * An edit in review voids the signatures and starts the reviews again.
 * @throws Refused story.moved, story.locked, story.lockLost, story.notEditable, story.tooLong
 */
export async function saveStory(
  ctx: Ctx,
  id: string,
  rev: number,
  content: StoryContent,
  keep: boolean,
): Promise<Story> {
  demand(isStorable(content))
  await ctx.tx(async (t) => {
    const row = await lockStory(t, id)
    if (row) await demandLock(t, id)
    const loaded = await loadForAct(t, id, rev, (facts) => mayEdit(t.actor, facts))
    await takeLockIn(t, id, false)
    await writeText(t, loaded.row, content, 'saved', keep)
  })
  return getStory(ctx, id)
}

/** Makes an earlier revision the current text; what was current stays a revision. */
export async function restoreRevision(ctx: Ctx, id: string, no: number, rev: number): Promise<Story> {
  await ctx.tx(async (t) => {
    const { row } = await loadForAct(t, id, rev, (facts) => mayEdit(t.actor, facts))
    await demandLock(t, id)
    const revision = await findRevision(t, id, no)
    if (!revision) refuse('platform.notFound')
    await writeText(t, row, { ...revision.content, plannedAt: contentOf(row).plannedAt }, 'restored', true, no)
  })
  return getStory(ctx, id)
}

/** Keeps the unsaved words of one who lost the lock, as a revision beside the current text. */
export async function rescueText(ctx: Ctx, id: string, content: StoryContent): Promise<Revision> {
  demand(isStorable(content))
  return ctx.tx(async (t) => {
    await loadForAct(t, id, null, (facts) => mayRescue(t.actor, facts))
    const revision = revisionOf(t, id, await nextNo(t, id), content, columnsOf(content), 'rescued')
    await insertRevision(t, revision)
    await t.emit(TextRescued, subjectOf(id), {
      no: revision.no,
      characters: revision.characters,
      contentHash: revision.content_hash,
    })
    t.touch(topics.story(id))
    return revisionView(revision, false)
  })
}

/** Writes new text into a story whose row is locked: columns, revision, events, voided signatures. */
export async function writeText(
  t: Tx,
  row: StoryRowData,
  content: StoryContent,
  reason: Revision['reason'],
  keep: boolean,
  from = 0,
): Promise<void> {
  const columns = columnsOf(content)
  const changed = columns.content_hash !== row.content_hash
  const state = changed ? afterEdit(row.state) : row.state
  await updateStory(t, row.id, {
    ...columns,
    state,
    updated_at: new Date(t.now()),
    ...(state === row.state ? {} : { submitted_at: new Date(t.now()) }),
  })
  if (changed || keep) {
    const last = await findLastRevision(t, row.id)
    const fresh =
      reason !== 'saved' ||
      startsRevision(
        last && { byId: last.by_id, reason: last.reason, startedAt: last.started_at.getTime() },
        t.now(),
        t.actor.id,
        keep,
      )
    const revision = revisionOf(t, row.id, fresh || !last ? (last?.no ?? 0) + 1 : last.no, content, columns, reason)
    if (fresh || !last) await insertRevision(t, revision)
    else await replaceRevision(t, { ...revision, started_at: last.started_at })
    const about = { no: revision.no, characters: revision.characters, contentHash: revision.content_hash }
    if (reason === 'restored') await t.emit(StoryRestored, subjectOf(row.id), { ...about, from })
    else if (reason === 'saved' && fresh) await t.emit(StorySaved, subjectOf(row.id), about)
  }
  if (changed && reason !== 'corrected') {
    const count = await voidSignOffs(t, row.id, '内容有改动')
    if (count > 0) await t.emit(SignOffVoided, subjectOf(row.id), { count, reason: '内容有改动' })
  }
  t.touch(topics.story(row.id), topics.stories, topics.todo)
}

export async function listRevisions(ctx: Ctx, id: string): Promise<Revision[]> {
  const { row } = await loadVisible(ctx, id)
  const revisions = await findRevisions(ctx, id)
  const current = revisions.find((one) => one.reason !== 'rescued' && one.content_hash === row.content_hash)
  return revisions.map((one) => revisionView(one, one === current))
}

export async function getRevision(ctx: Ctx, id: string, no: number) {
  const { row } = await loadVisible(ctx, id)
  const revision = await findRevision(ctx, id, no)
  if (!revision) refuse('platform.notFound')
  return { revision: revisionView(revision, revision.content_hash === row.content_hash), content: revision.content }
}

/** Puts a draft into the bin, from where it can come back. */
export async function removeStory(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx(async (t) => {
    await loadForAct(t, id, null, (facts) => mayRemove(t.actor, facts))
    await updateStory(t, id, { removed_at: new Date(t.now()) })
    await dropLock(t, id, null)
    await t.emit(StoryRemoved, subjectOf(id), {})
    t.touch(topics.story(id), topics.stories, topics.todo)
  })
}

export async function unremoveStory(ctx: Ctx, id: string): Promise<Story> {
  await ctx.tx(async (t) => {
    await loadForAct(t, id, null, (facts) => mayRemove(t.actor, facts))
    await updateStory(t, id, { removed_at: null })
    await t.emit(StoryUnremoved, subjectOf(id), {})
    t.touch(topics.story(id), topics.stories, topics.todo)
  })
  return getStory(ctx, id)
}

function columnsOf(content: StoryContent) {
  const { source, plannedAt, coverUrl, ...rest } = content
  return {
    ...rest,
    source_kind: source.kind,
    source_name: source.name,
    source_unit_id: source.unitId,
    planned_at: plannedAt === null ? null : new Date(plannedAt),
    cover_url: coverUrl,
    content_hash: contentHash(content),
    characters: charactersOf(content),
  }
}

async function nextNo(t: Tx, id: string): Promise<number> {
  return ((await findLastRevision(t, id))?.no ?? 0) + 1
}

/** A revision row of this moment by this actor. */
export function revisionOf(
  ctx: Ctx,
  storyId: string,
  no: number,
  content: StoryContent,
  columns: { content_hash: string; characters: number },
  reason: Revision['reason'],
): RevisionTable {
  const at = new Date(ctx.now())
  return {
    story_id: storyId,
    no,
    at,
    started_at: at,
    by_id: ctx.actor.id,
    by_name: ctx.actor.name,
    reason,
    title: content.title,
    content,
    content_hash: columns.content_hash,
    characters: columns.characters,
  }
}
