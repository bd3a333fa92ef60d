import type { Ctx, Tx } from './ctx.ts'
import type { FileTable } from './tables.ts'

/** The stored file of that content; the public one first, since anybody may have it. */
export function findFile(ctx: Ctx, sha256: string): Promise<FileTable | undefined> {
  return ctx.db
    .selectFrom('platform.file')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('access')
    .executeTakeFirst()
}

/** Remembers a stored file; the same content with the same access is remembered once. */
export async function insertFile(t: Tx, row: FileTable): Promise<{ id: string }> {
  return t.db
    .insertInto('platform.file')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sha256', 'access']).doUpdateSet({ sha256: row.sha256 }))
    .returning('id')
    .executeTakeFirstOrThrow()
}
