import { type ErrorKey, errors, type VerdictView } from '@rongmei/contract'

/** Why something may not be done, in words; null when it may. `undefined` (still loading) is allowed to look at only. */
export function reasonAgainst(can: VerdictView | boolean | undefined): string | null {
  if (can === undefined) return '正在读取，请稍候'
  if (typeof can === 'boolean') return can ? null : errors['ability.missing'][1]
  return can.ok ? null : wordsFor(can.why)
}

/** The sentence for a key of the contract; an unknown key (a newer server) gets the general one. */
export function wordsFor(key: string): string {
  return key in errors ? errors[key as ErrorKey][1] : errors['platform.forbidden'][1]
}
