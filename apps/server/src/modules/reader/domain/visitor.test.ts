import { describe, expect, it } from 'vitest'
import { addressRange, isMachine, visitorMark } from './visitor.ts'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0'

describe('isMachine', () => {
  it.each([PHONE, 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36'])(
    'lets people pass: %s',
    (agent) => expect(isMachine(agent)).toBe(false),
  )
  it.each([
    '',
    'curl/8.5.0',
    'Mozilla/5.0 (compatible; Baiduspider/2.0)',
    'Mozilla/5.0 (compatible; Googlebot/2.1)',
    'python-requests/2.31',
    'Mozilla/5.0 WeChat link preview',
  ])('holds back machines: %s', (agent) => expect(isMachine(agent)).toBe(true))
})

describe('visitorMark', () => {
  const salt = new Uint8Array(32).fill(7)
  it('is the same for a reload and another for another visitor or day', () => {
    const mark = visitorMark(salt, '10.0.0.1', PHONE)
    expect(visitorMark(salt, '10.0.0.1', PHONE).equals(mark)).toBe(true)
    expect(visitorMark(salt, '10.0.0.2', PHONE).equals(mark)).toBe(false)
    expect(visitorMark(new Uint8Array(32).fill(8), '10.0.0.1', PHONE).equals(mark)).toBe(false)
  })

  it('lies in the range of its address, whatever the browser calls itself, and of no other address', () => {
    const range = addressRange(visitorMark(salt, '10.0.0.1', PHONE))
    const inside = (address: string, agent: string) => {
      const mark = visitorMark(salt, address, agent)
      return range[0].compare(mark) <= 0 && mark.compare(range[1]) <= 0
    }
    expect([inside('10.0.0.1', PHONE), inside('10.0.0.1', 'other'), inside('10.0.0.2', PHONE)]).toEqual([
      true,
      true,
      false,
    ])
  })
})
