import type { ProofreadingRun as RunView, StoredFinding } from '@rongmei/contract'
import { dayOf } from '@rongmei/kit'
import type { ProofDocument } from '@rongmei/proofread'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import { findingsOf } from './checker.ts'
import { gravest, type Placed, place, survivors } from './domain/placement.ts'
import { FindingDecided, ProofreadingRun } from './proofreading.events.ts'
import {
  findDecisions,
  findFinding,
  findLatestRun,
  findRunFindings,
  type FindingWithDecision,
  insertDecisions,
  insertRun,
} from './run.store.ts'
import type { DecisionTable, FindingTable, RunTable } from './tables.ts'
import { addWord } from './word.service.ts'

export type Text = { subject: string; document: ProofDocument; contentHash: string; publishedOn?: string | undefined }

/** Proofreads a text without storing anything. @returns findings and the milliseconds it took */
export async function checkText(ctx: Ctx, document: ProofDocument, publishedOn?: string) {
  const began = performance.now()
  const findings = await findingsOf(ctx, document, publishedOn ?? dayOf(ctx.now()))
  return { findings, milliseconds: Math.round(performance.now() - began) }
}

/** Nobody works through more at one sitting, and every screen of the story carries them; the next run shows the rest. */
const MOST_FINDINGS = 5_000

/**
 * Proofreads a text and keeps the run. What somebody has ignored in an earlier run of the same subject stays ignored
 * while the words around it stand, or while its paragraph still holds it (`survivors`).
 */
export async function runProofreading(ctx: Ctx, text: Text): Promise<RunView> {
  const { findings, milliseconds } = await checkText(ctx, text.document, text.publishedOn)
  const placed = place(text.document, gravest(findings, MOST_FINDINGS))
  const run: RunTable = {
    id: ctx.newId(),
    subject: text.subject,
    at: new Date(ctx.now()),
    by_id: ctx.actor.id,
    by_name: ctx.actor.name,
    content_hash: text.contentHash,
    characters: text.document.blocks.reduce((sum, block) => sum + block.text.length, 0),
    milliseconds,
  }
  await ctx.tx(async (t) => {
    const last = await findLatestRun(t, text.subject)
    const before = last ? await findRunFindings(t, last.id) : []
    const rows = placed.map((finding, ordinal) => toRow(t, run.id, ordinal, finding))
    await insertRun(t, run, rows)
    await carryOver(t, text.subject, before, rows)
    const must = placed.filter((finding) => finding.severity === '必须改').length
    await t.emit(ProofreadingRun, text.subject, { runId: run.id, findings: rows.length, must, milliseconds })
  })
  return viewOf(run, await findRunFindings(ctx, run.id))
}

function toRow(ctx: Ctx, runId: string, ordinal: number, finding: Placed) {
  return {
    id: ctx.newId(),
    run_id: runId,
    ordinal,
    block: finding.block,
    block_start: finding.blockStart,
    start_at: finding.start,
    end_at: finding.end,
    quote: finding.quote,
    suggestions: [...finding.suggestions],
    class: finding.class,
    severity: finding.severity,
    confidence: finding.confidence,
    rule_id: finding.ruleId,
    basis: finding.basis,
    explanation: finding.explanation,
    fingerprint: finding.fingerprint,
  }
}

async function carryOver(t: Tx, subject: string, before: FindingWithDecision[], rows: FindingTable[]): Promise<void> {
  // An accepted finding was mended; when it shows again the error is back.
  const decisions = (await findDecisions(t, subject)).filter((one) => one.verdict !== 'accepted')
  const byFinding = new Map(decisions.map((one) => [one.finding_id, one]))
  // The newest comes first and must stand last, to win.
  const byFingerprint = new Map(decisions.toReversed().map((one) => [one.fingerprint, one]))
  const survived = survivors(
    before.map((one) => ({ ...one, ignored: one.verdict === 'ignored' })),
    rows,
  )
  const kept = rows.flatMap(({ id, fingerprint }) => {
    const decision = byFingerprint.get(fingerprint) ?? byFinding.get(survived.get(id) ?? '')
    return decision ? [{ ...decision, finding_id: id, fingerprint }] : []
  })
  await insertDecisions(t, kept)
}

/** The newest run over a subject, with what was decided about each finding. */
export async function latestRun(ctx: Ctx, subject: string): Promise<RunView | null> {
  const run = await findLatestRun(ctx, subject)
  return run ? viewOf(run, await findRunFindings(ctx, run.id)) : null
}

/** Unresolved 必须改 of a run: neither accepted nor ignored with a reason. */
export function openMust(findings: readonly Pick<StoredFinding, 'severity' | 'decision'>[]): number {
  return findings.filter((finding) => finding.severity === '必须改' && !finding.decision).length
}

/** Decides one finding. Joins the caller's transaction. @throws Refused finding.stale, finding.decided, finding.reasonNeeded */
export async function decideFinding(
  t: Tx,
  subject: string,
  id: string,
  verdict: DecisionTable['verdict'],
  reason: string,
): Promise<StoredFinding> {
  const finding = await findFinding(t, subject, id)
  if (!finding) refuse('finding.stale')
  if (finding.verdict) refuse('finding.decided')
  if (verdict === 'ignored' && finding.severity === '必须改' && reason === '') refuse('finding.reasonNeeded')
  const at = new Date(t.now())
  const seconds = Math.max(0, Math.round((at.getTime() - finding.run_at.getTime()) / 1000))
  const inserted = await insertDecisions(t, [
    {
      finding_id: id,
      subject,
      fingerprint: finding.fingerprint,
      verdict,
      reason,
      by_id: t.actor.id,
      by_name: t.actor.name,
      at,
      seconds,
    },
  ])
  if (inserted === 0) refuse('finding.decided')
  if (verdict === 'addedWord')
    await addWord(
      t,
      { kind: 'word', text: finding.quote, title: '', wrong: [], validFrom: null, validTo: null },
      { again: true },
    )
  await t.emit(FindingDecided, subject, {
    findingId: id,
    ruleId: finding.rule_id,
    quote: finding.quote,
    verdict,
    reason,
  })
  return findingView({
    ...finding,
    verdict,
    reason,
    decided_by: t.actor.id,
    decided_by_name: t.actor.name,
    decided_at: at,
  })
}

function viewOf(run: RunTable, rows: FindingWithDecision[]): RunView {
  const findings = rows.map(findingView)
  return {
    id: run.id,
    at: run.at.toISOString(),
    by: { id: run.by_id ?? '', name: run.by_name },
    contentHash: run.content_hash,
    characters: run.characters,
    milliseconds: run.milliseconds,
    findings,
    openMust: openMust(findings),
  }
}

function findingView(row: FindingWithDecision): StoredFinding {
  return {
    id: row.id,
    block: row.block,
    blockStart: row.block_start,
    start: row.start_at,
    end: row.end_at,
    quote: row.quote,
    suggestions: row.suggestions,
    class: row.class,
    severity: row.severity,
    confidence: row.confidence,
    ruleId: row.rule_id,
    basis: row.basis,
    explanation: row.explanation,
    decision: row.verdict
      ? {
          verdict: row.verdict,
          reason: row.reason ?? '',
          by: { id: row.decided_by ?? '', name: row.decided_by_name ?? '' },
          at: (row.decided_at ?? new Date(0)).toISOString(),
        }
      : null,
  }
}
