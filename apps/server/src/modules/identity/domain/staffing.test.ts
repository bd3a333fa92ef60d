import { expect, test } from 'vitest'
import { averageStaffing, monthEnds } from './staffing.ts'

test('month ends of a year that is over, and of one that is not', () => {
  expect(monthEnds(2024, '2025-06-01')).toEqual([
    '2024-01-31',
    '2024-02-29',
    '2024-03-31',
    '2024-04-30',
    '2024-05-31',
    '2024-06-30',
    '2024-07-31',
    '2024-08-31',
    '2024-09-30',
    '2024-10-31',
    '2024-11-30',
    '2024-12-31',
  ])
  expect(monthEnds(2023, '2023-02-28')).toEqual(['2023-01-31', '2023-02-28'])
  expect(monthEnds(2023, '2022-12-31')).toEqual([])
})

test('the mean of the months, each over all units together', () => {
  const { value, months } = averageStaffing([
    { day: '2023-01-31', posts: 6, staffed: 5 },
    { day: '2023-01-31', posts: 4, staffed: 4 },
    { day: '2023-02-28', posts: 10, staffed: 10 },
  ])
  expect(months.map((month) => month.rate.toString())).toEqual(['0.9', '1'])
  expect(value?.toString()).toBe('0.95')
})

test('more people than posts is more than the whole', () => {
  expect(averageStaffing([{ day: '2023-01-31', posts: 4, staffed: 5 }]).value?.toString()).toBe('1.25')
})

test('without posts there is no rate', () => {
  expect(averageStaffing([])).toEqual({ value: null, months: [] })
  expect(averageStaffing([{ day: '2023-01-31', posts: 0, staffed: 3 }]).value).toBeNull()
})
