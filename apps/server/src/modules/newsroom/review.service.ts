import {
  type DECISIONS,
  type ProofreadingRun,
  type Story,
  type StoryContent,
  type StoredFinding,
  topics,
} from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import { decideFinding, latestRun, openMust, runProofreading } from '../proofreading/index.ts'
import { contentHash as hashOf, fitsLength, isComplete, proofDocument } from './domain/content.ts'
import { afterReview, levelOf } from './domain/story.ts'
import { dropLock } from './lock.store.ts'
import { insertCorrection, insertSignOff, voidSignOffs } from './review.store.ts'
import { findLastRevision, insertRevision } from './revision.store.ts'
import {
  StoryCorrected,
  StoryPublished,
  StoryRecalled,
  StoryReturned,
  StoryReviewed,
  StorySubmitted,
  StoryWithdrawn,
  subjectOf,
} from './story.events.ts'
import { contentOf, type Loaded, loadForAct, loadVisible } from './story.load.ts'
import {
  mayCorrect,
  mayEdit,
  mayProofread,
  mayPublish,
  mayRecall,
  mayReturn,
  mayReview,
  maySubmit,
  mayWithdraw,
  type StoryFacts,
} from './story.policy.ts'
import { getStory, revisionOf, writeText } from './story.service.ts'
import { updateStory, writeOpenMust } from './story.store.ts'

/** Loads, asks, acts and announces in one transaction, then shows the story as it is now: the shape of every act below. */
async function act(
  ctx: Ctx,
  id: string,
  rev: number,
  may: (ctx: Ctx, facts: StoryFacts) => ReturnType<typeof mayReview>,
  work: (t: Tx, loaded: Loaded) => Promise<void>,
): Promise<Story> {
  await ctx.tx(async (t) => {
    const loaded = await loadForAct(t, id, rev, (facts) => may(t, facts))
    await work(t, loaded)
    t.touch(topics.story(id), topics.stories, topics.todo)
  })
  return getStory(ctx, id)
}

/** Proofreads the saved text and keeps the run. */
export async function proofreadStory(ctx: Ctx, id: string): Promise<ProofreadingRun> {
  const { row, facts } = await loadVisible(ctx, id)
  demand(mayProofread(ctx.actor, facts))
  const run = await runProofreading(ctx, {
    subject: subjectOf(id),
    document: proofDocument(row),
    contentHash: row.content_hash,
    publishedOn: dayOf(row.published_at ?? row.planned_at ?? ctx.now()),
  })
  await ctx.tx(async (t) => {
    await writeOpenMust(t, id, run.openMust)
    t.touch(topics.story(id))
  })
  return run
}

/** Accepts or ignores a finding, or makes its words the centre's own. @throws Refused finding.*, story.readOnly */
export async function decideStoryFinding(
  ctx: Ctx,
  id: string,
  finding: string,
  verdict: (typeof DECISIONS)[number],
  reason: string,
): Promise<StoredFinding> {
  const { facts } = await loadVisible(ctx, id)
  const may = mayEdit(ctx.actor, facts)
  if (!may.ok && !mayReview(ctx.actor, facts).ok) demand(may)
  return ctx.tx(async (t) => {
    const decided = await decideFinding(t, subjectOf(id), finding, verdict, reason)
    const run = await latestRun(t, subjectOf(id))
    await writeOpenMust(t, id, openMust(run?.findings ?? []))
    t.touch(topics.story(id))
    return decided
  })
}

/**
 * Sends a story to the first review. The text is proofread first, so that nobody reviews what a machine could have
 * found: open 必须改 findings stand in the way unless overridden with a reason, which reviewers see.
 * @throws Refused story.openFindings, story.empty, story.externalPictures
 */
export async function submitStory(ctx: Ctx, id: string, rev: number, overrideReason: string | null): Promise<Story> {
  const { row } = await loadVisible(ctx, id)
  const run = row.state === 'draft' ? await proofreadStory(ctx, id) : null
  return act(
    ctx,
    id,
    rev,
    (t, facts) => maySubmit(t.actor, facts),
    async (t, loaded) => {
      demand(isComplete(contentOf(loaded.row)))
      // Saved between the reading and now: what was read is not what would go to review.
      if (run && run.contentHash !== loaded.row.content_hash) refuse('story.moved')
      if (run && run.openMust > 0 && !overrideReason) refuse('story.openFindings', { openMust: run.openMust })
      await updateStory(t, id, {
        state: 'submitted',
        submitted_at: new Date(t.now()),
        updated_at: new Date(t.now()),
        returned: null,
        override_reason: run && run.openMust > 0 ? overrideReason : null,
      })
      await dropLock(t, id, null)
      await freeze(t, loaded, contentOf(loaded.row), 'submitted')
      await t.emit(StorySubmitted, subjectOf(id), {
        title: loaded.row.title,
        contentHash: loaded.row.content_hash,
        openMust: run?.openMust ?? 0,
        overrideReason,
      })
    },
  )
}

