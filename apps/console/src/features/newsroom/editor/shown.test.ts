import { EMPTY_BODY, type Body } from '@rongmei/body'
import type { FindingView, ProofreadingRun, StoredFinding } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { isOpen, neighbour, openMust, showLive, showStored } from './shown.ts'

const body: Body = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: '的的，的的' }] }],
}
const words = { title: '', deck: '', body }
/** The empty title and deck stand before the body, one line each. */
const HEAD = 2
const finding = (start: number, quote: string, severity: FindingView['severity'] = '必须改'): FindingView => ({
  start,
  end: start + quote.length,
  quote,
  suggestions: ['的'],
  class: '重复',
  severity,
  confidence: 0.9,
  ruleId: 'repeat',
  basis: '',
  explanation: '',
})
const stored = (id: string, start: number, ignored = false): StoredFinding => ({
  ...finding(start, '的的'),
  id,
  block: 2,
  blockStart: start - HEAD,
  decision: ignored
    ? { verdict: 'ignored', reason: '原话', by: { id: 'a', name: '王芳' }, at: '2026-11-23T06:00:00Z' }
    : null,
})
const runOf = (findings: StoredFinding[]): ProofreadingRun => ({
  id: 'run',
  at: '2026-11-23T06:00:00Z',
  by: { id: 'a', name: '王芳' },
  contentHash: '',
  characters: 5,
  milliseconds: 1,
  findings,
  openMust: 0,
})

describe('what the page shows', () => {
  it('remembers, once a finding is stored, the key under which its words were underlined', () => {
    const live = [finding(HEAD, '的的')]
    const [before] = showLive(live, null, words)
    const [after] = showLive(live, runOf([stored('one', HEAD)]), words)
    expect(after?.key).toBe('one')
    expect(after?.liveKey).toBe(before?.key)
  })

  it('pairs live findings with stored ones, the nearest first', () => {
    const list = showLive(
      [finding(5, '的的'), finding(2, '的的')],
      runOf([stored('x', 2, true), stored('y', 6)]),
      words,
    )
    expect(list.map((shown) => [shown.finding.start, shown.stored?.id])).toEqual([
      [2, 'x'],
      [5, 'y'],
    ])
    expect(openMust(list).map((shown) => shown.key)).toEqual(['y'])
  })

  it('takes each stored decision for one place only', () => {
    const list = showLive([finding(2, '的的'), finding(5, '的的')], runOf([stored('x', 2, true)]), words)
    expect(list.map(isOpen)).toEqual([false, true])
  })

  it('shows a stored run by place, and what is gone without one', () => {
    expect(showStored(runOf([stored('y', 5), stored('x', 2)]), words).map((shown) => shown.place?.from)).toEqual([1, 4])
    expect(showStored(runOf([stored('x', 2)]), { title: '', deck: '', body: EMPTY_BODY })[0]?.place).toBeNull()
  })

  it('walks round', () => {
    const list = showStored(runOf([stored('x', 2), stored('y', 5)]), words)
    expect([
      neighbour(list, null, 1),
      neighbour(list, 'x', 1),
      neighbour(list, 'y', 1),
      neighbour(list, 'x', -1),
    ]).toEqual(['x', 'y', 'x', 'y'])
    expect(neighbour([], 'x', 1)).toBeNull()
  })
})
