import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgePassword, spellPassword } from './password.ts'

test.each([
  ['too short', 'a1b2c3d4e', 'zhang', false],
  ['ten characters', 'a1b2c3d4ef', 'zhang', true],
  ['ten Chinese characters count as ten', '春眠不觉晓处处闻啼鸟', 'zhang', true],
  ['one character over and over', 'aaaaaaaaaaaa', 'zhang', false],
  ['four characters over and over', 'abababcdcdcd', 'zhang', false],
  ['a keyboard row', 'qwertyuiop', 'zhang', false],
  ['a common word with a year', 'Password2023', 'zhang', false],
  ['digits in order', '1234567890', 'zhang', false],
  ['two common words', 'admin123456', 'zhang', false],
  ['full-width digits are the same digits', '１２３４５６７８９０', 'zhang', false],
  ['with the account inside', 'xxZhang-2023-yy', 'zhang', false],
  ['a sentence with a common word', 'admin kauft drei Brote', 'zhang', true],
])('%s', (_, password, account, ok) => {
  expect(judgePassword(password, account).ok).toBe(ok)
})

test('a temporary password is readable and passes the rule', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
      expect(spellPassword(bytes)).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){2}$/)
    }),
  )
  expect(spellPassword(Uint8Array.from([0, 1, 2, 3, 23, 24, 31, 32, 63, 64, 128, 255]))).toBe('abcd-z29a-9aa9')
  expect(judgePassword('abcd-z29a-9aa9', 'zhang').ok).toBe(true)
})
