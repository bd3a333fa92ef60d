import type { StoryContent } from '@rongmei/contract'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { demand, refuse } from '../../platform/refusal.ts'
import type { Verdict } from '@rongmei/kit'
import { findSignOffs } from './review.store.ts'
import { maySee, type StoryFacts } from './story.policy.ts'
import { findStory, lockStory, type StoryRowData } from './story.store.ts'

export type Loaded = { row: StoryRowData; facts: StoryFacts }

async function factsOf(ctx: Ctx, row: StoryRowData): Promise<StoryFacts> {
  const signOffs = await findSignOffs(ctx, row.id)
  return { ...row, signed: signOffs.filter((one) => one.voided_at === null).map((one) => one.by_id) }
}

/** A story this actor may see. A hidden one looks the same as one that never was. @throws Refused story.notVisible */
export async function loadVisible(ctx: Ctx, id: string): Promise<Loaded> {
  const row = await findStory(ctx, id)
  if (!row || !maySee(ctx.actor, row)) refuse('story.notVisible')
  return { row, facts: await factsOf(ctx, row) }
}

/**
 * The story under its row lock, at the revision the caller saw, with the policy's yes: the start of every act.
 * @throws Refused story.notVisible, story.moved, or the policy's reason
 */
export async function loadForAct(
  t: Tx,
  id: string,
  rev: number | null,
  may: (facts: StoryFacts) => Verdict,
): Promise<Loaded> {
  const row = await lockStory(t, id)
  if (!row || !maySee(t.actor, row)) refuse('story.notVisible')
  const facts = await factsOf(t, row)
  // The reason comes before "moved": whoever may not do it at all should not be told to reload and try again.
  const verdict = may(facts)
  if (!verdict.ok && rev !== null && rev !== row.rev && verdict.why === 'story.wrongState') refuse('story.moved')
  demand(verdict)
  if (rev !== null && rev !== row.rev) refuse('story.moved')
  return { row, facts }
}

export function contentOf(row: StoryRowData): StoryContent {
  return {
    kind: row.kind,
    title: row.title,
    deck: row.deck,
    body: row.body,
    byline: row.byline,
    source: { kind: row.source_kind, name: row.source_name, unitId: row.source_unit_id },
    category: row.category,
    plannedAt: row.planned_at?.toISOString() ?? null,
    coverUrl: row.cover_url,
  }
}
