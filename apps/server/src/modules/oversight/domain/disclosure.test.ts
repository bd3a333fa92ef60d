import { expect, test } from 'vitest'
import { stripped } from './disclosure.ts'

test.each([
  ['markup', '<p style="text-align: center;">保障运行</p>', '保障运行'],
  ['a mobile number', '联系 13812345678 王', '联系 （已略） 王'],
  ['a telephone number', '电话021-57812345。', '电话（已略）。'],
  ['an identity number', '证号 11010519491231002X', '证号 （已略）'],
  ['a mail address', '请写 a.b@example.com', '请写 （已略）'],
  ['numbers stay', '>=95%，1145000.00 元，3<5', '>=95%，1145000.00 元，3<5'],
])('%s', (_, text, plain) => expect(stripped(text)).toBe(plain))
