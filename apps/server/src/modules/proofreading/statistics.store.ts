import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { DecisionTable, FindingTable } from './tables.ts'

/** One finding of a subject, however many runs repeated it, with the last word about it. */
export type FindingStatistic = Pick<FindingTable, 'class' | 'severity' | 'rule_id' | 'quote'> & {
  subject: string
  verdict: DecisionTable['verdict'] | null
  reason: string
}

/** The findings of the given subjects, each once. */
export async function findStatistics(ctx: Ctx, subjects: readonly string[]): Promise<FindingStatistic[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql<FindingStatistic>`
    select distinct on (r.subject, f.fingerprint) r.subject, f.class, f.severity, f.rule_id, f.quote, d.verdict,
      coalesce(d.reason, '') as reason
    from proofreading.run r
    join proofreading.finding f on f.run_id = r.id
    left join proofreading.decision d on d.finding_id = f.id
    where r.subject = any(${[...subjects]}::text[])
    order by r.subject, f.fingerprint, d.at desc nulls last`.execute(ctx.db)
  return rows
}
