import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofread-'))
  writeFileSync(join(folder, '错.txt'), '会议布署了工作。\n')
  writeFileSync(join(folder, '对.md'), '会议部署了工作。\n\n```\n布署\n```\n')
  writeFileSync(join(folder, '词.txt'), '# 自用词\n布署\n')
})

afterAll(() => rmSync(folder, { recursive: true }))

const cli = (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr }
}

test('findings end in 1 and name file, line and column', () => {
  const { status, stdout } = cli(['check', '错.txt', '对.md'])
  expect(status).toBe(1)
  expect(stdout).toContain('错.txt:1:3 [必须改]')
  expect(stdout).toContain('对.md：未发现问题。')
})

test('JSON is an array of files with findings', () => {
  const { status, stdout } = cli(['check', '错.txt', '--json'])
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject([{ file: '错.txt', findings: [{ start: 2, end: 4, quote: '布署' }] }])
})

test('the centre’s own words come from a file', () => {
  expect(cli(['check', '错.txt', '--words', '词.txt']).status).toBe(0)
})

test('the publication day settles a date without a year', () => {
  expect(cli(['check', '-', '--date', '2024-05-01'], '5月1日（星期二）上午').stdout).toContain('“二”→“三”')
})

test('a clean standard input ends in 0', () => {
  expect(cli(['check', '-'], '会议部署了工作。').status).toBe(0)
})

test.each([
  [['check', '没有.txt'], '没有.txt：文件不存在。'],
  [['check', '.'], '.：这是文件夹'],
  [['check'], '请给出要校对的文件。'],
  [['校对'], '没有“校对”这个命令。'],
  [[], '缺少命令。'],
  [['check', '错.txt', '--speed'], '参数有误'],
  [['check', '错.txt', '--date', '明天'], '发稿日期“明天”不是有效日期'],
  [['check', '错.txt', '--disable', 'x'], '没有“x”这条规则。'],
  [['check', '错.txt', '--words', '没有.txt'], '文件不存在。'],
])('%j ends in 2 with a reason', (args, message) => {
  const { status, stderr } = cli(args)
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})

test('help and rules answer in Chinese', () => {
  expect(cli(['--help']).stdout).toContain('退出码')
  expect(cli(['rules']).stdout).toContain('wrong-word  [必须改] 错别字：常见错别词')
})
