import { readFileSync } from 'node:fs'
import { lint, readText, ruleSets, scoreForm } from '../src/index.ts'

/*
 * Forms per second of reading, linting and scoring text, and what it takes of memory:
 *   node packages/appraisal/bench/forms.ts [forms]
 * Seconds of the clock and of the processor: on a machine shared with others only the latter compare.
 */
const text = readFileSync(new URL('../../../fixtures/self-evaluation-2023.txt', import.meta.url), 'utf8')
const rounds = Math.ceil(Number(process.argv[2] ?? 10_000) / 10)
const rules = ruleSets[0]

/** Milliseconds of the processor, all threads, since the given reading. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

let forms = 0
let findings = 0
let reading = 0
const quarters: number[] = []
const start = performance.now()
const cpu = process.cpuUsage()
let quarter = process.cpuUsage()
for (let round = 0; round < rounds; round += 1) {
  const before = performance.now()
  const { projects } = readText(text)
  reading += performance.now() - before
  for (const form of projects) {
    findings += lint(form).length
    if (rules && scoreForm(form, rules).printed.agrees) forms += 1
  }
  if ((round + 1) % Math.ceil(rounds / 4) === 0 || round === rounds - 1) {
    quarters.push(spent(quarter))
    quarter = process.cpuUsage()
  }
}
const seconds = (performance.now() - start) / 1000
const busy = spent(cpu) / 1000
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(
  `${forms} forms, ${findings} findings: ${seconds.toFixed(1)} s by the clock (${Math.round(forms / seconds)} forms/s), ` +
    `${busy.toFixed(1)} s of processor (${Math.round(forms / busy)} forms/s), reading alone ` +
    `${Math.round((forms / reading) * 1000)} forms/s by the clock, ${memory} MB at most; quarters in ms: ` +
    `${quarters.map((ms) => Math.round(ms)).join(' ')}\n`,
)
