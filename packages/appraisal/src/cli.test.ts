import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { essence, goldenJson } from './testing/golden.ts'

// loading the document libraries on a busy machine takes longer than a unit test should
vi.setConfig({ testTimeout: 30_000 })

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))
const forms = fileURLToPath(new URL('../../../fixtures/self-evaluation-2023.txt', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'appraisal-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: string[], input?: string): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', input: input ?? '' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

describe('the command line', () => {
  it('read --json prints the golden JSON', () => {
    const { code, out } = run(['read', forms, '--json'])
    expect([code, essence(JSON.parse(out))]).toEqual([0, essence(goldenJson)])
  })
  it('score --json prints decimals as strings, from standard input too', () => {
    const { code, out } = run(['score', '-', '--json'], readFileSync(forms, 'utf8'))
    const rows = JSON.parse(out) as Record<string, unknown>[]
    expect([code, rows.length]).toEqual([0, 10])
    expect(rows[9]).toEqual({
      file: '-',
      name: '网络信息系统开发、升级、建设',
      kind: '自评表',
      ruleSet: 'cn-2020-10',
      weightSum: '100.00',
      scoreSum: '98.00',
      statedTotal: '98.00',
      agrees: true,
      executionRate: '100.00',
      executionScore: '10.00',
      grade: '优',
    })
  })
  it('lint exits 1 on errors and prints file, form and finding', () => {
    const { code, out } = run(['lint', forms, '--json'])
    const rows = JSON.parse(out) as Record<string, unknown>[]
    expect(code).toBe(1)
    expect(Object.keys(rows[0] ?? {})).toEqual(['file', 'form', 'row', 'code', 'severity', 'message', 'remedy'])
  })
  it('prints tables for people', () => {
    expect(run(['score', forms]).out).toMatch(/宣传与推广 +自评表 +100\.00 +90\.50 +90\.5 +一致/)
    expect(run(['read', forms]).out).toContain('10 张自评表')
    expect(run(['lint', forms]).out).toMatch(/共 \d+ 个问题/)
  })
  it.each(['out.docx', 'out.xlsx'])('write --to %s can be read again', (name) => {
    const to = join(folder, name)
    expect(run(['write', forms, '--to', to, '--label', '演示数据']).code).toBe(0)
    expect(essence(JSON.parse(run(['read', to, '--json']).out))).toEqual(essence(goldenJson))
  })
  it.each([
    [[], 2],
    [['--help'], 0],
    [['tell', 'x'], 2],
    [['read'], 2],
    [['read', '--what', 'x'], 2],
    [['read', 'x', '--rules'], 2],
    [['score', 'x', '--rules', 'nowhere'], 2],
    [['write', forms], 2],
    [['write', forms, '--to', 'x.pdf'], 2],
    [['read', join(folder, 'missing.txt')], 3],
    [['read', folder], 3],
    [['write', forms, '--to', join(folder, 'no', 'folder.docx')], 3],
  ])('%j exits %i and speaks Chinese', (args, expected) => {
    const { code, out, err } = run(args)
    expect([code, /[一-龥]/.test(out + err)]).toEqual([expected, true])
  })
  it('says what a foreign file is', () => {
    const file = join(folder, 'prose.txt')
    writeFileSync(file, '今天天气很好。')
    expect(JSON.parse(run(['score', file, '--json']).out)).toMatchObject([{ kind: 'other', agrees: null, grade: null }])
    expect(run(['read', file]).out).toContain('没有找到绩效自评表')
  })
})
