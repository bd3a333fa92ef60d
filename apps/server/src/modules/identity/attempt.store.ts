import { sql } from 'kysely'
import type { Tx } from '../../platform/ctx.ts'
import { database } from './tables.ts'

const ATTEMPT_LOCK = 4_870_102

/** Tries on one account are counted one after the other, in every process, until the transaction ends. */
export async function lockAttempts(t: Tx, accountHash: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ATTEMPT_LOCK}, ${accountHash.readInt32BE(0)})`.execute(t.db)
}

/** Failures of the account since an instant, from all addresses, oldest first. */
export function findFailures(t: Tx, accountHash: Buffer, since: Date): Promise<{ address: string; at: Date }[]> {
  return database(t)
    .selectFrom('identity.sign_in_failure')
    .select(['address', 'at'])
    .where('account_hash', '=', accountHash)
    .where('at', '>', since)
    .orderBy('at')
    .execute()
}

export async function insertFailure(t: Tx, accountHash: Buffer, address: string): Promise<void> {
  await database(t)
    .insertInto('identity.sign_in_failure')
    .values({ account_hash: accountHash, address, at: new Date(t.now()) })
    .execute()
}

/** Forgets the failures of an account, from one address or from all. */
export async function deleteFailures(t: Tx, accountHash: Buffer, address?: string): Promise<void> {
  let gone = database(t).deleteFrom('identity.sign_in_failure').where('account_hash', '=', accountHash)
  if (address !== undefined) gone = gone.where('address', '=', address)
  await gone.execute()
}

export async function findLock(t: Tx, accountHash: Buffer): Promise<Date | undefined> {
  const row = await database(t)
    .selectFrom('identity.sign_in_lock')
    .select('until')
    .where('account_hash', '=', accountHash)
    .executeTakeFirst()
  return row?.until
}

export async function saveLock(t: Tx, accountHash: Buffer, until: Date): Promise<void> {
  await database(t)
    .insertInto('identity.sign_in_lock')
    .values({ account_hash: accountHash, until })
    .onConflict((conflict) => conflict.column('account_hash').doUpdateSet({ until }))
    .execute()
}

export async function deleteLock(t: Tx, accountHash: Buffer): Promise<void> {
  await database(t).deleteFrom('identity.sign_in_lock').where('account_hash', '=', accountHash).execute()
}

/** Forgets what no rule looks at any more. */
export async function deleteOldAttempts(t: Tx, before: Date): Promise<void> {
  await database(t).deleteFrom('identity.sign_in_failure').where('at', '<', before).execute()
  await database(t).deleteFrom('identity.sign_in_lock').where('until', '<', before).execute()
}
