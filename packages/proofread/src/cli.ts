#!/usr/bin/env node
import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fencedRanges, maxTextBytes, readManuscript } from './files/read.ts'
import { formatReport, formatRules, type FileReport } from './files/report.ts'
import { zipLimits } from './files/zip.ts'
import { createChecker, ruleCatalogue, type CheckOptions, type Checker, type Finding } from './index.ts'
import { toRanges } from './text/ranges.ts'

const help = `用法：
  rongmei-proofread check 文件… [选项]   校对 .txt、.md、.docx 文件；文件写作 - 时读标准输入
  rongmei-proofread rules [--json]       列出全部规则

选项：
  --json               输出 JSON 数组，每项为 {file, findings}
  --words 文件         自用词表，每行一词，# 开头为注释；词内不报问题
  --date YYYY-MM-DD    发稿日期，用于推断未写年份的日期
  --disable 规则,规则  停用的规则
  -h, --help           显示本说明

退出码：0 没有发现问题；1 有问题；2 用法有误或文件无法读取。
.docx 的行号按段落计。`

const exitClean = 0
const exitFindings = 1
const exitBad = 2

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const fileMessage = (error: unknown) => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return '文件不存在。'
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限。'
  if (code === 'EISDIR') return '这是文件夹，请给出文件。'
  return messageOf(error)
}

const readStdin = async () => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > maxTextBytes) throw new RangeError(`输入过大：最多 ${maxTextBytes / 1_000_000} MB。`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

const readBytes = async (file: string) => {
  if (file === '-') return readStdin()
  const { size } = await stat(file)
  if (size > Math.max(maxTextBytes, zipLimits.packed))
    throw new RangeError(`文件过大：${Math.ceil(size / 1_000_000)} MB。`)
  return readFile(file)
}

const checkFile = async (checker: Checker, file: string): Promise<{ text: string; findings: Finding[] }> => {
  const text = await readManuscript(file, await readBytes(file))
  const fences = toRanges(/\.(?:md|markdown)$/i.test(file) ? fencedRanges(text) : [])
  const findings = checker.check(text).filter(({ start, end }) => !fences.touches(start, end))
  return { text, findings }
}

const readWords = async (file: string) => {
  const text = await readManuscript(/\.(?:txt|md)$/i.test(file) ? file : `${file}.txt`, await readBytes(file))
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

const checkFiles = async (files: readonly string[], options: CheckOptions, json: boolean) => {
  const checker = createChecker(options)
  const reports: FileReport[] = []
  let failed = false
  for (const file of files) {
    try {
      const { text, findings } = await checkFile(checker, file)
      reports.push({ file, findings })
      if (!json) console.log(formatReport(file === '-' ? '标准输入' : file, text, findings))
    } catch (error) {
      failed = true
      console.error(`${file}：${fileMessage(error)}`)
    }
  }
  if (json) console.log(JSON.stringify(reports, null, 2))
  if (failed) return exitBad
  return reports.some((report) => report.findings.length > 0) ? exitFindings : exitClean
}

const usage = (message: string) => {
  console.error(`${message}\n\n${help}`)
  return exitBad
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      words: { type: 'string' },
      date: { type: 'string' },
      disable: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })

const run = async (args: string[]): Promise<number> => {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return usage(`参数有误：${messageOf(error)}`)
  }
  const { values, positionals } = parsed
  const [command, ...files] = positionals
  if (values.help) {
    console.log(help)
    return exitClean
  }
  if (command === 'rules') {
    console.log(values.json ? JSON.stringify(ruleCatalogue, null, 2) : formatRules(ruleCatalogue))
    return exitClean
  }
  if (command !== 'check') return usage(command === undefined ? '缺少命令。' : `没有“${command}”这个命令。`)
  if (files.length === 0) return usage('请给出要校对的文件。')
  const disable = values.disable?.split(',').map((id) => id.trim()) ?? []
  const unknown = disable.find((id) => !ruleCatalogue.some((rule) => rule.id === id))
  if (unknown !== undefined) return usage(`没有“${unknown}”这条规则。`)
  try {
    const words = values.words === undefined ? [] : await readWords(values.words)
    return await checkFiles(files, { words, publishedOn: values.date, disable }, values.json)
  } catch (error) {
    console.error(fileMessage(error))
    return exitBad
  }
}

// A reader that stops early (… | head) closes the pipe; that is no error of ours.
process.stdout.on('error', () => process.exit(exitBad))
process.exitCode = await run(process.argv.slice(2))
