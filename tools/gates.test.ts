import { describe, expect, test } from 'vitest'
import { READS, TESTS } from './gate-list.ts'
import { countGate } from './gates.ts'

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
})

describe('the count of a gate', () => {
  test.each([
    ['a tool that ends well counts nothing', true, undefined, { passed: 0, failed: 0 }],
    ['a tool that fails is one failure', false, undefined, { passed: 0, failed: 1 }],
    [
      'tests are counted',
      true,
      { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed', 7)] },
      { passed: 7, failed: 0 },
    ],
    [
      'failed tests are counted, not their gate too',
      false,
      { numPassedTests: 5, numFailedTests: 2, testResults: [file('failed', 7)] },
      { passed: 5, failed: 2 },
    ],
    [
      'a file that did not load is one failure',
      false,
      { numPassedTests: 5, numFailedTests: 1, testResults: [file('failed', 6), file('failed', 0)] },
      { passed: 5, failed: 2 },
    ],
    [
      'an error outside the tests is one failure',
      false,
      { numPassedTests: 5, numFailedTests: 0, testResults: [file('passed', 5)] },
      { passed: 5, failed: 1 },
    ],
  ])('%s', (_, ok, report, expected) => {
    expect(countGate(ok, report)).toEqual(expected)
  })
})

test('the gates run in the order a reader expects, each once', () => {
  expect([...READS, ...TESTS].map((gate) => gate.name)).toEqual([
    'format',
    'lint',
    'types',
    'screens',
    'walls',
    'unit',
    'service',
    'build',
    'journeys',
  ])
})
