import { comparable, type LintRule, rowRule } from './rule.ts'

/** The tree and the text: duplicates, labels that were inferred, remains of web pages, gaps the reader met. */
export const structureRules: LintRule[] = [
  {
    code: 'name-duplicate',
    severity: 'warning',
    remedy: '合并重复的指标，或写清两者的区别',
    find: (form) => {
      const seen = new Map<string, number>()
      return form.indicators.flatMap((row) => {
        const name = comparable(row.l3)
        const first = seen.get(name)
        if (first === undefined) seen.set(name, row.seq)
        return first === undefined ? [] : [{ row: row.seq, message: `与第 ${first} 行指标同名：「${row.l3}」` }]
      })
    },
  },
  rowRule({ code: 'label-uncertain', severity: 'info', remedy: '对照原件核对该行的一级、二级指标' }, (row) =>
    row.src?.l2Basis === 'late' || row.src?.l2Basis === 'inferred'
      ? `二级指标「${row.l2}」是推断的（原件标签缺失或印在别处）`
      : null,
  ),
  {
    code: 'html-left',
    severity: 'warning',
    remedy: '公开前去除网页代码',
    find: (form) => form.warnings.filter(({ code }) => code === 'html').map(({ message }) => ({ row: null, message })),
  },
  {
    code: 'read-unsure',
    severity: 'error',
    remedy: '对照原件核对，必要时手工补录',
    find: (form) =>
      form.src?.kind === 'unsure' ? [{ row: null, message: `这张表没有读全：${unsure(form.warnings)}` }] : [],
  },
]

function unsure(warnings: { code: string; message: string }[]): string {
  const messages = warnings.filter(({ code }) => code !== 'html' && !code.startsWith('label-')).map((w) => w.message)
  return messages.slice(0, 3).join('；') || '原因见读取提示'
}
