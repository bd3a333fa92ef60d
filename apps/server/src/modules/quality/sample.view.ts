import type { Sample, SampleRow } from '@rongmei/contract'
import type { Actor } from '../../platform/actor.ts'
import { compare, type Dispute, isSettled } from './domain/agreement.ts'
import { mayMark, maySettle, type Standing } from './quality.policy.ts'
import type { MarkingTable, SampleTable } from './tables.ts'

/** What two markings do not agree on; null while there are not two. */
export function disputeOf(markings: readonly MarkingTable[]): Dispute | null {
  const [one, other] = markings
  return one && other ? compare(one, other).dispute : null
}

export function standingOf(sample: SampleTable, markings: readonly MarkingTable[]): Standing {
  const dispute = disputeOf(markings)
  return {
    settled: sample.truth !== null,
    disputed: dispute !== null && !isSettled(dispute),
    markers: markings.map((marking) => marking.person_id),
  }
}

export function viewRow(sample: SampleTable, markings: readonly MarkingTable[], actor: Actor): SampleRow {
  return {
    id: sample.id,
    month: sample.month,
    storyId: sample.story_id,
    number: sample.number,
    title: sample.title,
    characters: sample.characters,
    findings: sample.findings.length,
    markers: markings.map((marking) => marking.person_name),
    mine: markings.some((marking) => marking.person_id === actor.id),
    state: sample.truth
      ? 'settled'
      : markings.length === 0
        ? 'unmarked'
        : markings.length === 1
          ? 'halfMarked'
          : 'disputed',
  }
}

/** Marks of others are shown only to who has marked, and to who settles: they would lead the eye. */
export function viewSample(sample: SampleTable, markings: readonly MarkingTable[], actor: Actor): Sample {
  const own = markings.find((marking) => marking.person_id === actor.id)
  const standing = standingOf(sample, markings)
  const settle = maySettle(actor, standing)
  const open = own !== undefined || settle.ok || sample.truth !== null
  const others = markings.filter((marking) => marking !== own)
  return {
    ...viewRow(sample, markings, actor),
    blocks: sample.blocks,
    list: sample.findings,
    own: own ? { wrong: own.wrong, missed: own.missed } : null,
    others: open
      ? others.map((one) => ({
          wrong: one.wrong,
          missed: one.missed,
          by: { id: one.person_id, name: one.person_name },
          at: one.at.toISOString(),
        }))
      : [],
    dispute: open ? disputeOf(markings) : null,
    truth: sample.truth,
    settledBy: sample.settler_name,
    can: { mark: mayMark(actor, standing), settle },
  }
}
