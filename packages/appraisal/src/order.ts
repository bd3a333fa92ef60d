import type { RuleSet } from './index.ts'
import { ruleSetById } from './index.ts'

export const HELP = `rongmei-appraisal：财政项目支出绩效自评表的读取、计分、检查与导出

用法：
  rongmei-appraisal read    FILE… [--json] [--grid] [--mapping FILE]  读取表格，列出项目与需要核对之处
  rongmei-appraisal score   FILE… [--json]             按规则计分，核对总分
  rongmei-appraisal lint    FILE… [--json]             检查自评中的问题（含跨项目的重复）
  rongmei-appraisal what-if FILE… [--json]             换规则、对年初预算、换反向公式各得几分，满分还差什么
  rongmei-appraisal compare A B [--json]               逐格比较两份表（同名项目相比）
  rongmei-appraisal compare FILE… --history [--json]   多年完成情况、指标值是否过低、建议指标值
  rongmei-appraisal write   FILE… --to OUT [--label 文字]
                                       按官方版式导出 .docx .xlsx .pdf，或数据 .json .csv

FILE 可以是制表符分隔的文本、.docx、.xlsx、.pdf、.doc、.html、本系统的 .json，或装有它们的 .zip、文件夹、
通配符（如 '2023/**/*.docx'）；“-”表示标准输入。内容决定格式，不看扩展名。

选项：
  --json          输出 JSON（read：一个文件为一个对象，多个为数组；其余：数组）
  --rules ID      计分规则；不写时按版式：通用与上海版式用 cn-2020-10（财预〔2020〕10号）
  --to FILE       导出文件，扩展名决定格式；.csv 另写一份 .budget.csv（资金）
  --label 文字    在每张表上方印一行，例如 演示数据
  --grid          read：只列出读到的行与列，供手工指定列用
  --mapping FILE  read 等：不认识的表，用 JSON 指明哪一列是什么
  --history       compare：按年份看各指标
  --help          显示本说明

退出码：
  0  完成
  1  lint 发现了错误级问题
  2  命令用法有误
  3  有文件读不了或写不了（原因见标准错误；其余文件照常处理）
`

const COMMANDS = ['read', 'score', 'lint', 'what-if', 'compare', 'write'] as const
export type Command = (typeof COMMANDS)[number]

export interface Order {
  command: Command
  files: string[]
  json: boolean
  grid: boolean
  history: boolean
  /** null: by the layout of each form */
  rules: RuleSet | null
  mapping: string
  to: string
  label: string
}

/** Wrong use; the message is a complete Chinese sentence. */
export class UsageError extends Error {}

const FLAGS = ['json', 'grid', 'history'] as const
const VALUES = ['rules', 'to', 'label', 'mapping'] as const

/** Parses the arguments; throws UsageError with a Chinese sentence. */
export function parseOrder(args: string[]): Order {
  const [word, ...rest] = args
  const command = COMMANDS.find((known) => known === word)
  if (!command) throw new UsageError(`不认识的命令「${word ?? ''}」`)
  const flags = { json: false, grid: false, history: false }
  const values = { rules: '', to: '', label: '', mapping: '' }
  const files: string[] = []
  for (let i = 0; i < rest.length; i += 1) {
    const arg = rest[i] ?? ''
    const flag = FLAGS.find((name) => arg === `--${name}`)
    const value = VALUES.find((name) => arg === `--${name}`)
    if (flag) flags[flag] = true
    else if (value) {
      i += 1
      const text = rest[i]
      if (text === undefined) throw new UsageError(`${arg} 后面缺少内容`)
      values[value] = text
    } else if (arg.startsWith('--')) throw new UsageError(`不认识的选项 ${arg}`)
    else files.push(arg)
  }
  const rules = values.rules === '' ? null : ruleSetById(values.rules)
  if (values.rules !== '' && !rules) throw new UsageError(`没有规则 ${values.rules}`)
  if (files.length === 0) throw new UsageError('没有指定文件')
  if (command === 'write' && !/\.(docx|xlsx|pdf|json|csv)$/i.test(values.to)) {
    throw new UsageError('write 需要 --to 文件名，扩展名为 .docx、.xlsx、.pdf、.json 或 .csv')
  }
  if (command === 'compare' && !flags.history && files.length !== 2) {
    throw new UsageError('compare 需要恰好两份文件，或加 --history')
  }
  return { command, files, ...flags, ...values, rules }
}
