import { expect, test } from 'vitest'
import { fitsReview, gradeOf, reviewTotal } from './review.ts'

test.each([
  ['the same points', '8', '8.00', '', true],
  ['less, explained', '8', '6', '佐证不足', true],
  ['less, not explained', '8', '6', ' ', 'review.explain'],
  ['more than the weight', '8', '10.01', '说明', 'review.outOfRange'],
  ['less than nothing', '8', '-1', '说明', 'review.outOfRange'],
  ['none yet', '8', null, '', true],
])('%s', (_, claimed, proposed, explanation, answer) => {
  const verdict = fitsReview({ weight: '10', claimed, proposed, explanation })
  expect(verdict.ok ? true : verdict.why).toBe(answer)
})

test('the total takes the execution score in, and waits for every row', () => {
  const row = { weight: '90', claimed: '90', explanation: '' }
  expect(reviewTotal([{ ...row, proposed: '80.5' }], '10')).toBe('90.50')
  expect(reviewTotal([{ ...row, proposed: null }], '10')).toBeNull()
})

test.each([
  ['90', '优'],
  ['89.99', '良'],
  ['80', '良'],
  ['60', '中'],
  ['59.99', '差'],
] as const)('%s is %s', (total, grade) => expect(gradeOf(total)).toBe(grade))
