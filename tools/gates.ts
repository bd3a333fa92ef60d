import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from './root.ts'

/** One thing that must hold. A gate with a `project` is a Vitest project, whose tests are counted. */
export type Gate = { name: string; command: string[] } | { name: string; project: string }
export type Count = { passed: number; failed: number }

/** What Vitest's JSON report says, as far as we count; a file that did not load has no tests and is one failure. */
type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * Runs the gates in order, all of them, also after a failure, and prints each one's seconds and, last, the count.
 * A gate that fails without a failed test to show for it counts as one failure. Sets the exit code.
 */
export function runGates(gates: Gate[]): void {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name))
  if (unknown.length > 0) throw new Error(`no such gate: ${unknown.join(', ')}`)
  const results = gates.filter((gate) => wanted.length === 0 || wanted.includes(gate.name)).map(runGate)
  console.log('')
  for (const { name, seconds, failed } of results) {
    console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`)
  }
  const total = results.reduce((sum, one) => add(sum, one), { passed: 0, failed: 0 })
  if (total.failed > 0) process.exitCode = 1
  console.log(`${total.passed} passed, ${total.failed} failed`)
}

const add = (a: Count, b: Count): Count => ({ passed: a.passed + b.passed, failed: a.failed + b.failed })

function runGate(gate: Gate): Count & { name: string; seconds: number } {
  console.log(`\n▶ ${gate.name}`)
  const began = performance.now()
  const count = 'project' in gate ? runProject(gate.project) : countGate(run(gate.command), undefined)
  return { name: gate.name, seconds: (performance.now() - began) / 1000, ...count }
}

function runProject(project: string): Count {
  const folder = mkdtempSync(join(tmpdir(), 'rongmei-gate-'))
  const file = join(folder, 'report.json')
  try {
    const vitest = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json']
    const ok = run([...vitest, `--outputFile.json=${file}`])
    return countGate(ok, existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The count of one gate from how it ended and, for tests, what it reported. */
export function countGate(ok: boolean, report: Report | undefined): Count {
  const broken =
    report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0) ?? []
  const failed = (report?.numFailedTests ?? 0) + broken.length
  return { passed: report?.numPassedTests ?? 0, failed: ok ? failed : Math.max(1, failed) }
}

/** Runs one of our own programs (node_modules/.bin first on the PATH) in the root of the tree; whether it ended well. */
function run([file = '', ...args]: string[]): boolean {
  const path = [dirname(process.execPath), join(ROOT, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)
  const { status, error } = spawnSync(file, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: path } })
  if (error) console.error(error.message)
  return status === 0
}
