import { AppraisalError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import type { Block, Form, Kind, ReadResult, Warning } from '../model.ts'
import { readForm, UNSURE_CODES } from './form.ts'
import type { Line } from './grid.ts'
import { labelled } from './head.ts'
import { NAME_LABEL } from './words.ts'
import { type Section, splitSections } from './split.ts'

/**
 * Reads every form in a grid. All readers end here, so a table reads the same from text, Word or Excel.
 *
 * @throws AppraisalError when there are too many forms
 */
export function readGrid(lines: Line[]): ReadResult {
  const projects: Form[] = []
  const blocks: Block[] = []
  for (const section of splitSections(lines)) {
    const { kind, why } = classify(section)
    const line = section.lines[0]?.at ?? 1
    if (kind !== '自评表') {
      blocks.push({ kind, name: labelled(section.lines, NAME_LABEL), line, project: null, why })
      continue
    }
    const form = readForm(section, projects.length + 1)
    if (projects.length >= LIMITS.forms) throw new AppraisalError('tooManyForms', `超过 ${LIMITS.forms} 张`)
    const found = form.src?.kind ?? '自评表'
    blocks.push({ kind: found, name: form.name, line, project: projects.length, why: unsureWhy(form, found) })
    projects.push(form)
  }
  const tables = blocks.filter((block) => block.kind !== 'other')
  const shown = tables.length > 0 ? tables : blocks.slice(0, 1)
  const kind = overall(shown)
  return {
    schema: 'rongmei-appraisal/1',
    projects,
    confidence: projects.reduce((least, form) => Math.min(least, form.confidence), 1),
    warnings: fileWarnings(kind, shown),
    src: { kind, blocks: shown },
  }
}

/** What a section is, from its title and headings alone. */
function classify(section: Section): { kind: Kind; why: string } {
  if (/自评/.test(section.title)) return { kind: '自评表', why: '' }
  if (/目标(申报|申请|批复|审核)?表/.test(section.title)) return { kind: '申报表', why: '标题是绩效目标申报表' }
  if (/(监控|跟踪)/.test(section.title)) return { kind: 'other', why: '这是绩效监控表，不是自评表' }
  const keys = new Set(section.lines.flatMap((line) => line.keys))
  const has = (pattern: RegExp): boolean => [...keys].some((key) => pattern.test(key))
  const measured = has(/^(全年|年度)?实际完成(值|情况)|^(全年)?完成值|^自评得分$/)
  if (has(/^三级指标/) && has(/指标值/)) {
    return measured ? { kind: '自评表', why: '' } : { kind: '申报表', why: '有指标值而没有实际完成值' }
  }
  if (measured && has(NAME_LABEL)) return { kind: '自评表', why: '' }
  return { kind: 'other', why: '没有自评表的标题或表头' }
}

function unsureWhy(form: Form, kind: Kind): string {
  if (kind !== 'unsure') return ''
  return form.warnings
    .filter((warning) => UNSURE_CODES.has(warning.code))
    .slice(0, 5)
    .map((warning) => warning.message)
    .join('；')
}

function overall(blocks: Block[]): Kind {
  const kinds = new Set(blocks.map((block) => block.kind))
  for (const kind of ['unsure', '自评表', '申报表'] as const) if (kinds.has(kind)) return kind
  return 'other'
}

function fileWarnings(kind: Kind, blocks: Block[]): Warning[] {
  const first = blocks[0]
  if (kind === 'other') {
    const message = first ? `没有找到绩效自评表：${first.why}` : '文件是空的'
    return [{ code: 'no-form', message, line: first?.line ?? 1 }]
  }
  return blocks
    .filter((block) => block.kind === '申报表')
    .map((block) => ({
      code: 'not-self-evaluation',
      message: `「${block.name || '未命名'}」是申报表，不是自评表：${block.why}`,
      line: block.line,
    }))
}
