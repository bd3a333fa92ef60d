#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs'
import { AppraisalError, lintAll, readBytes, ruleSetById, summarize, writeDocx, writeXlsx } from './index.ts'
import type { ReadResult, RuleSet } from './index.ts'
import { printLint, printRead, printScore } from './tables.ts'

const HELP = `rongmei-appraisal：财政项目支出绩效自评表的读取、计分、检查与导出

用法：
  rongmei-appraisal read  FILE… [--json]            读取表格，列出项目与需要核对之处
  rongmei-appraisal score FILE… [--json]            按规则计分，核对总分
  rongmei-appraisal lint  FILE… [--json]            检查自评中的问题
  rongmei-appraisal write FILE… --to OUT.docx|OUT.xlsx [--label 文字]
                                                   按官方版式导出，多个项目写入同一文件

FILE 可以是制表符分隔的文本、.docx、.xlsx 或 .html；“-”表示标准输入。

选项：
  --json          输出 JSON（read：一个文件为一个对象，多个为数组；score、lint：数组）
  --rules ID      计分规则，默认 cn-2020-10（财预〔2020〕10号）
  --to FILE       导出文件，扩展名决定格式
  --label 文字    在每张表上方印一行，例如 演示数据
  --help          显示本说明

退出码：
  0  完成
  1  lint 发现了错误级问题
  2  命令用法有误
  3  文件读不了或写不了（原因见标准错误）
`

const COMMANDS = ['read', 'score', 'lint', 'write'] as const
type Command = (typeof COMMANDS)[number]

interface Order {
  command: Command
  files: string[]
  json: boolean
  rules: RuleSet
  to: string
  label: string
}

interface Opened {
  file: string
  result: ReadResult
}

class UsageError extends Error {}

/** Parses the arguments; throws UsageError with a Chinese sentence. */
function parseOrder(args: string[]): Order {
  const [word, ...rest] = args
  const command = COMMANDS.find((known) => known === word)
  if (!command) throw new UsageError(`不认识的命令「${word ?? ''}」`)
  const order = { command, files: [] as string[], json: false, rulesId: 'cn-2020-10', to: '', label: '' }
  for (let i = 0; i < rest.length; i += 1) {
    const arg = rest[i] ?? ''
    const value = (): string => {
      i += 1
      const text = rest[i]
      if (text === undefined) throw new UsageError(`${arg} 后面缺少内容`)
      return text
    }
    if (arg === '--json') order.json = true
    else if (arg === '--rules') order.rulesId = value()
    else if (arg === '--to') order.to = value()
    else if (arg === '--label') order.label = value()
    else if (arg.startsWith('--')) throw new UsageError(`不认识的选项 ${arg}`)
    else order.files.push(arg)
  }
  const rules = ruleSetById(order.rulesId)
  if (!rules) throw new UsageError(`没有规则 ${order.rulesId}`)
  if (order.files.length === 0) throw new UsageError('没有指定文件')
  if (command === 'write' && !/\.(docx|xlsx)$/i.test(order.to))
    throw new UsageError('write 需要 --to 文件名.docx 或 .xlsx')
  return { ...order, rules }
}

async function openFiles(files: string[]): Promise<Opened[]> {
  const opened: Opened[] = []
  for (const file of files) {
    try {
      const bytes = readFileSync(file === '-' ? 0 : file)
      opened.push({ file, result: await readBytes(bytes) })
    } catch (error) {
      throw new Error(`${file}：${sentence(error)}`, { cause: error })
    }
  }
  return opened
}

const SYSTEM: Record<string, string> = {
  ENOENT: '文件或文件夹不存在',
  EACCES: '没有权限',
  EISDIR: '这是文件夹，不是文件',
  ENOSPC: '磁盘空间不足',
}

function sentence(error: unknown): string {
  if (error instanceof AppraisalError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SYSTEM[code] ?? (error instanceof Error ? error.message : String(error))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

const json = (value: unknown): string => JSON.stringify(value, null, 1)

async function run(order: Order): Promise<number> {
  const opened = await openFiles(order.files)
  if (order.command === 'read') {
    const results = opened.map(({ result }) => result)
    print(
      order.json
        ? json(results.length === 1 ? results[0] : results)
        : opened.map((one) => printRead(one.file, one.result)).join('\n'),
    )
    return 0
  }
  if (order.command === 'score') {
    const rows = opened.flatMap(({ file, result }) => summarize(file, result, order.rules))
    print(order.json ? json(rows) : printScore(rows))
    return 0
  }
  if (order.command === 'lint') return runLint(order, opened)
  const forms = opened.flatMap(({ result }) => result.projects)
  const options = order.label ? { label: order.label } : {}
  const bytes = await (/\.docx$/i.test(order.to) ? writeDocx : writeXlsx)(forms, options)
  try {
    writeFileSync(order.to, bytes)
  } catch (error) {
    throw new Error(`${order.to}：${sentence(error)}`, { cause: error })
  }
  print(`已写入 ${order.to}（${forms.length} 张表）`)
  return 0
}

function runLint(order: Order, opened: Opened[]): number {
  const forms = opened.flatMap(({ file, result }) => result.projects.map((form) => ({ file, form })))
  const found = lintAll(
    forms.map(({ form }) => form),
    order.rules,
  )
  const rows = found.map(({ form: at, ...finding }) => ({
    file: forms[at]?.file ?? '',
    form: forms[at]?.form.name ?? '',
    ...finding,
  }))
  print(order.json ? json(rows) : printLint(rows))
  return rows.some((row) => row.severity === 'error') ? 1 : 0
}

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    process.stdout.write(HELP)
    return args.length === 0 ? 2 : 0
  }
  try {
    return await run(parseOrder(args))
  } catch (error) {
    const usage = error instanceof UsageError
    process.stderr.write(`错误：${sentence(error)}\n${usage ? '用法见 rongmei-appraisal --help\n' : ''}`)
    return usage ? 2 : 3
  }
}

process.exitCode = await main(process.argv.slice(2))
