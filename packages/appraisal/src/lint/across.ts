import type { Finding, Form } from '../model.ts'
import { national } from '../rules/national.ts'
import type { RuleSet } from '../rules/types.ts'
import { printedSums } from '../score/score.ts'
import { lint } from './lint.ts'
import { core, dice, pairs, SIMILAR } from './similar.ts'

/** A finding of one of several forms: `form` is the index in what was given. */
export interface PlacedFinding extends Finding {
  form: number
}

/** Different names held against each other at most; beyond, only equal names are found. */
const MOST_NAMES = 2000
/** Reasons this short repeat by nature. */
const SHORT_TEXT = 12
const SHOWN = 4

interface Use {
  form: number
  row: number
  project: string
  name: string
}

/**
 * Lints every form and then looks across them: the same or nearly the same indicator in several projects, the same
 * long text in several, full marks everywhere. Linear in the number of rows, but for the different names.
 *
 * @param by the rule set, or how to find it for each form
 * @returns findings by form, those across projects last in each
 */
export function lintAll(forms: readonly Form[], by: RuleSet | ((form: Form) => RuleSet) = national): PlacedFinding[] {
  const across = [...sameNames(forms), ...nearNames(forms), ...sameTexts(forms), ...fullMarks(forms)]
  const extra = new Map<number, PlacedFinding[]>()
  for (const finding of across) {
    const list = extra.get(finding.form)
    if (list) list.push(finding)
    else extra.set(finding.form, [finding])
  }
  return forms.flatMap((form, i) => [
    ...lint(form, typeof by === 'function' ? by(form) : by).map((finding) => ({ form: i, ...finding })),
    ...(extra.get(i) ?? []),
  ])
}

/** Uses of each key, only the first in each project: copies of one form are no duplicates of each other. */
function group(
  forms: readonly Form[],
  keyOf: (form: Form, row: Form['indicators'][number]) => string,
): Map<string, Use[]> {
  const groups = new Map<string, Use[]>()
  const seen = new Set<string>()
  forms.forEach((form, i) => {
    for (const row of form.indicators) {
      const key = keyOf(form, row)
      const once = `${form.name}\n${key}`
      if (key === '' || seen.has(once)) continue
      seen.add(once)
      const use = { form: i, row: row.seq, project: form.name, name: row.l3 }
      const uses = groups.get(key)
      if (uses) uses.push(use)
      else groups.set(key, [use])
    }
  })
  return groups
}

function projects(uses: Use[], except: Use): string {
  const names = uses.filter((use) => use !== except).map((use) => `「${use.project}」`)
  return `${names.slice(0, SHOWN).join('')}${names.length > SHOWN ? `等 ${names.length} 个项目` : ''}`
}

function sameNames(forms: readonly Form[]): PlacedFinding[] {
  return [...group(forms, (_, row) => core(row.l3)).values()]
    .filter((uses) => uses.length > 1)
    .flatMap((uses) =>
      uses.map((use) => ({
        form: use.form,
        row: use.row,
        code: 'duplicate-across',
        severity: 'info' as const,
        message: `「${use.name}」也是${projects(uses, use)}的指标`,
        remedy: '写出本项目特有的指标，通用指标只留一处',
      })),
    )
}

/** Names are held against each other through their rarest character pair, so that unlike ones never meet. */
function nearNames(forms: readonly Form[]): PlacedFinding[] {
  const groups = [...group(forms, (_, row) => core(row.l3))].filter(([key]) => key.length >= SIMILAR.shortest)
  if (groups.length > MOST_NAMES) return []
  const entries = groups.map(([key, uses]) => ({ pairs: pairs(key), use: uses[0], uses }))
  const index = new Map<string, number[]>()
  const found: PlacedFinding[] = []
  entries.forEach((entry, i) => {
    const met = new Set<number>()
    for (const pair of entry.pairs) for (const other of index.get(pair) ?? []) met.add(other)
    for (const j of met) {
      const other = entries[j]
      if (!other?.use || !entry.use || other.use.project === entry.use.project) continue
      if (dice(entry.pairs, other.pairs) < SIMILAR.alike) continue
      found.push({
        form: entry.use.form,
        row: entry.use.row,
        code: 'near-duplicate-across',
        severity: 'info',
        message: `「${entry.use.name}」与「${other.use.project}」的「${other.use.name}」几乎相同`,
        remedy: '统一名称并只留一处，或写清两者的区别',
      })
    }
    for (const pair of entry.pairs) {
      const list = index.get(pair)
      if (list) list.push(i)
      else index.set(pair, [i])
    }
  })
  return found
}

function sameTexts(forms: readonly Form[]): PlacedFinding[] {
  return [...group(forms, (_, row) => (row.deviation.length < SHORT_TEXT ? '' : row.deviation)).values()]
    .filter((uses) => uses.length > 1)
    .flatMap((uses) =>
      uses.map((use) => ({
        form: use.form,
        row: use.row,
        code: 'reason-repeated',
        severity: 'warning' as const,
        message: `偏差原因与${projects(uses, use)}一字不差`,
        remedy: '写本项目自己的原因和措施',
      })),
    )
}

/** Three or more projects and not one point lost: no self-evaluation discriminates like that (appraisal.md 5). */
function fullMarks(forms: readonly Form[]): PlacedFinding[] {
  if (forms.length < 3) return []
  const full = forms.every((form) => Number(printedSums(form).scoreSum) === 100)
  if (!full) return []
  return forms.map((_, form) => ({
    form,
    row: null,
    code: 'all-full-score',
    severity: 'warning' as const,
    message: `${forms.length} 个项目自评全部满分，没有区分度`,
    remedy: '按实际完成情况逐项扣分，并说明原因',
  }))
}
