import { expect, it } from 'vitest'
import { projectRow } from '../sample.fixture.ts'
import { executionBars } from './chart.ts'

it('shows the lowest execution first and leaves out what has no base', () => {
  const rows = [
    projectRow({ id: 'a', initialRate: '0.9637' }),
    projectRow({ id: 'b', initialRate: null }),
    projectRow({ id: 'c', initialRate: '0.4828' }),
  ]
  expect(executionBars(rows).map((bar) => [bar.id, bar.label])).toEqual([
    ['c', '48.28%'],
    ['a', '96.37%'],
  ])
})
