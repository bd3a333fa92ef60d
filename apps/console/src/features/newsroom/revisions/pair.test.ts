import { describe, expect, it } from 'vitest'
import { pickPair } from './pair.ts'

const items = [{ no: 5 }, { no: 3 }, { no: 2 }]

describe('which versions are compared', () => {
  it.each([
    ['the newest with the one before', undefined, undefined, { from: 3, to: 5 }],
    ['those named', '2', '3', { from: 2, to: 3 }],
    ['backwards too', '5', '2', { from: 5, to: 2 }],
    ['names that do not exist fall away', '4', 'x', { from: 3, to: 5 }],
    ['before the oldest there is only itself', undefined, '2', { from: 2, to: 2 }],
  ])('%s', (_name, from, to, pair) => {
    expect(pickPair(items, from, to)).toEqual(pair)
  })

  it('has nothing to compare without versions', () => {
    expect(pickPair([])).toBeNull()
  })
})
