import { expect, it } from 'vitest'
import { daysOf, spanOf, yearBefore } from './period.ts'

it.each([
  [{ year: 2023 }, ['2023-01-01', '2024-01-01']],
  [{ year: 2023, month: 2 }, ['2023-02-01', '2023-03-01']],
  [{ year: 2023, month: 12 }, ['2023-12-01', '2024-01-01']],
])('bounds of %j', (period, days) => expect(daysOf(period)).toEqual(days))

it('begins and ends at midnight in Shanghai', () => {
  expect(spanOf({ year: 2023, month: 1 }).map((at) => at.toISOString())).toEqual([
    '2022-12-31T16:00:00.000Z',
    '2023-01-31T16:00:00.000Z',
  ])
})

it('compares with the same month of the year before', () =>
  expect(yearBefore({ year: 2023, month: 3 })).toEqual({ year: 2022, month: 3 }))
