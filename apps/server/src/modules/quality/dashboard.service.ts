import type { QualityDashboard } from '@rongmei/contract'
import { dayOf, ratio } from '@rongmei/kit'
import type { Ctx } from '../../platform/ctx.ts'
import { spanOf } from '../../platform/period.ts'
import { findWritten, type Written } from '../newsroom/index.ts'
import { findStatistics, type FindingStatistic } from '../proofreading/index.ts'
import { type Checked, groupClasses, groupErrors } from './domain/errors.ts'
import { mayQuality } from './quality.policy.ts'

const EXAMPLES = 3

/**
 * Errors of a year's published stories. Whoever may look at quality sees everybody's; anybody else his own, so that an
 * author is the first to see his figures.
 */
export async function qualityDashboard(ctx: Ctx, year: number): Promise<QualityDashboard> {
  const all = mayQuality(ctx.actor, 'look').ok
  const written = (await findWritten(ctx, ...spanOf({ year }))).filter((one) => all || one.author_id === ctx.actor.id)
  const findings = await findStatistics(
    ctx,
    written.map((one) => `story:${one.id}`),
  )
  const bySubject = Map.groupBy(findings, (finding) => finding.subject)
  const stories = written.map((one) => checkedOf(one, bySubject.get(`story:${one.id}`) ?? []))
  const named = (name: string) => ({ key: name, name })
  return {
    months: groupErrors(stories, (story) => named(story.month)),
    units: groupErrors(stories, (story) => named(story.unit)).sort((a, b) => b.found - a.found),
    classes: groupClasses(stories),
    authors: groupErrors(stories, (story) => ({ key: story.authorId, name: story.author })).sort(
      (a, b) => Number(b.perThousand) - Number(a.perThousand),
    ),
    rules: rulesOf(findings),
    scope: all ? 'all' : 'own',
  }
}

const waved = (finding: FindingStatistic) => finding.verdict === 'ignored' || finding.verdict === 'addedWord'

function checkedOf(one: Written, findings: readonly FindingStatistic[]): Checked {
  return {
    month: dayOf(one.published_at).slice(0, 7),
    unit: one.unit_name ?? '—',
    authorId: one.author_id,
    author: one.author_name,
    characters: one.characters,
    corrected: one.errors,
    found: findings.filter((finding) => finding.severity !== '提示' && !waved(finding)).map((finding) => finding.class),
  }
}

/** The rules that people waved off most often first: those to tune. */
function rulesOf(findings: readonly FindingStatistic[]): QualityDashboard['rules'] {
  const rows = [...Map.groupBy(findings, (finding) => finding.rule_id)].map(([ruleId, of]) => {
    const accepted = of.filter((finding) => finding.verdict === 'accepted').length
    const ignored = of.filter(waved)
    return {
      ruleId,
      class: of[0]?.class ?? '',
      found: of.length,
      accepted,
      ignored: ignored.length,
      falseShare: ratio(ignored.length, ignored.length + accepted)?.toFixed(4) ?? null,
      examples: [...new Set(ignored.map((finding) => finding.quote))].slice(0, EXAMPLES),
    }
  })
  return rows.sort((a, b) => b.ignored - a.ignored || b.found - a.found)
}
