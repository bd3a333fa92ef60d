import type { Ctx, Tx } from '../../platform/ctx.ts'
import { refuse } from '../../platform/refusal.ts'
import {
  deleteFailures,
  deleteLock,
  findFailures,
  findLock,
  insertFailure,
  lockAttempts,
  saveLock,
} from './attempt.store.ts'
import { LOCK_AFTER, LOCK_MS, WINDOW_MS, waitBefore } from './domain/throttle.ts'
import { personSubject, SignInFailed } from './identity.events.ts'

/** One try of a password: whose account (by hash) and from where. */
export type Attempt = { accountHash: Buffer; address: string }

/**
 * Counts a try as failed *before* the password is looked at, so that a hundred at once do not slip through together;
 * `forgiveAttempts` takes it back when the password was right. Tries that must wait are not looked at and not counted.
 *
 * @throws Refused session.throttled with `{ waitSeconds }`, session.locked
 */
export async function openAttempt(ctx: Ctx, attempt: Attempt): Promise<void> {
  await ctx.tx(async (t) => {
    await lockAttempts(t, attempt.accountHash)
    const lockedUntil = await findLock(t, attempt.accountHash)
    if (lockedUntil && lockedUntil.getTime() > t.now()) refuse('session.locked')
    const failures = await findFailures(t, attempt.accountHash, new Date(t.now() - WINDOW_MS))
    if (failures.length >= LOCK_AFTER) refuse('session.locked')
    const here = failures.filter((one) => one.address === attempt.address).map((one) => one.at.getTime())
    const wait = waitBefore(here, t.now())
    if (wait > 0) refuse('session.throttled', { waitSeconds: Math.ceil(wait / 1000) })
    await insertFailure(t, attempt.accountHash, attempt.address)
  })
}

/** Records a wrong password as a fact, and locks the account for a while when there were too many. */
export async function failAttempt(ctx: Ctx, attempt: Attempt, personId: string | undefined): Promise<void> {
  await ctx.tx(async (t) => {
    await lockAttempts(t, attempt.accountHash)
    const failures = await findFailures(t, attempt.accountHash, new Date(t.now() - WINDOW_MS))
    const lockedNow = failures.length >= LOCK_AFTER
    if (lockedNow) await saveLock(t, attempt.accountHash, new Date(t.now() + LOCK_MS))
    await emitFailure(t, attempt, personId, { reason: 'wrongPassword', lockedNow })
  })
}

export async function emitFailure(
  t: Tx,
  attempt: Attempt,
  personId: string | undefined,
  what: { reason: 'wrongPassword' | 'locked'; lockedNow: boolean },
): Promise<void> {
  const account = attempt.accountHash.toString('hex').slice(0, 16)
  await t.emit(SignInFailed, personId ? personSubject(personId) : `account:${account}`, { account, ...what })
}

/** The password was right: the failures from this address are forgotten; those from elsewhere still count. */
export async function forgiveAttempts(t: Tx, attempt: Attempt): Promise<void> {
  await deleteFailures(t, attempt.accountHash, attempt.address)
}

/** An administrator lets the person try again at once. */
export async function unlockAttempts(t: Tx, accountHash: Buffer): Promise<void> {
  await deleteFailures(t, accountHash)
  await deleteLock(t, accountHash)
}
