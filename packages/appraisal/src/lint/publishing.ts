import type { Form } from '../model.ts'
import type { LintRule } from './rule.ts'

/** What must not stand in a published form: personal data; and what reads badly: typing errors. */
export const publishingRules: LintRule[] = [
  {
    code: 'personal-data',
    severity: 'error',
    remedy: '公开前删去电话、证件号等个人信息',
    find: (form) => everyText(form).flatMap(([row, text]) => personal(text).map((message) => ({ row, message }))),
  },
  {
    code: 'typing',
    severity: 'info',
    remedy: '核对文字',
    find: (form) =>
      everyText(form).flatMap(([row, text, name]) => typing(text, name).map((message) => ({ row, message }))),
  },
]

/** Every text of the form with its row, and whether it is a name (where a blank has no business). */
function everyText(form: Form): [number | null, string, boolean][] {
  return [
    [null, form.name, true],
    [null, form.dept, false],
    [null, form.unit, false],
    [null, form.goals.expected, false],
    [null, form.goals.actual, false],
    ...form.indicators.flatMap((row): [number, string, boolean][] => [
      [row.seq, row.l3, true],
      [row.seq, row.target, false],
      [row.seq, row.actual, false],
      [row.seq, row.deviation, false],
    ]),
  ]
}

const PRIVATE: [string, RegExp][] = [
  ['手机号', /(?<![\d=<>≥≤.,])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.,次人元条个万])/g],
  ['电话号码', /(?<!\d)(?:0\d{2,3}-)\d{7,8}(?!\d)/g],
  ['电子邮箱', /[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,8}/gi],
]
const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/g

function personal(text: string): string[] {
  if (text.length < 8 || !/\d{3}|＠|@|[０-９]{3}/.test(text)) return []
  const wide = text.normalize('NFKC')
  const found = PRIVATE.flatMap(([what, pattern]) =>
    [...wide.matchAll(pattern)].map((hit) => `含有${what}「${masked(hit[0])}」`),
  )
  for (const hit of wide.matchAll(IDENTITY)) {
    if (isIdentity(hit[0])) found.push(`含有身份证号「${masked(hit[0])}」`)
  }
  return found
}

/** The finding itself must not spread what it found. */
function masked(text: string): string {
  return text.length <= 4 ? '****' : `${text.slice(0, 3)}****${text.slice(-2)}`
}

/** GB 11643: the last character is the check digit (ISO 7064 MOD 11-2). */
function isIdentity(text: string): boolean {
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += Number(text[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

const DOUBLED = /([\u4e00-\u9fa5]{2})\1/
const DOUBLE_MARK = /([，。；、：])\1+|[，。；、：][，。；、]/
const BLANK_INSIDE = /[\u4e00-\u9fa5][ \u3000]+[\u4e00-\u9fa5]/

/** Only what a general rule finds for certain; wrong words are the proofreader's work. */
function typing(text: string, name: boolean): string[] {
  if (text.length < 3) return []
  const found: string[] = []
  const doubled = DOUBLED.exec(text)
  if (doubled && !DOUBLING.has(doubled[1] ?? ''))
    found.push(`「${excerpt(text, doubled.index)}」疑似重复「${doubled[1]}」`)
  const mark = DOUBLE_MARK.exec(text)
  if (mark) found.push(`「${excerpt(text, mark.index)}」标点重复`)
  const blank = name ? BLANK_INSIDE.exec(text) : null
  if (blank) found.push(`「${text}」词中有空格`)
  const open = (text.match(/[（(]/g) ?? []).length
  const close = (text.match(/[)）]/g) ?? []).length
  // 1）、2） number the points of a list
  if (open > close || (close > open && !/\d[)）]/.test(text))) found.push(`「${excerpt(text, 0)}」括号不成对`)
  return found
}

/** Words that are said twice on purpose. */
const DOUBLING = new Set(['一个', '一步', '一点', '一条', '逐个', '许多'])

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 4), at + 12)
}
