import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { essence, goldenJson } from './testing/golden.ts'
import { makeArchive } from './testing/zip.ts'

// loading the document libraries on a busy machine takes longer than a unit test should
vi.setConfig({ testTimeout: 30_000 })

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))
const forms = fileURLToPath(new URL('../../../fixtures/self-evaluation-2023.txt', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'appraisal-'))
const empty = join(folder, 'empty')
mkdirSync(empty)
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
  it.each(['out.docx', 'out.xlsx', 'out.pdf', 'out.json'])('write --to %s can be read again', (name) => {
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
    [['write', forms, '--to', 'x.odt'], 2],
    [['read', join(folder, 'missing.txt')], 3],
    [['read', empty], 3],
    [['compare', forms], 2],
    [['compare', forms, join(folder, 'missing.txt')], 3],
    [['read', forms, '--mapping', forms], 3],
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

  it('what-if --json tells every scenario of every form', () => {
    const rows = JSON.parse(run(['what-if', forms, '--json']).out) as { scenarios: { id: string; total: string }[] }[]
    expect(rows.map((row) => row.scenarios.find((one) => one.id === 'year-start')?.total)).toEqual([
      '92.83',
      '96.06',
      '93.91',
      '95.28',
      '97.64',
      '88.79',
      '95.01',
      '90.42',
      '94.83',
      '97.63',
    ])
    expect(run(['what-if', forms]).out).toContain('得满分还需要')
  })
  it('compare tells cells, and with --history years', () => {
    const other = join(folder, 'other.txt')
    writeFileSync(other, readFileSync(forms, 'utf8').replaceAll('2023 年度', '2024 年度').replace('=4\t=3', '=4\t=4'))
    const rows = JSON.parse(run(['compare', forms, other, '--json']).out) as { differences: { field: string }[] }[]
    expect(rows).toHaveLength(10)
    expect(rows[2]?.differences.map((one) => one.field)).toEqual(['年度', '实际完成值'])
    expect(run(['compare', forms, other]).out).toMatch(/第 1 行 +改版数量 +实际完成值 +=3 +=4/)
    expect(run(['compare', forms, other, '--history']).out).toMatch(/无区分度/)
  })
  it('takes folders, patterns and zips; what cannot be read is told and the rest carried out', () => {
    const many = join(folder, 'many')
    mkdirSync(join(many, '深'), { recursive: true })
    const text = readFileSync(forms)
    writeFileSync(join(many, '一.txt'), text)
    writeFileSync(join(many, '深', '二.zip'), makeArchive([['内.txt', text]]))
    writeFileSync(join(many, '坏.pdf'), '%PDF-1.4')
    const all = run(['score', many, '--json'])
    expect([all.code, (JSON.parse(all.out) as unknown[]).length]).toEqual([3, 20])
    expect(all.err).toContain('坏.pdf：文件已损坏')
    const some = run(['score', join(many, '**/*.txt'), '--json'])
    expect([some.code, (JSON.parse(some.out) as unknown[]).length]).toEqual([0, 10])
  })
  it('read --grid shows a table that --mapping then reads', () => {
    const [file, map] = [join(folder, 'odd.txt'), join(folder, 'map.json')]
    writeFileSync(file, '做什么\t打算\t做到\n办活动\t12场\t11场')
    expect(run(['read', file, '--grid']).out).toContain('[1]打算')
    writeFileSync(map, JSON.stringify({ headerRow: 0, columns: { l3: 0, target: 1, actual: 2 }, name: '项目' }))
    const { code, out } = run(['read', file, '--mapping', map, '--json'])
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { projects: [{ name: '项目', indicators: [{ actual: '11场' }] }] },
    ])
  })
  it('write --to .csv writes indicators and budget', () => {
    const to = join(folder, 'out.csv')
    expect(run(['write', forms, '--to', to]).code).toBe(0)
    expect(readFileSync(to, 'utf8').split('\r\n')).toHaveLength(158)
    expect(readFileSync(join(folder, 'out.budget.csv'), 'utf8')).toContain('年初预算,1145000.00')
  })
})
