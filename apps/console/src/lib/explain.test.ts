import { Refusal } from '@rongmei/contract'
import { describe, expect, it } from 'vitest'
import { reasonAgainst } from './can.ts'
import { explain, fieldProblems } from './explain.ts'
import { PICTURES, refuseFile } from './uploads.ts'

const refusal = (status: number, key: string, fields?: Record<string, string>) =>
  new Refusal(status, { key, message: '稿件刚被别人改动', requestId: 'r-1', ...(fields ? { fields } : {}) })

describe('explain', () => {
  it('lets a refusal speak and gives its request number', () => {
    expect(explain(refusal(409, 'story.moved'))).toEqual({
      title: '稿件刚被别人改动',
      advice: '已经保存的内容没有变化。',
      requestId: 'r-1',
    })
  })
  it.each([
    [new TypeError('Failed to fetch'), '连不上服务器'],
    [
      new TypeError('Failed to fetch dynamically imported module: /desk/assets/x.js'),
      '工作台刚更新过，这一页要重新打开',
    ],
    [new Error('x is undefined'), '这一页出了差错'],
    ['thrown text', '这一页出了差错'],
  ])('%s', (error, title) => expect(explain(error).title).toBe(title))
})

it('puts problems beside their inputs', () => {
  expect(fieldProblems(refusal(400, 'platform.invalid', { 'body.name': '不能为空' }))).toEqual([
    { name: 'name', errors: ['不能为空'] },
  ])
  expect(fieldProblems(new Error('x'))).toEqual([])
})

it.each([
  [{ ok: true } as const, null],
  [{ ok: false, why: 'story.samePerson' } as const, '三审须由三个不同的人完成，您已审过这篇'],
  [{ ok: false, why: 'a.newer.server' } as const, '您没有做这件事的权限'],
  [false, '您的角色没有这项权限'],
  [true, null],
  [undefined, '正在读取，请稍候'],
])('%j is refused with %s', (can, reason) => expect(reasonAgainst(can)).toBe(reason))

it.each([
  [{ name: '照片.JPG', size: 1000 }, null],
  [{ name: '照片.bmp', size: 1000 }, '“照片.bmp”不是JPG、PNG、GIF、WebP 图片，请换一个文件'],
  [{ name: '空.png', size: 0 }, '“空.png”是空文件，请换一个'],
  [{ name: '大.png', size: 30 * 1024 * 1024 }, '“大.png”有 30.0 MB，超过了 20.0 MB'],
])('%j: %s', (file, reason) => expect(refuseFile(file, PICTURES)).toBe(reason))
