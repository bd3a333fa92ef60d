import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { lint, readDocx, readPdf, readText, readXlsx, ruleSets, scoreForm, writeDocx, writePdf } from '../src/index.ts'
import type { ReadResult, RuleSet } from '../src/index.ts'

/*
 * Documents, beside what a straightforward loop over the same library takes that only gets at the cells:
 *   node packages/appraisal/bench/documents.ts [forms in the workbook]
 */
const text = readFileSync(new URL('../../../fixtures/self-evaluation-2023.txt', import.meta.url), 'utf8')
const size = Number(process.argv[2] ?? 1000)
const rules = ruleSets[0] as RuleSet

async function workbook(forms: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('自评表')
  for (let i = 0; i < forms / 10; i += 1) for (const line of text.split('\n')) sheet.addRow(line.split('\t'))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function judge(result: ReadResult): number {
  let findings = 0
  for (const form of result.projects) {
    findings += lint(form).length
    scoreForm(form, rules)
  }
  return findings
}

async function timed(name: string, work: () => Promise<string>): Promise<void> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const told = await work()
  const { user, system } = process.cpuUsage(cpu)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${name}: ${told}, ${((performance.now() - start) / 1000).toFixed(1)} s by the clock, ` +
      `${((user + system) / 1e6).toFixed(1)} s of processor, ${memory} MB so far\n`,
  )
}

const book = await workbook(size)
await timed(`exceljs loop, ${size} forms`, async () => {
  const loaded = new ExcelJS.Workbook()
  await loaded.xlsx.load(book.slice().buffer)
  let cells = 0
  loaded.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => (cells += 1))))
  return `${cells} cells`
})
await timed(`readXlsx + lint + score, ${size} forms`, async () => {
  const result = await readXlsx(book)
  return `${result.projects.length} forms, ${judge(result)} findings`
})
const forms = readText(text).projects
const word = await writeDocx(forms)
await timed('mammoth loop, 10 forms', async () => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(word) })
  return `${value.match(/<td/g)?.length ?? 0} cells`
})
await timed('readDocx + lint + score, 10 forms', async () => {
  const result = await readDocx(word)
  return `${result.projects.length} forms, ${judge(result)} findings`
})
let pdf = new Uint8Array()
await timed('writePdf, 10 forms', async () => {
  pdf = new Uint8Array(await writePdf(forms))
  return `${Math.round(pdf.length / 1024)} KB`
})
await timed('readPdf + lint + score, 10 forms', async () => {
  const result = await readPdf(pdf)
  return `${result.projects.length} forms, ${judge(result)} findings`
})
