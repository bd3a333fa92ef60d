import { expect, test } from 'vitest'
import { proposeReason } from './reasons.ts'
import { draw } from './draw.ts'

test('the same seed draws the same, another one another', () => {
  expect(draw(500, 10, 'a')).toEqual(draw(500, 10, 'a'))
  expect(draw(500, 10, 'a')).not.toEqual(draw(500, 10, 'b'))
})

test('each once, within the bounds, not more than there are', () => {
  const drawn = draw(30, 12, 'seed')
  expect(new Set(drawn).size).toBe(12)
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...drawn)).toBeLessThan(30)
  expect(draw(3, 10, 'seed')).toEqual([0, 1, 2])
})

test('every fact has its chance', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, n) => draw(20, 2, `s${n}`)).flat())
  expect(seen.size).toBe(20)
})

test.each([
  ['供应商到货推迟', 'hardware'],
  ['资金下达较晚', 'funds'],
  ['人员缺编', 'people'],
  ['招标流程延后', 'system'],
  ['天气原因', 'other'],
] as const)('%s is proposed as %s', (text, reason) => expect(proposeReason(text)).toBe(reason))
