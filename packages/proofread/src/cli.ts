#!/usr/bin/env node
import { createReadStream } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { fencedRanges, maxTextBytes, readManuscript } from './files/read.ts'
import { formatReport, formatRules, type FileReport } from './files/report.ts'
import { zipLimits } from './files/zip.ts'
import {
  applyFindings,
  createChecker,
  openModel,
  ruleCatalogue,
  shippedModel,
  type CheckOptions,
  type Checker,
  type Finding,
} from './index.ts'
import { packModel } from './speller/artefact.ts'
import { createCorpusReader } from './train/corpus.ts'
import { evaluate, type Figures } from './train/evaluate.ts'
import { trainSpeller, usualCutoffs, usualThresholds } from './train/train.ts'
import { toRanges } from './text/ranges.ts'

const help = `用法：
  rongmei-proofread check 文件… [选项]   校对 .txt、.md、.docx 文件；文件写作 - 时读标准输入
  rongmei-proofread correct 文件 --level quiet|strict   逐行输出改正后的文本
  rongmei-proofread eval 句对.tsv… --level quiet|strict 在“原句<制表符>正句”上评测
  rongmei-proofread train 语料.txt… --out 模型 [--pairs 句对.tsv]… [--near 句对.tsv]… [--readings 读音表] [--shapes 形近表]… [--lexicon 词表]…
                                         训练统计纠错模型；语料写作 - 时读标准输入
  rongmei-proofread rules [--json]       列出全部规则

选项：
  --json               输出 JSON 数组，每项为 {file, findings}
  --level 档位         quiet（少而准，默认）或 strict（求全）
  --model 文件         统计模型；默认用随包的模型，写作 none 时只用规则
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

type Level = 'quiet' | 'strict'

const loadSpeller = async (file: string | undefined, level: Level): Promise<CheckOptions['speller']> => {
  if (file === 'none') return undefined
  try {
    return { model: openModel(await readFile(file ?? shippedModel)), level }
  } catch (error) {
    // A package built without the shipped model still has its rules.
    if (file === undefined && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** `correct` and `eval` are about spelling: marks, numbers and style are for a person to settle. */
const spelling = new Set<Finding['class']>(['错别字', '成语', '重复'])

const acted = ({ severity, class: kind }: Finding) => severity !== '提示' && spelling.has(kind)

const correctFile = async (file: string, options: CheckOptions, json: boolean) => {
  const checker = createChecker(options)
  const text = (await readManuscript(/\.txt$/i.test(file) ? file : `${file}.txt`, await readBytes(file))).replace(
    /\n$/,
    '',
  )
  for (const line of text.split('\n')) {
    const findings = checker.check(line).filter(acted)
    const corrected = applyFindings(line, findings)
    console.log(json ? JSON.stringify({ source: line, corrected, findings }) : corrected)
  }
  return exitClean
}

const lineOf = (file: string, figures: Figures, speed: number) => {
  const show = (value: number) => value.toFixed(1)
  const { precision, recall, f1, detectionF1, falsePositiveRate, wrongEdits, sentences } = figures
  return `${file}：${sentences} 句 P ${show(precision)} R ${show(recall)} F1 ${show(f1)} 检出F1 ${show(detectionF1)} FPR ${show(falsePositiveRate)} 误改/万字 ${wrongEdits.toFixed(2)} 字/秒 ${Math.round(speed)}`
}

const readPairs = async (file: string): Promise<[string, string][]> =>
  (await readFile(file, 'utf8')).split(/\r?\n/).flatMap((line) => {
    const [source, target] = line.split('\t')
    return source && target ? [[source, target] as [string, string]] : []
  })

const evalFiles = async (files: readonly string[], options: CheckOptions, json: boolean) => {
  for (const file of files) {
    const pairs = await readPairs(file)
    const checker = createChecker(options)
    const from = performance.now()
    const found = pairs.map(([source]) => checker.check(source).filter(acted))
    const seconds = (performance.now() - from) / 1000
    const corrected = pairs.map(([source], index) => applyFindings(source, found[index] ?? []))
    const figures = evaluate(
      pairs,
      corrected,
      found.map((findings) => findings.length),
    )
    const speed = pairs.reduce((sum, [source]) => sum + source.length, 0) / seconds
    console.log(json ? JSON.stringify({ file, ...figures, charactersPerSecond: speed }) : lineOf(file, figures, speed))
  }
  return exitClean
}

interface TrainFiles {
  readonly out?: string | undefined
  /** Those of `pairs` that weigh half as much again, being closest to the centre's own texts. */
  readonly near: readonly string[]
  readonly pairs: readonly string[]
  readonly readings?: string | undefined
  readonly shapes: readonly string[]
  readonly lexicon: readonly string[]
}

const linesOf = async (files: readonly string[]) =>
  (await Promise.all(files.map((file) => readFile(file, 'utf8')))).flatMap((text) => text.split(/\r?\n/))

const train = async (corpora: readonly string[], files: TrainFiles) => {
  if (files.out === undefined) return usage('请用 --out 给出模型文件。')
  const begin = performance.now()
  const log = (message: string) => console.error(`${((performance.now() - begin) / 1000).toFixed(1)} s  ${message}`)
  const reader = createCorpusReader()
  for (const corpus of corpora) {
    const input = corpus === '-' ? process.stdin : createReadStream(corpus)
    for await (const line of createInterface({ input, crlfDelay: Infinity })) reader.add(line)
  }
  const corpus = reader.finish()
  log(`corpus: ${corpus.characters} characters, ${corpus.vocabulary.units.length} tokens`)
  const sets = await Promise.all(files.pairs.map(readPairs))
  const pairs = sets.flat()
  const weights = sets.flatMap((set, index) => set.map(() => (files.near.includes(files.pairs[index] ?? '') ? 1.5 : 1)))
  const alike = { readings: await linesOf(files.readings ? [files.readings] : []), shapes: await linesOf(files.shapes) }
  const words = await linesOf(files.lexicon)
  const input = { corpus, pairs, weights, alike, words, cutoffs: usualCutoffs, thresholds: usualThresholds }
  await writeFile(files.out, packModel(trainSpeller(input, log)))
  log(`written: ${files.out}`)
  return exitClean
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
      level: { type: 'string', default: 'quiet' },
      model: { type: 'string' },
      out: { type: 'string' },
      pairs: { type: 'string', multiple: true, default: [] },
      near: { type: 'string', multiple: true, default: [] },
      readings: { type: 'string' },
      shapes: { type: 'string', multiple: true, default: [] },
      lexicon: { type: 'string', multiple: true, default: [] },
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
  if (command === undefined || !['check', 'correct', 'eval', 'train'].includes(command))
    return usage(command === undefined ? '缺少命令。' : `没有“${command}”这个命令。`)
  if (files.length === 0) return usage('请给出要校对的文件。')
  const { level } = values
  if (level !== 'quiet' && level !== 'strict') return usage(`没有“${level}”这一档。`)
  const disable = values.disable?.split(',').map((id) => id.trim()) ?? []
  const unknown = disable.find((id) => !ruleCatalogue.some((rule) => rule.id === id))
  if (unknown !== undefined) return usage(`没有“${unknown}”这条规则。`)
  try {
    if (command === 'train') return await train(files, values)
    const words = values.words === undefined ? [] : await readWords(values.words)
    const speller = await loadSpeller(values.model, level)
    const options: CheckOptions = { words, publishedOn: values.date, disable, speller }
    if (command === 'eval') return await evalFiles(files, options, values.json)
    if (command === 'correct') return await correctFile(files[0] ?? '-', options, values.json)
    return await checkFiles(files, options, values.json)
  } catch (error) {
    console.error(fileMessage(error))
    return exitBad
  }
}

// A reader that stops early (… | head) closes the pipe; that is no error of ours.
process.stdout.on('error', () => process.exit(exitBad))
process.exitCode = await run(process.argv.slice(2))
