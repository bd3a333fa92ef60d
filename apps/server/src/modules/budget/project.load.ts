import type { FundSource, Project, ProjectRow } from '@rongmei/contract'
import { SYSTEM } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { getProject, listProjects } from '../appraisal/index.ts'

/** The projects of a year as the appraisal knows them. Who may see money need not see forms: the caller has asked its own policy. */
export async function projectsOf(
  ctx: Ctx,
  year: number | undefined,
): Promise<{ items: ProjectRow[]; years: number[] }> {
  const { items, years } = await listProjects(ctx.as(SYSTEM), year)
  return { items, years }
}

/** @throws Refused platform.notFound */
export function projectOf(ctx: Ctx, id: string): Promise<Project> {
  return getProject(ctx.as(SYSTEM), id)
}

const SOURCES: readonly [RegExp, FundSource][] = [
  [/财政拨款/, 'appropriation'],
  [/结转/, 'carryover'],
  [/其他/, 'other'],
]

/** 年初预算 as the form prints it, by source; only what is printed and more than nothing. */
export function printedLines(project: Project): { source: FundSource; fen: string }[] {
  return project.budget.flatMap((line) => {
    const source = SOURCES.find(([pattern]) => pattern.test(line.label) || pattern.test(line.source))?.[1]
    const { fen } = line.yearStart
    return source && fen !== null && BigInt(fen) > 0n ? [{ source, fen }] : []
  })
}
