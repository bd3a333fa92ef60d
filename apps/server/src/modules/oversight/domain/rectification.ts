import type { RectificationAct, RectificationState } from '@rongmei/contract'
import { type Day, no, type Verdict, YES } from '@rongmei/kit'

const STEPS: Record<RectificationAct, { from: RectificationState; to: RectificationState }> = {
  hand: { from: 'open', to: 'handedIn' },
  accept: { from: 'handedIn', to: 'closed' },
  reject: { from: 'handedIn', to: 'open' },
}

/** Where an act leads: 整改中 → 待复核 → 已完成, or back to 整改中 when the check finds it wanting. */
export function rectified(state: RectificationState, act: RectificationAct): RectificationState | undefined {
  return STEPS[act].from === state ? STEPS[act].to : undefined
}

/** What handing in needs: the measures taken and a file that proves them. */
export function isProven(measures: string, fileUrl: string | null): Verdict<'rectification.evidenceNeeded'> {
  return measures.trim().length >= 2 && fileUrl !== null ? YES : no('rectification.evidenceNeeded')
}

/** Past its day and not handed in; what waits for the check is not late by its owner's fault. */
export function isOverdue(state: RectificationState, dueOn: Day, today: Day): boolean {
  return state === 'open' && today > dueOn
}
