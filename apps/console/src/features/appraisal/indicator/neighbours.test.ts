import { expect, it } from 'vitest'
import { neighbours } from './neighbours.ts'

const rows = ['a', 'b', 'c'].map((id) => ({ id }))

it.each([
  ['a', { next: { id: 'b' } }],
  ['b', { previous: { id: 'a' }, next: { id: 'c' } }],
  ['c', { previous: { id: 'b' } }],
  ['x', {}],
])('knows what stands around %s', (id, expected) => expect(neighbours(rows, id)).toEqual(expected))
