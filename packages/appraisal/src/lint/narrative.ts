import type { Form, Indicator } from '../model.ts'
import { type LintRule, rowRule } from './rule.ts'

const UNITS =
  '%|‰|人次|场次|平方米|公里|小时|分钟|万元|元|次|场|人|名|条|篇|件|个|台|套|期|家|户|份|册|辆|项|批|米|集|档|版|部|组|次/日'
const NUMBER = new RegExp(`(?<![第\\d.,])(\\d[\\d,]*(?:\\.\\d+)?)(亿|千万|百万|万|千|百)?[余多]?(${UNITS})`, 'g')
const SCALE: Record<string, number> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, 百: 100 }
/** Shown in one message at most. */
const SHOWN = 8

const TEMPLATE =
  /[×＊✕]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|请填写|此处填写?|填表说明|填写说明|样表|_{3,}|【(?:请|填)[^】]*】/
const OBJECTS = /学生|家长|患者|病人|游客|村民|农户|老人|残疾人|旅客|考生|纳税人|养殖户|司机|幼儿/

/** The narrative (年度总体目标 and its result) against the rows, and text that came from elsewhere. */
export const narrativeRules: LintRule[] = [
  {
    code: 'goal-number-missing',
    severity: 'warning',
    remedy: '把目标中的数量写成指标，或在目标中删去',
    find: (form) => orphans(form, form.goals.expected, '预期目标中的'),
  },
  {
    code: 'narrative-number-without-row',
    severity: 'info',
    remedy: '完成情况中的工作量应有对应指标，下一年度补入指标体系',
    find: (form) => orphans(form, form.goals.actual, '实际完成情况中的'),
  },
  {
    code: 'year-foreign',
    severity: 'info',
    remedy: '核对年度：目标可能沿用了其他年度的文字',
    find: (form) => foreignYear(form),
  },
  rowRule({ code: 'template-text', severity: 'warning', remedy: '删去模板文字，写本项目的内容' }, (row) => {
    const hit = TEMPLATE.exec([row.l3, row.target, row.actual, row.deviation].join(' '))
    return hit ? `「${row.l3}」含有模板文字「${hit[0]}」` : null
  }),
  {
    code: 'template-text-goal',
    severity: 'warning',
    remedy: '删去模板文字，写本项目的内容',
    find: (form) => {
      const hit = TEMPLATE.exec(`${form.name} ${form.goals.expected} ${form.goals.actual}`)
      return hit ? [{ row: null, message: `项目名称或总体目标含有模板文字「${hit[0]}」` }] : []
    },
  },
  {
    code: 'satisfaction-foreign-object',
    severity: 'warning',
    remedy: '核对服务对象：文字可能抄自其他单位的表',
    find: (form) => form.indicators.flatMap((row) => foreignObject(form, row)),
  },
]

/** Numbers with a unit in a text, as `value%` or `value`, so that 1.2万次 and 12,000次 are one. */
function numbersIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const hit of text.normalize('NFKC').replace(/\s/g, '').matchAll(NUMBER)) {
    const value = Number((hit[1] ?? '').replaceAll(',', '')) * (SCALE[hit[2] ?? ''] ?? 1)
    const key = `${Number(value.toPrecision(12))}${hit[3] === '%' ? '%' : ''}`
    if (!found.has(key)) found.set(key, hit[0])
  }
  return found
}

function orphans(form: Form, text: string, where: string): { row: null; message: string }[] {
  if (text === '' || form.indicators.length === 0) return []
  const told = numbersIn(text)
  if (told.size === 0) return []
  const carried = new Set<string>()
  for (const row of form.indicators) {
    // units may be missing in the rows, so every number there counts
    for (const cell of [row.l3, row.target, row.actual, row.deviation]) {
      if (!/[\d０-９]/.test(cell)) continue
      for (const key of numbersIn(cell).keys()) carried.add(key)
      for (const hit of cell.normalize('NFKC').matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
        carried.add(String(Number(hit[0].replaceAll(',', ''))))
      }
    }
  }
  const lost = [...told].filter(([key]) => !carried.has(key)).map(([, printed]) => printed)
  if (lost.length === 0) return []
  const more = lost.length > SHOWN ? `等 ${lost.length} 个数` : ''
  return [{ row: null, message: `${where}${lost.slice(0, SHOWN).join('、')}${more}，没有任何指标对应` }]
}

function foreignYear(form: Form): { row: null; message: string }[] {
  const years = [...form.goals.expected.matchAll(/(?<!\d)(20\d{2})\s*年/g)].map((hit) => Number(hit[1]))
  if (form.year === null || years.length === 0 || years.includes(form.year)) return []
  return [{ row: null, message: `预期目标只提到 ${[...new Set(years)].join('、')} 年，而本表是 ${form.year} 年度` }]
}

/** A served group that the rest of the form never mentions. */
function foreignObject(form: Form, row: Indicator): { row: number; message: string }[] {
  const object = row.l2.includes('满意') ? OBJECTS.exec(row.l3)?.[0] : undefined
  if (object === undefined) return []
  const others = form.indicators.filter((one) => one !== row).flatMap((one) => [one.l3, one.deviation])
  const rest = [form.name, form.dept, form.unit, form.goals.expected, form.goals.actual, ...others].join(' ')
  return rest.includes(object) ? [] : [{ row: row.seq, message: `「${row.l3}」的对象「${object}」在表中别处从未提到` }]
}
