import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeModule } from '../new-module.ts'
import { ROOT } from '../root.ts'
import { makeWords } from './words.ts'

describe('a new module', () => {
  let root = ''
  let files: string[] = []
  const words = makeWords('gather', 'topicMeeting')

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'rm-module-'))
    for (const folder of ['apps/server/src', 'packages/contract/src'])
      mkdirSync(join(root, folder), { recursive: true })
    // What the rooms stand on is the real thing.
    for (const path of [
      'package.json',
      'node_modules',
      'apps/server/src/platform',
      'apps/server/src/testing',
      'packages/contract/src/shared.ts',
    ]) {
      symlinkSync(join(ROOT, path), join(root, path))
    }
    files = writeModule(root, words)
  })
  afterAll(() => rmSync(root, { recursive: true }))

  test('has every room, its contract and its journey', () => {
    const rooms = files
      .filter((path) => path.startsWith('apps/server/src/modules/gather/'))
      .map((path) => path.slice(31))
    expect(rooms).toEqual([
      'README.md',
      'index.ts',
      'module.ts',
      'tables.ts',
      'migrations/0001-gather.sql',
      'domain/topicMeeting.ts',
      'domain/topicMeeting.test.ts',
      'topicMeeting.policy.ts',
      'topicMeeting.policy.test.ts',
      'topicMeeting.store.ts',
      'topicMeeting.service.ts',
      'topicMeeting.service.test.ts',
      'topicMeeting.events.ts',
      'topicMeeting.routes.ts',
    ])
    expect(files).toContain('packages/contract/src/gather/endpoints.ts')
    expect(files).toContain('e2e/gather.journey.ts')
  })

  test('leaves no word of the templates unfilled', () => {
    for (const path of files) expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(/\{\{|\}\}/)
  })

  test('compiles as it stands', { timeout: 60_000 }, () => {
    const code = files.filter((path) => path.endsWith('.ts')).map((path) => join(root, path))
    const base = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path))
    const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, ROOT)
    const program = ts.createProgram(code, { ...options, typeRoots: [join(ROOT, 'node_modules/@types')] })
    const faults = code.flatMap((path) => {
      const source = program.getSourceFile(path)
      expect(source, path).toBeDefined()
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    })
    expect(
      faults.map((fault) => `${fault.file?.fileName}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`),
    ).toEqual([])
  })

  test('is never written over one that is there', () => {
    expect(() => writeModule(root, words)).toThrow('is there already')
  })
})

describe('its words', () => {
  test.each([
    ['shift', 'Shift', 'shifts', 'shift'],
    ['entry', 'Entry', 'entries', 'entry'],
    ['batch', 'Batch', 'batches', 'batch'],
    ['topicMeeting', 'TopicMeeting', 'topicMeetings', 'topic_meeting'],
  ])('%s', (noun, Noun, nouns, table) => {
    expect(makeWords('duty', noun)).toMatchObject({ noun, Noun, nouns, table })
  })

  test.each([
    ['', 'shift'],
    ['duty', ''],
    ['Duty', 'shift'],
    ['duty', 'Shift'],
    ['../duty', 'shift'],
    ['值班', 'shift'],
    ['platform', 'shift'],
    ['duty', 'user'],
  ])('%j %j is refused', (name, noun) => {
    expect(() => makeWords(name, noun)).toThrow(/name|noun/)
  })
})
