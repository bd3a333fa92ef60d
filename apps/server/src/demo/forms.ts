import { readFileSync } from 'node:fs'
import type { Ctx } from '../platform/ctx.ts'
import { finishImport, getProject, linkIndicator, listProjects, startImport } from './verbs.ts'

const FILE = new URL('../../../../fixtures/self-evaluation-2023.txt', import.meta.url)
const YEAR = 2023

/** The indicators that these records can compute: project number, row, measure (fixtures/indicators.tsv says why). */
export const LINKS: readonly { project: number; seq: number; measure: string; params?: Record<string, unknown> }[] = [
  { project: 1, seq: 4, measure: 'quality.recall' },
  { project: 1, seq: 5, measure: 'newsroom.interception' },
  { project: 1, seq: 11, measure: 'newsroom.correct-share' },
  { project: 1, seq: 12, measure: 'newsroom.error-rate-ratio' },
  { project: 3, seq: 5, measure: 'reader.reads-growth' },
  { project: 5, seq: 2, measure: 'identity.staffing' },
  { project: 6, seq: 7, measure: 'newsroom.months-with-video' },
  { project: 6, seq: 22, measure: 'newsroom.on-time-publishing', params: { kind: 'video' } },
  { project: 10, seq: 8, measure: 'newsroom.contribution-growth', params: { what: 'stories' } },
]

export type Linked = { name: string; measure: string; value: string }

/** Brings the ten forms of 2023 in and links the nine indicators, each computed at once. */
export async function importForms(ctx: Ctx): Promise<Linked[]> {
  const preview = await startImport(ctx, { bytes: readFileSync(FILE), name: 'self-evaluation-2023.txt' })
  const names = preview.forms.filter((form) => form.year === YEAR).map((form) => form.name)
  await finishImport(ctx, preview.id, { names, replace: false })
  const { items } = await listProjects(ctx, YEAR)
  const linked: Linked[] = []
  for (const { project, seq, measure, params } of LINKS) {
    const row = items.find((one) => one.no === project)
    const form = row && (await getProject(ctx, row.id))
    const indicator = form?.rows.find((one) => one.seq === seq)
    if (!indicator) throw new Error(`the forms have no indicator ${project}.${seq}`)
    const link = { measure, params: { year: YEAR, ...params } }
    const reply = await linkIndicator(ctx, indicator.id, { rev: indicator.rev, link })
    linked.push({ name: `${project}.${seq} ${indicator.l3}`, measure, value: reply.indicator.computed?.text ?? '' })
  }
  return linked
}
