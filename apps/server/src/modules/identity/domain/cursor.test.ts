import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

test('a place survives the journey', () => {
  for (const name of ['张三', 'O’Neil 50%', '长'.repeat(40), ''])
    expect(readCursor(writeCursor({ name, id }))).toEqual({ name, id })
})

test.each([
  ['nothing', ''],
  ['no id', 'zhang'],
  ['half a character', `${id}5A`],
  ['a zero byte', `${id}AA`],
])('%s is no place', (_, cursor) => {
  expect(readCursor(cursor)).toBeNull()
})
