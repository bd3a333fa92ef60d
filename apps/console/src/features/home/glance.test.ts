import type { ProjectRow } from '@rongmei/contract'
import { expect, it } from 'vitest'
import { sumProjects } from './glance.ts'

const project = (initialFen: string | null, adjustedFen: string | null, executedFen: string | null, error: number) =>
  ({
    initialFen,
    adjustedFen,
    executedFen,
    linked: 1,
    indicators: 10,
    findings: { error, warning: 0, info: 0 },
  }) as ProjectRow

it('adds money to the cent and rates over the sums, not over the rates', () => {
  const sum = sumProjects([project('20000', '10000', '10000', 2), project('30000', '20001', '10001', 1)])
  expect(sum).toMatchObject({ executed: '200.01', linked: 2, indicators: 20, errors: 3 })
  expect(sum.rate?.toFixed(4)).toBe('0.6667')
  expect(sum.initialRate?.toFixed(4)).toBe('0.4000')
})

it('has no rate without a budget', () => {
  expect(sumProjects([project(null, null, null, 0)])).toMatchObject({ executed: '0.00', rate: null, initialRate: null })
})
