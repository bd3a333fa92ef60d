import type { AdjustmentState } from '@rongmei/contract'
import { all, no, type Verdict, YES } from '@rongmei/kit'

/** Only what was proposed and not yet decided can be decided. */
export function isOpen(state: AdjustmentState): Verdict<'adjustment.decided'> {
  return state === 'proposed' ? YES : no('adjustment.decided')
}

/** A cut may not leave less than has been paid: the money is gone. */
export function fitsSpent(left: bigint, fen: bigint): Verdict<'adjustment.belowSpent'> {
  return fen >= 0n || left + fen >= 0n ? YES : no('adjustment.belowSpent')
}

/** Whether a decision may be written: open, with words where it is a refusal, and the money still there. */
export function fitsDecision(
  adjustment: { state: AdjustmentState; fen: bigint },
  decision: { state: Exclude<AdjustmentState, 'proposed'>; opinion: string },
  left: bigint,
): Verdict<'adjustment.decided' | 'adjustment.belowSpent' | 'adjustment.opinionNeeded'> {
  const spoken = decision.state !== 'refused' || decision.opinion !== '' ? YES : no('adjustment.opinionNeeded')
  const covered = decision.state === 'approved' ? fitsSpent(left, adjustment.fen) : YES
  return all<'adjustment.decided' | 'adjustment.belowSpent' | 'adjustment.opinionNeeded'>(
    isOpen(adjustment.state),
    spoken,
    covered,
  )
}
