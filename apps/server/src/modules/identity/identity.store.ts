import { sql } from 'kysely'
import type { Tx } from '../../platform/ctx.ts'

const STRUCTURE_LOCK = 4_870_101

/**
 * Changes to who may do what and to the tree of units come one after the other until the transaction ends: they are
 * rare, and rules such as "one administrator remains" look at more than one row.
 */
export async function lockStructure(t: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${STRUCTURE_LOCK})`.execute(t.db)
}
