import type { Lock, ProofreadingRun, Revision, Story, StoryRow } from '@rongmei/contract'
import type { Ctx } from '../../platform/ctx.ts'
import { latestRun } from '../proofreading/index.ts'
import { LOCK_MS, PUBLIC } from './domain/story.ts'
import { findLock } from './lock.store.ts'
import { findCorrections, findSignOffs } from './review.store.ts'
import type { RevisionHead } from './revision.store.ts'
import { subjectOf } from './story.events.ts'
import { nextStep, storyCan } from './story.policy.ts'
import type { StoryListRow, StoryRowData } from './story.store.ts'
import type { CorrectionTable, EditLockTable, SignOffTable } from './tables.ts'

const iso = (date: Date | null) => date?.toISOString() ?? null

export function rowView(ctx: Ctx, row: StoryListRow): StoryRow {
  const out = row.state === 'published' || row.state === 'corrected' || row.state === 'withdrawn'
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    state: row.state,
    category: row.category,
    author: { id: row.author_id, name: row.author_name },
    unitName: row.unit_name,
    characters: row.characters,
    plannedAt: iso(row.planned_at),
    updatedAt: row.updated_at.toISOString(),
    submittedAt: iso(row.submitted_at),
    publishedAt: iso(row.published_at),
    late: !out && row.planned_at !== null && row.planned_at.getTime() < ctx.now(),
    returned: row.returned,
    openMust: row.open_must,
    reads: row.reads,
    slug: PUBLIC.includes(row.state) ? row.number : null,
    next: nextStep(ctx.actor, row),
  }
}

/** What belongs to a story beside its row. */
export type Around = {
  signOffs: SignOffTable[]
  corrections: CorrectionTable[]
  lock: EditLockTable | undefined
  run: ProofreadingRun | null
}

/** Nobody can have signed, corrected, locked or proofread a story that was made this moment. */
export const NOTHING_YET: Around = { signOffs: [], corrections: [], lock: undefined, run: null }

/** A story with everything around it, as one screen shows it. */
export async function storyView(ctx: Ctx, row: StoryRowData): Promise<Story> {
  const [signOffs, corrections, lock, run] = await Promise.all([
    findSignOffs(ctx, row.id),
    findCorrections(ctx, row.id),
    findLock(ctx, row.id),
    latestRun(ctx, subjectOf(row.id)),
  ])
  return assemble(ctx, row, { signOffs, corrections, lock, run })
}

export function assemble(ctx: Ctx, row: StoryRowData, { signOffs, corrections, lock, run }: Around): Story {
  const signed = signOffs.filter((one) => one.voided_at === null).map((one) => one.by_id)
  return {
    ...rowView(ctx, { ...row, signed }),
    deck: row.deck,
    body: row.body,
    byline: row.byline,
    source: { kind: row.source_kind, name: row.source_name, unitId: row.source_unit_id },
    coverUrl: row.cover_url,
    rev: row.rev,
    contentHash: row.content_hash,
    signOffs: signOffs.map(signOffView),
    overrideReason: row.override_reason,
    corrections: corrections.map((one) => ({
      at: one.at.toISOString(),
      by: { id: one.by_id ?? '', name: one.by_name },
      notice: one.notice,
      errors: one.errors,
    })),
    withdrawal: row.withdrawal,
    lock: lock && lockIsLive(ctx, lock) ? lockView(ctx, lock) : null,
    run,
    can: storyCan(ctx.actor, { ...row, signed }),
  }
}

function signOffView(row: SignOffTable) {
  return {
    id: row.id,
    level: row.level,
    by: { id: row.by_id, name: row.by_name },
    at: row.at.toISOString(),
    opinion: row.opinion,
    contentHash: row.content_hash,
    voided: row.voided_at ? { at: row.voided_at.toISOString(), reason: row.void_reason ?? '' } : null,
  }
}

export function lockIsLive(ctx: Ctx, lock: EditLockTable): boolean {
  return ctx.now() - lock.renewed_at.getTime() <= LOCK_MS
}

/** A session is told apart from the same person's session elsewhere: two tabs share it, two computers do not. */
export function sessionOf(ctx: Ctx): string {
  return ctx.actor.sessionId ?? ctx.actor.id ?? 'system'
}

export function lockView(ctx: Ctx, lock: EditLockTable): Lock {
  return {
    holder: { id: lock.holder_id, name: lock.holder_name },
    since: lock.since.toISOString(),
    mine: lock.session_id === sessionOf(ctx),
  }
}

export function revisionView(row: RevisionHead, current: boolean): Revision {
  return {
    id: `${row.story_id}/${row.no}`,
    no: row.no,
    at: row.at.toISOString(),
    by: { id: row.by_id ?? '', name: row.by_name },
    reason: row.reason,
    title: row.title,
    characters: row.characters,
    current,
  }
}
