import { describe, expect, it } from 'vitest'
import {
  correctShare,
  errorRate,
  growth,
  interception,
  isOnTime,
  monthsWith,
  ON_TIME_MS,
  percentile,
} from './measures.ts'

const at = (text: string) => new Date(`${text}+08:00`)

describe('shares and rates', () => {
  it.each([
    [9, 1, '0.9'],
    [0, 3, '0'],
    [5, 0, '1'],
    [0, 0, undefined],
  ])('intercepts %s of %s more', (caught, missed, value) =>
    expect(interception(caught, missed)?.toString()).toBe(value),
  )

  it.each([
    [200, 3, '0.985'],
    [10, 0, '1'],
    [0, 0, undefined],
  ])('%s published, %s faulty', (published, faulty, value) =>
    expect(correctShare(published, faulty)?.toString()).toBe(value),
  )

  it('counts errors per thousand characters', () => expect(errorRate(3, 12_000)?.toString()).toBe('0.25'))
  it('has no rate without characters', () => expect(errorRate(0, 0)).toBeNull())
  it.each([
    [120, 100, '0.2'],
    [80, 100, '-0.2'],
    [5, 0, undefined],
  ])('grows to %s from %s', (current, last, value) => expect(growth(current, last)?.toString()).toBe(value))
})

describe('percentile', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    [[5], 90, 5],
    [[10, 1], 50, 1],
    [[], 90, null],
  ])('of %j at %s', (values, p, result) => expect(percentile(values, p)).toBe(result))
})

describe('time', () => {
  it('counts a month once, by Shanghai time', () => {
    expect(monthsWith([at('2023-01-31T23:59:00'), at('2023-02-01T00:00:00'), at('2023-02-10T08:00:00')])).toEqual([
      1, 2,
    ])
  })
  it('is on time within the tolerance and never when unpublished', () => {
    const planned = at('2023-05-01T09:00:00')
    expect(isOnTime(planned, new Date(planned.getTime() + ON_TIME_MS))).toBe(true)
    expect(isOnTime(planned, new Date(planned.getTime() + ON_TIME_MS + 1))).toBe(false)
    expect(isOnTime(planned, null)).toBe(false)
  })
})