/** What goes to review or out to readers stays a revision of its own, whatever is saved later. */
async function freeze(t: Tx, { row }: Loaded, content: StoryContent, reason: 'submitted' | 'corrected'): Promise<void> {
  const last = await findLastRevision(t, row.id)
  if (last?.content_hash === row.content_hash && last.reason === reason) return
  await insertRevision(t, revisionOf(t, row.id, (last?.no ?? 0) + 1, content, row, reason))
}

export function recallStory(ctx: Ctx, id: string, rev: number): Promise<Story> {
  return act(
    ctx,
    id,
    rev,
    (t, facts) => mayRecall(t.actor, facts),
    async (t) => {
      await updateStory(t, id, { state: 'draft', submitted_at: null, updated_at: new Date(t.now()) })
      await t.emit(StoryRecalled, subjectOf(id), {})
    },
  )
}

/** Passes the review whose turn it is; the signature is bound to the text the reviewer read. @throws Refused story.hashMoved, story.samePerson … */
export function reviewStory(ctx: Ctx, id: string, rev: number, contentHash: string, opinion: string): Promise<Story> {
  return act(
    ctx,
    id,
    rev,
    (t, facts) => mayReview(t.actor, facts),
    async (t, { row }) => {
      const level = levelOf(row.state)
      const state = afterReview(row.state)
      if (!level || !state || !t.actor.id) refuse('story.wrongState')
      if (row.content_hash !== contentHash) refuse('story.hashMoved')
      await insertSignOff(t, {
        id: t.newId(),
        story_id: id,
        level,
        by_id: t.actor.id,
        by_name: t.actor.name,
        at: new Date(t.now()),
        opinion,
        content_hash: contentHash,
        voided_at: null,
        void_reason: null,
      })
      await updateStory(t, id, { state, updated_at: new Date(t.now()) })
      await t.emit(StoryReviewed, subjectOf(id), { title: row.title, level, contentHash, opinion })
    },
  )
}

/** Sends a story back to its writer with a reason; signatures of this round are void. */
export function returnStory(ctx: Ctx, id: string, rev: number, reason: string): Promise<Story> {
  return act(
    ctx,
    id,
    rev,
    (t, facts) => mayReturn(t.actor, facts),
    async (t, { row }) => {
      const now = new Date(t.now())
      await voidSignOffs(t, id, '退回')
      await updateStory(t, id, {
        state: 'draft',
        submitted_at: null,
        updated_at: now,
        returned: { by: { id: t.actor.id ?? '', name: t.actor.name }, reason, at: now.toISOString() },
      })
      await t.emit(StoryReturned, subjectOf(id), {
        title: row.title,
        level: levelOf(row.state) ?? 'approved',
        reason,
      })
    },
  )
}

/** Puts an approved story before the readers. All three signatures must fit the text as it stands. @throws Refused story.hashMoved */
export function publishStory(ctx: Ctx, id: string, rev: number): Promise<Story> {
  return act(
    ctx,
    id,
    rev,
    (t, facts) => mayPublish(t.actor, facts),
    async (t, { row, facts }) => {
      if (facts.signed.length !== 3) refuse('story.hashMoved')
      const now = new Date(t.now())
      await updateStory(t, id, { state: 'published', published_at: now, updated_at: now })
      await t.emit(StoryPublished, subjectOf(id), {
        title: row.title,
        slug: row.number,
        contentHash: row.content_hash,
        late: row.planned_at !== null && row.planned_at < now,
      })
    },
  )
}

export type Correction = Pick<StoryContent, 'title' | 'deck' | 'body'> & { notice: string; errors: number }

/** Changes a published text, with a notice that readers see at its top. @throws Refused story.empty, story.tooLong */
export function correctStory(ctx: Ctx, id: string, rev: number, correction: Correction): Promise<Story> {
  const { notice, errors, ...text } = correction
  return act(
    ctx,
    id,
    rev,
    (t, facts) => mayCorrect(t.actor, facts),
    async (t, { row }) => {
      const content = { ...contentOf(row), ...text }
      demand(fitsLength(content))
      demand(isComplete(content))
      await writeText(t, row, content, 'corrected', true)
      await updateStory(t, id, { state: 'corrected' })
      await insertCorrection(t, {
        id: t.newId(),
        story_id: id,
        at: new Date(t.now()),
        by_id: t.actor.id,
        by_name: t.actor.name,
        notice,
        errors,
      })
      await t.emit(StoryCorrected, subjectOf(id), {
        title: content.title,
        notice,
        errors,
        before: row.content_hash,
        after: hashOf(content),
      })
    },
  )
}

/** Takes a story from the readers at once; they find a notice in its place. */
export function withdrawStory(ctx: Ctx, id: string, rev: number, reason: string): Promise<Story> {
  return act(
    ctx,
    id,
    rev,
    (t, facts) => mayWithdraw(t.actor, facts),
    async (t, { row }) => {
      const now = new Date(t.now())
      await updateStory(t, id, {
        state: 'withdrawn',
        updated_at: now,
        withdrawal: { by: { id: t.actor.id ?? '', name: t.actor.name }, reason, at: now.toISOString() },
      })
      await t.emit(StoryWithdrawn, subjectOf(id), { title: row.title, reason })
    },
  )
}
