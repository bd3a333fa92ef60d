import { expect, test } from 'vitest'
import { isOverdue, isProven, rectified } from './rectification.ts'

test.each([
  ['open', 'hand', 'handedIn'],
  ['handedIn', 'accept', 'closed'],
  ['handedIn', 'reject', 'open'],
  ['open', 'accept', undefined],
  ['closed', 'reject', undefined],
  ['handedIn', 'hand', undefined],
] as const)('%s, %s: %s', (state, act, after) => expect(rectified(state, act)).toBe(after))

test.each([
  ['open', '2024-05-01', '2024-05-02', true],
  ['open', '2024-05-01', '2024-05-01', false],
  ['handedIn', '2024-05-01', '2024-06-01', false],
  ['closed', '2024-05-01', '2024-06-01', false],
] as const)('%s, due %s, on %s: overdue %s', (state, due, today, overdue) =>
  expect(isOverdue(state, due, today)).toBe(overdue),
)

test.each([
  ['已补齐验收单', '/files/x', true],
  ['已补齐验收单', null, false],
  [' ', '/files/x', false],
] as const)('%j with %j is proven: %s', (measures, file, ok) => expect(isProven(measures, file).ok).toBe(ok))
