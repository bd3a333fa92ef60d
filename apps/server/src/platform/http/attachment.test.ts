import { expect, it } from 'vitest'
import { attachment } from './attachment.ts'

it.each([
  ['文稿库.xlsx', "attachment; filename*=UTF-8''%E6%96%87%E7%A8%BF%E5%BA%93.xlsx"],
  ['a\r\nset-cookie: x=1', "attachment; filename*=UTF-8''a%0D%0Aset-cookie%3A%20x%3D1"],
  [`a"; filename="b.exe`, "attachment; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe"],
  ["it's (1)*.txt", "attachment; filename*=UTF-8''it%27s%20%281%29%2A.txt"],
  ['\ud83d.txt', "attachment; filename*=UTF-8''%EF%BF%BD.txt"],
])('keeps %j inside its value', (name, header) => expect(attachment(name)).toBe(header))
