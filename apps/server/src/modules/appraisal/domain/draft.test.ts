import { CAUSES } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { type Cited, draftDeviation, likelyCause } from './draft.ts'

const fact = (no: number, note: string, label = `记录 ${no}`): Cited => ({ no, note, label, day: '2023-05-01' })
const loss = { l3: '按时完成率', target: '>=95%', actual: '90.00%', loss: '0.26', coverage: 0.5, coverageNote: '半年' }

describe('a draft', () => {
  it.each(CAUSES)('for %s cites a given fact in every sentence', (cause) => {
    const facts = [fact(0, '逾期'), fact(1, '按时'), fact(2, '逾期')]
    const sentences = draftDeviation(loss, facts, cause)
    expect(sentences.length).toBeGreaterThanOrEqual(4)
    for (const one of sentences) {
      expect(one.facts.length).toBeGreaterThan(0)
      expect(one.facts.every((no) => facts.some((given) => given.no === no))).toBe(true)
    }
  })
  it('says the loss, the records by kind and what was not measured', () => {
    const text = draftDeviation(loss, [fact(0, '逾期'), fact(1, '逾期')], 'rules')
      .map((one) => one.text)
      .join('')
    expect(text).toContain('按 2 条记录计算为 90.00%，扣 0.26 分')
    expect(text).toContain('「逾期」有 2 条，最近一条是 2023-05-01 的「记录 1」')
    expect(text).toContain('占 50%（半年）')
  })
  it('does not exist without facts', () => expect(draftDeviation(loss, [], 'other')).toEqual([]))
  it('names twenty facts at most in one sentence', () => {
    const many = Array.from({ length: 300 }, (_, no) => fact(no, '逾期'))
    expect(Math.max(...draftDeviation(loss, many, 'other').map((one) => one.facts.length))).toBe(20)
  })
})

it.each([
  ['设备故障', 'hardware'],
  ['逾期', 'rules'],
  ['缺勤', 'staff'],
  ['预算不足', 'funds'],
  ['发布', 'other'],
])('%s points to %s', (note, cause) => expect(likelyCause([fact(0, note)])).toBe(cause))
