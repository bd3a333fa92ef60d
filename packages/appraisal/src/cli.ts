#!/usr/bin/env node
import { globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AppraisalError,
  calibrate,
  compare,
  type Form,
  gridOfBytes,
  lintAll,
  type Mapping,
  readBytes,
  readFiles,
  type ReadResult,
  ruleSetOfLayout,
  type RuleSet,
  summarize,
  whatIf,
  writeCsv,
  writeDocx,
  writeJson,
  writePdf,
  writeXlsx,
} from './index.ts'
import { LIMITS } from './limits.ts'
import { HELP, type Order, parseOrder, UsageError } from './order.ts'
import { printCompare, printHistory, printWhatIf } from './tables.years.ts'
import { printGrid, printLint, printRead, printScore } from './tables.ts'

interface Opened {
  file: string
  result: ReadResult
}

/** Everything that was read, and whether something could not be. */
interface Intake {
  opened: Opened[]
  failed: boolean
}

const READABLE = /\.(txt|tsv|docx|xlsx|pdf|doc|html?|json|zip)$/i
/** From this many files on, progress is told. */
const MANY = 20

/** Folders and patterns as files; a plain name stays as it is, so that a missing one is told. */
function expand(names: string[]): string[] {
  const files = names.flatMap((name) => {
    if (name === '-') return [name]
    if (/[*?[{]/.test(name) && !statSync(name, { throwIfNoEntry: false })) return globSync(name).toSorted()
    if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) return [name]
    return readdirSync(name, { recursive: true, encoding: 'utf8' })
      .filter((inner) => READABLE.test(inner) && !/(^|[/\\])[.~]/.test(inner))
      .toSorted()
      .map((inner) => join(name, inner))
  })
  if (files.length > LIMITS.files) throw new AppraisalError('tooManyFiles', `超过 ${LIMITS.files} 个`)
  if (files.length === 0) throw new Error('没有找到可以读取的文件')
  return files
}

async function openFiles(order: Order): Promise<Intake> {
  const names = expand(order.files)
  const mapping = order.mapping === '' ? undefined : readMapping(order.mapping)
  const intake: Intake = { opened: [], failed: false }
  for (const [i, file] of names.entries()) {
    await openFile(file, mapping, intake)
    progress(i + 1, names.length)
  }
  return intake
}

async function openFile(file: string, mapping: Mapping | undefined, intake: Intake): Promise<void> {
  const refuse = (name: string, error: unknown): void => {
    intake.failed = true
    process.stderr.write(`错误：${name}：${sentence(error)}\n`)
  }
  try {
    const bytes = readFileSync(file === '-' ? 0 : file)
    if (mapping) {
      intake.opened.push({ file, result: await readBytes(bytes, mapping) })
      return
    }
    for await (const one of readFiles(file, bytes)) {
      if (one.refused) refuse(one.file, one.refused)
      else intake.opened.push({ file: one.file, result: one.result })
    }
  } catch (error) {
    refuse(file, error)
  }
}

function progress(done: number, all: number): void {
  if (all < MANY) return
  if (process.stderr.isTTY) process.stderr.write(`\r已读 ${done}/${all}${done === all ? '\n' : ''}`)
  else if (done % 100 === 0 || done === all) process.stderr.write(`已读 ${done}/${all}\n`)
}

/** Reads a mapping; its numbers are checked where it is used. */
function readMapping(file: string): Mapping {
  try {
    const mapping = JSON.parse(readFileSync(file, 'utf8')) as Mapping
    if (typeof mapping.headerRow === 'number' && typeof mapping.columns === 'object') return mapping
  } catch (error) {
    throw new Error(`${file}：${sentence(error)}`, { cause: error })
  }
  throw new Error(`${file}：应有 headerRow 和 columns`)
}

const SYSTEM: Record<string, string> = {
  ENOENT: '文件或文件夹不存在',
  EACCES: '没有权限',
  EISDIR: '这是文件夹，不是文件',
  ENOSPC: '磁盘空间不足',
}

function sentence(error: unknown): string {
  if (error instanceof AppraisalError) return error.message
  if (error instanceof SyntaxError) return '不是有效的 JSON'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SYSTEM[code] ?? (error instanceof Error ? error.message : String(error))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

const json = (value: unknown): string => JSON.stringify(value, null, 1)

async function run(order: Order): Promise<number> {
  if (order.grid) return runGrid(order)
  const { opened, failed } = await openFiles(order)
  if (failed && opened.length === 0) return 3
  const code = await carryOut(order, opened)
  return failed ? 3 : code
}

async function runGrid(order: Order): Promise<number> {
  for (const file of expand(order.files)) {
    const lines = await gridOfBytes(readFileSync(file === '-' ? 0 : file))
    const grid = lines.map((line) => line.cells)
    print(order.json ? json(grid) : printGrid(file, grid))
  }
  return 0
}

async function carryOut(order: Order, opened: Opened[]): Promise<number> {
  const rulesOf = (form: Form): RuleSet => order.rules ?? ruleSetOfLayout(form.layout)
  const forms = opened.flatMap(({ file, result }) => result.projects.map((form) => ({ file, form })))
  switch (order.command) {
    case 'read': {
      const results = opened.map(({ result }) => result)
      print(
        order.json
          ? json(results.length === 1 ? results[0] : results)
          : opened.map((one) => printRead(one.file, one.result)).join('\n'),
      )
      return 0
    }
    case 'score': {
      const rows = opened.flatMap(({ file, result }) => summarize(file, result, order.rules ?? rulesOf))
      print(order.json ? json(rows) : printScore(rows))
      return 0
    }
    case 'lint':
      return runLint(order, forms, rulesOf)
    case 'what-if': {
      const rows = forms.map(({ file, form }) => ({ file, ...whatIf(form, { rules: rulesOf(form) }) }))
      print(order.json ? json(rows) : rows.map((row) => printWhatIf(row)).join('\n\n'))
      return 0
    }
    case 'compare':
      return runCompare(order, opened)
    case 'write':
      return runWrite(
        order,
        forms.map(({ form }) => form),
      )
  }
}

function runLint(order: Order, forms: { file: string; form: Form }[], rulesOf: (form: Form) => RuleSet): number {
  const found = lintAll(
    forms.map(({ form }) => form),
    rulesOf,
  )
  const rows = found.map(({ form: at, ...finding }) => ({
    file: forms[at]?.file ?? '',
    form: forms[at]?.form.name ?? '',
    ...finding,
  }))
  print(order.json ? json(rows) : printLint(rows))
  return rows.some((row) => row.severity === 'error') ? 1 : 0
}

function runCompare(order: Order, opened: Opened[]): number {
  if (order.history) {
    const rows = calibrate(opened.flatMap(({ result }) => result.projects))
    print(order.json ? json(rows) : printHistory(rows))
    return 0
  }
  const [a, b] = order.files.map((file) =>
    opened.filter(
      (one) => one.file === file || one.file.startsWith(`${file}!`) || one.file.startsWith(join(file, '/')),
    ),
  )
  const [before, after] = [a, b].map((side) => (side ?? []).flatMap(({ result }) => result.projects))
  const pairs = pairForms(before ?? [], after ?? [])
  if (pairs.length === 0) throw new Error('两份文件里没有同名项目')
  const rows = pairs.map(([x, y]) => compare(x, y))
  print(order.json ? json(rows) : rows.map((row) => printCompare(row)).join('\n\n'))
  return 0
}

/** Forms of one name; a single form on either side is the other's counterpart whatever its name. */
function pairForms(before: Form[], after: Form[]): [Form, Form][] {
  const [x, y] = [before[0], after[0]]
  if (x && y && before.length === 1 && after.length === 1) return [[x, y]]
  const byName = new Map(before.map((form) => [form.name, form]))
  return after.flatMap((form) => {
    const partner = byName.get(form.name)
    return partner ? [[partner, form] satisfies [Form, Form]] : []
  })
}

async function runWrite(order: Order, forms: Form[]): Promise<number> {
  const options = order.label ? { label: order.label } : {}
  const save = (file: string, bytes: Uint8Array | string): void => {
    try {
      writeFileSync(file, bytes)
    } catch (error) {
      throw new Error(`${file}：${sentence(error)}`, { cause: error })
    }
  }
  const extension = order.to.slice(order.to.lastIndexOf('.')).toLowerCase()
  if (extension === '.csv') {
    const tables = writeCsv(forms)
    save(order.to, tables.indicators)
    save(order.to.replace(/\.csv$/i, '.budget.csv'), tables.budget)
  } else if (extension === '.json') save(order.to, writeJson(forms, options))
  else {
    const write = extension === '.docx' ? writeDocx : extension === '.pdf' ? writePdf : writeXlsx
    save(order.to, await write(forms, options))
  }
  print(`已写入 ${order.to}（${forms.length} 张表）`)
  return 0
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
