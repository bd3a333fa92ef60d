import { readFileSync } from 'node:fs'
import { lint, readText, ruleSets, scoreForm } from '../src/index.ts'

/*
 * Forms per second of reading, linting and scoring text on one core, and what it takes of memory:
 *   node packages/appraisal/bench/forms.ts [forms]
 */
const text = readFileSync(new URL('../../../fixtures/self-evaluation-2023.txt', import.meta.url), 'utf8')
const rounds = Math.ceil(Number(process.argv[2] ?? 10_000) / 10)
const rules = ruleSets[0]

let forms = 0
let findings = 0
const start = performance.now()
let reading = 0
for (let round = 0; round < rounds; round += 1) {
  const before = performance.now()
  const { projects } = readText(text)
  reading += performance.now() - before
  for (const form of projects) {
    findings += lint(form).length
    if (rules && scoreForm(form, rules).printed.agrees) forms += 1
  }
}
const seconds = (performance.now() - start) / 1000
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(
  `${forms} forms, ${findings} findings in ${seconds.toFixed(1)} s: ${Math.round(forms / seconds)} forms/s ` +
    `(reading alone ${Math.round((forms / reading) * 1000)} forms/s), ${memory} MB at most\n`,
)
